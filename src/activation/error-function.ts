/** The complementary error function over doubles, for the normal distribution. */

/** From here on the continued fraction converges quickly, and 1 - erf would lose digits. */
const TAIL = 2;
const SERIES_TERMS = 40;
const FRACTION_TERMS = 120;

/** erfc(x) = 1 - erf(x), the integral of 2/√π e^(-t²) from x on (Abramowitz and Stegun 7.1). */
export function complementaryErrorFunction(x: number): number {
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
