/** f(z) = z where z > 0, and slope z elsewhere. */
import { ZERO } from '../number/rational.ts';
import { IDENTITY } from './branch.ts';
import { named } from './bracket.ts';
import type { StraightFunction } from './function.ts';

export const leakyRelu: StraightFunction = {
  shape: 'straight',
  pieces: (slope) => ({ kinks: [ZERO], branches: [{ slope, intercept: ZERO }, IDENTITY] }),
  value: (z, slope) => (z > 0 ? z : slope * z),
  statuses: ['negative', 'positive'],
  isIdempotent: false,
  tex: '\\begin{cases} z & z > 0 \\\\ \\alpha z & z \\le 0 \\end{cases}',
  symbol: 'leaky',
  notation: (slope) => named(`\\operatorname{leaky}_{${slope.replace('−', '-')}}(`, `leaky_${slope}(`),
};
