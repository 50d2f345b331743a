/** f(z) = |z|. */
import { MINUS_ONE, ZERO } from '../number/rational.ts';
import { IDENTITY } from './branch.ts';
import type { StraightFunction } from './function.ts';

export const abs: StraightFunction = {
  shape: 'straight',
  pieces: () => ({ kinks: [ZERO], branches: [{ slope: MINUS_ONE, intercept: ZERO }, IDENTITY] }),
  value: Math.abs,
  statuses: ['negative', 'positive'],
  isIdempotent: true,
  tex: '\\lvert z \\rvert',
  symbol: '| |',
  notation: () => ({
    open: { tex: '\\lvert ', text: 'abs(', named: false },
    close: { tex: '\\rvert ', text: ')' },
  }),
};
