/** What smooth functions are made of, as the browser computes it: right where values are tiny, too. */
import type { SmoothMath } from './function.ts';
import { bell, shareBelow } from './normal-distribution.ts';

export const BROWSER_MATH: SmoothMath = {
  expOfNegative: Math.exp,
  expMinusOne: Math.expm1,
  logOfOnePlus: Math.log1p,
  normalBelow: shareBelow,
  normalDensity: (z) => bell(z) / Math.sqrt(2 * Math.PI),
};
