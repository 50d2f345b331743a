/**
 * exp, log and the normal distribution with proven errors, from their textbook series on balls. Every truncated series
 * has its remainder added to the radius; `bits` is the precision of the result relative to its size.
 */
import {
  ZERO_BALL,
  addBalls,
  ballOf,
  divideBalls,
  divideByInteger,
  multiplyBalls,
  negateBall,
  shiftBall,
  subtractBalls,
  top,
  widen,
  type Ball,
} from './ball.ts';
import { ONE, compare, multiply, rational, toNumber, type Rational } from './rational.ts';

const ONE_BALL: Ball = { m: 1n, r: 0n, e: 0 };

/** e^-x is below 2^-x; beyond this x that is all that is said about it. */
const HUGE = rational(2 ** 46);
const NEXT_TO_NOTHING: Ball = { m: 0n, r: 1n, e: -(2 ** 46) };

/** sum over k of sign^k / (q^(2k+1) (2k+1)): atanh(1/q) for sign 1, atan(1/q) for sign -1, times 2^bits. */
function inverseTangentSeries(q: bigint, sign: 1n | -1n, bits: number): { m: bigint; r: bigint } {
  let power = (1n << BigInt(bits)) / q;
  let m = 0n;
  let k = 0n;
  for (let coefficient = 1n; power !== 0n; coefficient *= sign, k++, power /= q * q) {
    m += (coefficient * power) / (2n * k + 1n);
  }
  // Each term is off by less than 2 (its power and its quotient are truncated), the terms left out sum to less than 2.
  return { m, r: 2n * k + 2n };
}

function combineSeries(terms: readonly (readonly [times: bigint, q: bigint])[], sign: 1n | -1n, bits: number): Ball {
  let m = 0n;
  let r = 0n;
  for (const [times, q] of terms) {
    const series = inverseTangentSeries(q, sign, bits);
    m += times * series.m;
    r += (times < 0n ? -times : times) * series.r;
  }
  return { m, r, e: -bits };
}

/** A constant, computed anew only when more bits are asked for than before. */
function constant(compute: (bits: number) => Ball): (bits: number) => Ball {
  let known: { bits: number; ball: Ball } | null = null;
  return (bits) => {
    if (!known || known.bits < bits) known = { bits: bits + 64, ball: compute(bits + 96) };
    return known.ball;
  };
}

/** log 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749). */
export const logOfTwo = constant((bits) =>
  combineSeries(
    [
      [18n, 26n],
      [-2n, 4801n],
      [8n, 8749n],
    ],
    1n,
    bits,
  ),
);

/** pi = 16 atan(1/5) - 4 atan(1/239) (Machin 1706). */
const pi = constant((bits) =>
  combineSeries(
    [
      [16n, 5n],
      [-4n, 239n],
    ],
    -1n,
    bits,
  ),
);

/** 1 / sqrt(2 pi). */
const normalPeak = constant((bits) =>
  divideBalls(ONE_BALL, squareRoot(shiftBall(pi(bits + 8), 1), bits + 8), bits + 8),
);

/** The square root of a ball of positive numbers >= 1/4 (only 2 pi needs one). */
function squareRoot(a: Ball, bits: number): Ball {
  // The root of m 4^k 2^-2s is floor(sqrt(m 4^k)) 2^(k-s) within 1; d sqrt(x) = dx / (2 sqrt x) <= dx for x >= 1/4.
  const up = 2 * bits + Math.abs(a.e % 2);
  const m = integerSquareRoot(a.m << BigInt(up));
  return widen({ m, r: 1n, e: (a.e - up) / 2 }, top({ m: 0n, r: a.r, e: a.e }));
}

