/** f(z) = z. */
import { IDENTITY } from './branch.ts';
import { bracketed } from './bracket.ts';
import type { StraightFunction } from './function.ts';

export const linear: StraightFunction = {
  shape: 'straight',
  pieces: () => ({ kinks: [], branches: [IDENTITY] }),
  value: (z) => z,
  statuses: ['linear'],
  isIdempotent: true,
  tex: 'z',
  symbol: null,
  notation: () => bracketed('(', '('),
};
