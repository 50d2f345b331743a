/** f(z) = ln(1 + e^z) = z/2 + log(2 cosh(z/2)), whose second part is even. f(0) = ln 2 is not rational. */
import { HALF, ONE, ZERO, absolute, sign } from '../number/rational.ts';
import { named } from './bracket.ts';
import type { SmoothFunction } from './function.ts';

export const softplus: SmoothFunction = {
  shape: 'smooth',
  // Written so that e^z never overflows.
  tangent: (z, { expOfNegative, logOfOnePlus }, at) => {
    const power = expOfNegative(-Math.abs(z));
    at.a = (z > 0 ? z : 0) + logOfOnePlus(power);
    at.slope = z < 0 ? power / (1 + power) : 1 / (1 + power);
  },
  atZero: null,
  // It lies above max(0, z) by log 2 at most.
  range: { min: ZERO, aboveRamp: ONE },
  exact: (z, bits, { expOfMinus, logOfOnePlus }) => ({
    exact: sign(z) > 0 ? z : ZERO,
    rest: logOfOnePlus(expOfMinus(absolute(z), bits + 8), bits),
  }),
  // |softplus z - log 2 - z/2| <= z^2 / 8
  nearZero: { halvings: 1, order: 2 },
  normalForm: { family: 'softplus', parity: 'even', constant: ZERO, linear: HALF, times: ONE, shrink: ONE },
  tex: '\\ln(1 + e^{z})',
  notation: named('\\operatorname{softplus}(', 'softplus('),
};