/** floor(sqrt(n)), by Newton's method from above. */
function integerSquareRoot(n: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** e^-x for a rational x >= 0. */
export function expOfMinus(x: Rational, bits: number): Ball {
  if (compare(x, HUGE) > 0) return NEXT_TO_NOTHING;
  const halvings = Math.ceil(Math.sqrt(bits));
  const work = bits + 2 * halvings + 16;
  // -x = t - k log 2 with |t| about log(2) / 2 at most, so that e^-x = e^t 2^-k.
  const k = Math.round(toNumber(x) / Math.LN2);
  const multiple = multiplyBalls({ m: BigInt(k), r: 0n, e: 0 }, logOfTwo(work + 64), work + 64);
  const t = subtractBalls(multiple, ballOf(x, work + 64), work + 64);
  // e^t = (e^(t / 2^halvings))^(2^halvings)
  let power = expSeries(shiftBall(t, -halvings), work);
  for (let i = 0; i < halvings; i++) power = multiplyBalls(power, power, work);
  return shiftBall(power, -k);
}

/** sum of t^n / n!, for |t| <= 1/2. */
function expSeries(t: Ball, bits: number): Ball {
  let total = ONE_BALL;
  let term = ONE_BALL;
  for (let n = 1; top(term) > -bits; n++) {
    term = divideByInteger(multiplyBalls(term, t, bits), n, bits);
    total = addBalls(total, term, bits);
  }
  return widen(total, top(term)); // what is left out is less than the last term
}

/** log(1 + u) for 0 <= u <= 1: twice the sum of w^(2k+1) / (2k+1), with w = u / (2 + u) <= 1/3. */
export function logOfOnePlus(u: Ball, bits: number): Ball {
  const work = bits + 16;
  const w = divideBalls(u, addBalls({ m: 2n, r: 0n, e: 0 }, u, work), work);
  const square = multiplyBalls(w, w, work);
  let total = ZERO_BALL;
  let power = w;
  let term = w;
  for (let k = 0; k === 0 || top(term) > top(total) - work; k++) {
    if (k > 0) power = multiplyBalls(power, square, work);
    term = divideByInteger(power, 2 * k + 1, work);
    total = addBalls(total, term, work);
  }
  return shiftBall(widen(total, top(term)), 1); // the terms fall at least as fast as 9^-k
}

/** The normal density e^(-x^2 / 2) / sqrt(2 pi). */
function normalDensity(x: Rational, bits: number): Ball {
  const work = bits + 16;
  return multiplyBalls(expOfMinus(multiply(rational(1, 2), multiply(x, x)), work), normalPeak(work), work);
}

/** Phi(x) - 1/2 for x >= 0: density(x) times the sum of x^(2k+1) / (1 3 5 ... (2k+1)), all terms positive. */
export function normalFromCentre(x: Rational, bits: number): Ball {
  if (x.n === 0n) return ZERO_BALL;
  const work = bits + 16;
  const square = ballOf(multiply(x, x), work);
  const turning = 2 * toNumber(multiply(x, x));
  let term = ballOf(x, work);
  let total = term;
  for (let k = 1; 2 * k + 1 <= turning || top(term) > top(total) - work; k++) {
    term = divideByInteger(multiplyBalls(term, square, work), 2 * k + 1, work);
    total = addBalls(total, term, work);
  }
  // From 2k + 1 > 2 x^2 on the terms at least halve: what is left out is less than the last one.
  return multiplyBalls(widen(total, top(term)), normalDensity(x, work), work);
}

/** 1 - Phi(x) for x >= 1, with its own digits however small it is. */
export function normalTail(x: Rational, bits: number): Ball {
  if (compare(x, HUGE) > 0) return NEXT_TO_NOTHING;
  const square = toNumber(multiply(x, x));
  if (square > 2 * bits) return multiplyBalls(normalDensity(x, bits + 8), millsRatio(x, bits + 8), bits + 8);
  const lost = Math.ceil(square * 0.73) + 16; // log2 of 1 / tail
  const half: Ball = { m: 1n, r: 0n, e: -1 };
  return subtractBalls(half, normalFromCentre(x, bits + lost), bits + lost);
}

/**
 * (1 - Phi(x)) / density(x) = 1 / (x + 1 / (x + 2 / (x + 3 / ...))) (Laplace): consecutive convergents lie on both
 * sides of the limit, since all parts are positive.
 */
function millsRatio(x: Rational, bits: number): Ball {
  const work = bits + 32;
  const step = ballOf(x, work);
  // Convergents B / A of the ratio, by the two-term recurrence.
  let [a0, a1, b0, b1]: [Ball, Ball, Ball, Ball] = [ONE_BALL, step, ZERO_BALL, ONE_BALL];
  let before = divideBalls(b1, a1, work);
  for (let n = 1; ; n++) {
    const times: Ball = { m: BigInt(n), r: 0n, e: 0 };
    [a0, a1] = [a1, addBalls(multiplyBalls(step, a1, work), multiplyBalls(times, a0, work), work)];
    [b0, b1] = [b1, addBalls(multiplyBalls(step, b1, work), multiplyBalls(times, b0, work), work)];
    const ratio = divideBalls(b1, a1, work);
    const apart = subtractBalls(ratio, before, work);
    if (top(apart) < top(ratio) - bits) return widen(ratio, top(apart));
    before = ratio;
  }
}

/** (1 - e^-x) / (1 + e^-x) = tanh(x / 2), for x >= 0, with its own digits when x is small. */
export function tanhOfHalf(x: Rational, bits: number): Ball {
  if (x.n === 0n) return ZERO_BALL;
  const lost = compare(x, ONE) < 0 ? Math.max(0, x.d.toString(2).length - x.n.toString(2).length) + 4 : 4;
  const u = expOfMinus(x, bits + lost);
  const work = bits + lost;
  return divideBalls(addBalls(ONE_BALL, negateBall(u), work), addBalls(ONE_BALL, u, work), work);
}
