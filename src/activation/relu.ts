/** f(z) = max(0, z). */
import { ZERO } from '../number/rational.ts';
import { FLAT, IDENTITY } from './branch.ts';
import { named } from './bracket.ts';
import type { StraightFunction } from './function.ts';

export const relu: StraightFunction = {
  shape: 'straight',
  pieces: () => ({ kinks: [ZERO], branches: [FLAT, IDENTITY] }),
  value: (z) => (z > 0 ? z : 0),
  statuses: ['inactive', 'active'],
  isIdempotent: true,
  tex: '\\max(0,\\; z)',
  symbol: 'max',
  // The empty atom at the end: TeX leaves a space between a comma and what follows, also when that is drawn apart.
  notation: () => named('\\max(0,\\;{}', 'max(0, '),
};
