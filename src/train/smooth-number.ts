/**
 * The functions behind smooth activations, with the same last bit in every engine: `Math.exp` and its like may differ,
 * so these are built of + - * /, square roots, `Math.abs` and `Math.round` alone, which IEEE 754 and ECMAScript fix.
 * Off by a few units in the last place of 1.
 */

const TERMS = 14;

/** 1/n!, each by one more division. */
const INVERSE_FACTORIAL = new Float64Array(TERMS);
INVERSE_FACTORIAL[0] = 1;
for (let n = 1; n < TERMS; n++) INVERSE_FACTORIAL[n] = (INVERSE_FACTORIAL[n - 1] as number) / n;

/** 2^-k. Halving is exact. */
const HALVINGS = new Float64Array(1025);
HALVINGS[0] = 1;
for (let k = 1; k < HALVINGS.length; k++) HALVINGS[k] = (HALVINGS[k - 1] as number) / 2;

/** log 2 in two parts: the first with so few digits that its multiples are exact (fdlibm, e_exp.c). */
const LOG2_HIGH = 6.9314718036912381649e-1;
const LOG2_LOW = 1.90821492927058770002e-10;
const INVERSE_LOG2 = 1.442695040888963387;

/** Below, e^x is less than 10^-307 and counts as 0. */
const NOTHING_BELOW = -708;

/** e^x for x <= 0. */
export function expOfNegative(x: number): number {
  if (x < NOTHING_BELOW) return 0;
  const k = Math.round(-x * INVERSE_LOG2);
  // x = r - k log 2, |r| <= log(2) / 2
  return (1 + series(x + k * LOG2_HIGH + k * LOG2_LOW)) * (HALVINGS[k] as number);
}

/** e^x - 1 for x <= 0, with its own digits where x is small. */
export function expMinusOne(x: number): number {
  return x > -1 / 4 ? series(x) : expOfNegative(x) - 1;
}

/** The sum of r^n / n! from n = 1 on, for |r| <= log(2) / 2. */
function series(r: number): number {
  let sum = INVERSE_FACTORIAL[TERMS - 1] as number;
  for (let n = TERMS - 2; n > 0; n--) sum = sum * r + (INVERSE_FACTORIAL[n] as number);
  return sum * r;
}

/** log(1 + u) for 0 <= u <= 1: twice the sum of w^(2k+1) / (2k+1), with w = u / (2 + u) <= 1/3. */
export function logOfOnePlus(u: number): number {
  const w = u / (2 + u);
  const square = w * w;
  let sum = 0;
  for (let n = LOG_TERMS; n > 0; n -= 2) sum = sum * square + 1 / n;
  return 2 * w * sum;
}

/** 3^-35 / 35 is below half a unit in the last place. */
const LOG_TERMS = 33;

/** The normal density e^(-z^2 / 2) / sqrt(2 pi). */
export function normalDensity(z: number): number {
  return expOfNegative((-z * z) / 2) * PEAK;
}

const PEAK = 1 / Math.sqrt(2 * Math.PI);

/** The share of the normal distribution below z, from the nearest of the tabulated points by Taylor's series. */
export function normalBelow(z: number): number {
  const x = Math.abs(z);
  if (!(x < LAST)) return z > 0 ? 1 : z < 0 ? 0 : z;
  const k = Math.round(x * PER_UNIT);
  const c = k / PER_UNIT;
  const h = x - c;
  // d^n/dx^n density = (-1)^n He_n density, and He_(n+1) = x He_n - n He_(n-1).
  let before = 0;
  let hermite = 1;
  let power = h;
  let sum = 0;
  for (let n = 0; n < TAYLOR_TERMS; n++) {
    sum += hermite * power;
    const next = c * hermite - n * before;
    before = hermite;
    hermite = next;
    power *= -h / (n + 2);
  }
  const fromCentre = (CENTRE[k] as number) + (DENSITY[k] as number) * sum;
  return z < 0 ? 0.5 - fromCentre : 0.5 + fromCentre;
}

const PER_UNIT = 16;
/** From here on 1 is the nearest double. */
const LAST = 8.5;
const TAYLOR_TERMS = 12;
const POINTS = LAST * PER_UNIT + 1;

/** At each point k / 16: the density, and the share between 0 and the point. */
const DENSITY = Float64Array.from({ length: POINTS }, (_, k) => normalDensity(k / PER_UNIT));
const CENTRE = Float64Array.from({ length: POINTS }, (_, k) => fromCentreBySeries(k / PER_UNIT));

/** density(x) times the sum of x^(2k+1) / (1 3 5 ... (2k+1)): all terms are positive, so nothing cancels. */
function fromCentreBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 3; term > sum * 2 ** -54; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return normalDensity(x) * sum;
}
