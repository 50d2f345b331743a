/** f(z) = 1 / (1 + e^-z) = 1/2 + tanh(z/2)/2. */
import { HALF, ONE, ZERO, add, multiply } from '../number/rational.ts';
import { bracketed } from './bracket.ts';
import type { SmoothFunction } from './function.ts';
import { tanh } from './tanh.ts';

export const sigmoid: SmoothFunction = {
  shape: 'smooth',
  // Written so that e^z never overflows.
  tangent: (z, { expOfNegative }, at) => {
    const power = expOfNegative(-Math.abs(z));
    const larger = 1 / (1 + power);
    const smaller = power / (1 + power);
    at.a = z < 0 ? smaller : larger;
    at.slope = larger * smaller;
  },
  atZero: HALF,
  range: { min: ZERO, max: ONE },
  exact: (z, bits, tools) => {
    const { exact, rest } = tanh.exact(multiply(HALF, z), bits, tools);
    return { exact: multiply(HALF, add(ONE, exact)), rest: rest && tools.shiftBall(rest, -1) };
  },
  // |sigmoid z - 1/2 - z/4| <= |z|^3 / 48
  nearZero: { halvings: 2, order: 3 },
  normalForm: { family: 'tanh', parity: 'odd', constant: HALF, linear: ZERO, times: HALF, shrink: HALF },
  tex: '\\dfrac{1}{1 + e^{-z}}',
  notation: bracketed('\\sigma(', 'sigmoid('),
};
