/**
 * The activation functions over doubles, for pictures and for values that are shown with an ≈. Where z is rational and
 * the function piecewise linear, `algebra/activation.ts` has the exact value.
 */
import type { Activation } from './activation.ts';

/** a = f(z), to within a few units in the last place. */
export function activateNumber(activation: Activation<number>, z: number): number {
  switch (activation.kind) {
    case 'linear':
      return z;
    case 'relu':
      return z > 0 ? z : 0;
    case 'leakyRelu':
      return z > 0 ? z : activation.slope * z;
    case 'abs':
      return Math.abs(z);
    case 'hardTanh':
      return Math.max(-1, Math.min(1, z));
    case 'tanh':
      return Math.tanh(z);
    case 'sigmoid':
      return sigmoid(z);
    case 'softplus':
      // ln(1 + e^z), written so that e^z never overflows.
      return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    case 'gelu':
      // z times the share of the normal distribution below z.
      return (z * complementaryErrorFunction(-z / Math.SQRT2)) / 2;
    case 'silu':
      return z * sigmoid(z);
  }
}

function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const power = Math.exp(z);
  return power / (1 + power);
}

/** From here on the continued fraction converges quickly, and 1 - erf would lose digits. */
const TAIL = 2;
const SERIES_TERMS = 40;
const FRACTION_TERMS = 120;

/** erfc(x) = 1 - erf(x), the integral of 2/√π e^(-t²) from x on (Abramowitz and Stegun 7.1). */
function complementaryErrorFunction(x: number): number {
  if (x < 0) return 2 - complementaryErrorFunction(-x);
  return x < TAIL ? 1 - errorSeries(x) : errorTail(x);
}

/** erf(x) = 2/√π e^(-x²) (x + 2x³/3 + 4x⁵/15 + ...): all terms positive, so nothing cancels (7.1.6). */
function errorSeries(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; n <= SERIES_TERMS; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}

/** erfc(x) = e^(-x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + ...)))), from the innermost term outwards (7.1.14). */
function errorTail(x: number): number {
  let denominator = x;
  for (let n = FRACTION_TERMS; n >= 1; n--) denominator = x + n / 2 / denominator;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / denominator;
}
