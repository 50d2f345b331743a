/** The standard normal distribution over doubles. */

/** From |z|/√2 = 1.25 on so many terms of the continued fraction are enough, and 1/2 - Φ would lose digits. */
const TAIL = 1.25;
const SERIES_TERMS = 40;
const FRACTION_TERMS = 120;
/** Beyond it e^(-z²/2) is 0. */
const NOTHING_LEFT = 40;

/** Φ(z): the share below z; (1 + erf(z/√2))/2 (Abramowitz and Stegun 7.1, 26.2.29). */
export function shareBelow(z: number): number {
  if (z > 0) return 1 - shareBelow(-z);
  const x = -z / Math.SQRT2;
  return x < TAIL ? 0.5 - (bell(z) * errorSeries(x)) / Math.sqrt(Math.PI) : (bell(z) * tailFraction(x)) / 2;
}

/**
 * e^(-z²/2). The square is taken in two parts, the first of them exact: an error of one part in 2⁵³ of z² would be one of
 * z²/2 parts of the result.
 */
export function bell(z: number): number {
  if (Math.abs(z) > NOTHING_LEFT) return 0;
  const near = Math.fround(z);
  return Math.exp((-near * near) / 2) * Math.exp((-(z - near) * (z + near)) / 2);
}

/** √π/2 e^(x²) erf(x) = x + 2x³/3 + 4x⁵/15 + ...: all terms positive, so nothing cancels (7.1.6). */
function errorSeries(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; n <= SERIES_TERMS; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return total;
}

/** e^(x²) erfc(x) = 1/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + ...)))), from the innermost term outwards (7.1.14). */
function tailFraction(x: number): number {
  let denominator = x;
  for (let n = FRACTION_TERMS; n >= 1; n--) denominator = x + n / 2 / denominator;
  return 1 / Math.sqrt(Math.PI) / denominator;
}
