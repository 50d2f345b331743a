/** f(z) = max(-1, min(1, z)). */
import { MINUS_ONE, ONE, ZERO } from '../number/rational.ts';
import { IDENTITY } from './branch.ts';
import { named } from './bracket.ts';
import type { StraightFunction } from './function.ts';

export const hardTanh: StraightFunction = {
  shape: 'straight',
  pieces: () => ({
    kinks: [MINUS_ONE, ONE],
    branches: [{ slope: ZERO, intercept: MINUS_ONE }, IDENTITY, { slope: ZERO, intercept: ONE }],
  }),
  value: (z) => Math.max(-1, Math.min(1, z)),
  statuses: ['low', 'middle', 'high'],
  isIdempotent: true,
  tex: '\\max(-1,\\; \\min(1,\\; z))',
  symbol: 'hardtanh',
  notation: () => named('\\operatorname{hardtanh}(', 'hardtanh('),
};
