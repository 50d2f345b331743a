/** f(z) = tanh z, which is odd. */
import { MINUS_ONE, ONE, ZERO, absolute, compare, multiply, rational, sign } from '../number/rational.ts';
import { named } from './bracket.ts';
import type { SmoothFunction } from './function.ts';

const TWO = rational(2);

export const tanh: SmoothFunction = {
  shape: 'smooth',
  // (1 - e^-2|z|) / (1 + e^-2|z|), with the sign of z
  tangent: (z, { expMinusOne }, at) => {
    const e = expMinusOne(-2 * Math.abs(z));
    const size = -e / (2 + e);
    at.a = z < 0 ? -size : size;
    at.slope = (1 - size) * (1 + size);
  },
  atZero: ZERO,
  range: { min: MINUS_ONE, max: ONE },
  exact: (z, bits, tools) => {
    const positive = sign(z) > 0;
    const twice = multiply(TWO, absolute(z));
    if (compare(absolute(z), ONE) < 0) {
      return { exact: ZERO, rest: tools.signed(positive, tools.tanhOfHalf(twice, bits)) };
    }
    const rest = tools.shiftBall(tools.logisticTail(twice, bits), 1);
    return { exact: positive ? ONE : MINUS_ONE, rest: tools.signed(!positive, rest) };
  },
  // |tanh z - z| <= |z|^3 / 3
  nearZero: { halvings: 0, order: 3 },
  normalForm: { family: 'tanh', parity: 'odd', constant: ZERO, linear: ZERO, times: ONE, shrink: ONE },
  tex: '\\tanh z',
  notation: named('\\tanh(', 'tanh('),
};
