/** f(z) = z Φ(z), Φ the normal distribution; z/2 + z erf(z / √2)/2, whose second part is even. */
import { HALF, ONE, ZERO, rational } from '../number/rational.ts';
import { named } from './bracket.ts';
import type { SmoothFunction } from './function.ts';

/** Its least value is -0.16997... */
const BELOW = rational(-17, 100);

export const gelu: SmoothFunction = {
  shape: 'smooth',
  tangent: (z, { normalBelow, normalDensity }, at) => {
    const below = normalBelow(z);
    at.a = z * below;
    at.slope = below + z * normalDensity(z);
  },
  atZero: ZERO,
  range: { min: BELOW, aboveRamp: ZERO },
  exact: (z, bits, tools) => tools.timesShareBelow(z, bits, { centre: tools.normalFromCentre, tail: tools.normalTail }),
  // |gelu z - z/2| <= z^2 / 2
  nearZero: { halvings: 1, order: 2 },
  normalForm: { family: 'gelu', parity: 'even', constant: ZERO, linear: HALF, times: ONE, shrink: ONE },
  tex: 'z\\,\\Phi(z)',
  notation: named('\\operatorname{GELU}(', 'GELU('),
};
