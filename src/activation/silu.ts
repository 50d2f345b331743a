/** f(z) = z / (1 + e^-z) = z/2 + (z/2) tanh(z/2), whose second part is even. */
import { HALF, ONE, ZERO, rational } from '../number/rational.ts';
import { named } from './bracket.ts';
import type { SmoothFunction } from './function.ts';
import { sigmoid } from './sigmoid.ts';

/** Its least value is -0.27846... */
const BELOW = rational(-7, 25);

export const silu: SmoothFunction = {
  shape: 'smooth',
  tangent: (z, math, at) => {
    sigmoid.tangent(z, math, at);
    at.slope = at.a + z * at.slope;
    at.a *= z;
  },
  atZero: ZERO,
  range: { min: BELOW, aboveRamp: ZERO },
  exact: (z, bits, { logisticTail, shiftBall, tanhOfHalf, timesShareBelow }) =>
    timesShareBelow(z, bits, { centre: (x, more) => shiftBall(tanhOfHalf(x, more), -1), tail: logisticTail }),
  // |silu z - z/2| <= z^2 / 4
  nearZero: { halvings: 1, order: 2 },
  normalForm: { family: 'silu', parity: 'even', constant: ZERO, linear: HALF, times: ONE, shrink: ONE },
  tex: '\\dfrac{z}{1 + e^{-z}}',
  notation: named('\\operatorname{SiLU}(', 'SiLU('),
};
