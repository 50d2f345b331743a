/**
 * Real numbers with a proven error: a ball is the set of all reals from (m - r) 2^e to (m + r) 2^e. Every function here
 * returns a ball that holds all results for all members of its arguments, and rounds m to about `bits` bits, so that the
 * precision is relative: tiny values keep their digits. (Midpoint-radius interval arithmetic, as in F. Johansson's Arb,
 * IEEE Transactions on Computers 66, 2017.)
 */
import { compare, rational, type Rational } from './rational.ts';

export interface Ball {
  /** Midpoint, in units of 2^e. */
  readonly m: bigint;
  /** Radius, >= 0, in units of 2^e. */
  readonly r: bigint;
  readonly e: number;
}

export const ZERO_BALL: Ball = { m: 0n, r: 0n, e: 0 };

/** Guard bits when terms of different size are added: keeps the rounding below the last bit asked for. */
const GUARD = 8;

/** The least power of two that is named exactly when an end of a ball is asked for; below it the ball is widened. */
const FINEST = -(2 ** 16);

/** The number of bits of |n|, rounded up to a multiple of 4. */
function size(n: bigint): number {
  return n === 0n ? 0 : (n < 0n ? -n : n).toString(16).length * 4;
}

/** All members are smaller than 2^top in absolute value. */
export function top(ball: Ball): number {
  return ball.e + Math.max(size(ball.m), size(ball.r)) + 1;
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** The ball in units of 2^e, at least as coarse as asked: e stays when it is coarser already. */
function coarsen(ball: Ball, e: number): Ball {
  if (ball.e >= e) return ball;
  const shift = BigInt(e - ball.e);
  const m = ball.m >> shift;
  const exact = ball.r === 0n && (ball.m === 0n || (m !== 0n && m !== -1n && m << shift === ball.m));
  return { m, r: exact ? 0n : (ball.r >> shift) + 2n, e };
}

function round(ball: Ball, bits: number): Ball {
  const excess = Math.max(size(ball.m), size(ball.r)) - bits;
  return excess > 0 ? coarsen(ball, ball.e + excess) : ball;
}

/** A ball that holds n/d. */
export function ballOf({ n, d }: Rational, bits: number): Ball {
  if (d === 1n) return round({ m: n, r: 0n, e: 0 }, bits);
  const shift = Math.max(0, bits + size(d) - size(n));
  const scaled = n << BigInt(shift);
  const m = scaled / d;
  return round({ m, r: m * d === scaled ? 0n : 1n, e: -shift }, bits);
}

/** a + b, each for all members. */
export function addBalls(a: Ball, b: Ball, bits: number): Ball {
  if (a.m === 0n && a.r === 0n) return round(b, bits);
  if (b.m === 0n && b.r === 0n) return round(a, bits);
  const finest = Math.max(top(a), top(b)) - bits - GUARD;
  const p = coarsen(a, finest);
  const q = coarsen(b, finest);
  const e = Math.min(p.e, q.e);
  const up = BigInt(p.e - e);
  const uq = BigInt(q.e - e);
  return round({ m: (p.m << up) + (q.m << uq), r: (p.r << up) + (q.r << uq), e }, bits);
}

/** -a, exactly. */
export function negateBall(a: Ball): Ball {
  return { m: -a.m, r: a.r, e: a.e };
}

/** a - b, for all members of each, even where a and b are the same ball. */
export function subtractBalls(a: Ball, b: Ball, bits: number): Ball {
  return addBalls(a, negateBall(b), bits);
}

/** a b, for all members of each. */
export function multiplyBalls(a: Ball, b: Ball, bits: number): Ball {
  const r = magnitude(a.m) * b.r + magnitude(b.m) * a.r + a.r * b.r;
  return round({ m: a.m * b.m, r, e: a.e + b.e }, bits);
}

/** a / b. Throws a RangeError when b holds 0. */
export function divideBalls(a: Ball, b: Ball, bits: number): Ball {
  const least = magnitude(b.m) - b.r;
  if (least <= 0n) throw new RangeError('division by a ball that holds 0');
  const shift = BigInt(Math.max(0, bits + size(b.m) - size(a.m)));
  const m = (a.m << shift) / b.m;
  // |x/y - m_a/m_b| <= (r_a |m_b| + r_b |m_a|) / (|m_b| least) for x in a, y in b; two more for the roundings.
  const spread = (a.r * magnitude(b.m) + b.r * magnitude(a.m)) << shift;
  return round({ m, r: spread / (magnitude(b.m) * least) + 2n, e: a.e - b.e - Number(shift) }, bits);
}

/** a / n for an integer n >= 1. */
export function divideByInteger(a: Ball, n: number, bits: number): Ball {
  const shift = Math.max(0, bits + size(BigInt(n)) - size(a.m));
  const divisor = BigInt(n);
  return round({ m: (a.m << BigInt(shift)) / divisor, r: (a.r << BigInt(shift)) / divisor + 2n, e: a.e - shift }, bits);
}

/** 2^k a, exactly. */
export function shiftBall(a: Ball, k: number): Ball {
  return { m: a.m, r: a.r, e: a.e + k };
}

/** The ball and all that is within 2^k of it. */
export function widen(a: Ball, k: number): Ball {
  const ball = coarsen(a, k - GUARD);
  return { m: ball.m, r: ball.r + (1n << BigInt(Math.max(0, k - ball.e))), e: ball.e };
}

/** -1 or 1 when all members have that sign; 0 when the ball is exactly 0; null when that is not known. */
export function signOfBall({ m, r }: Ball): -1 | 0 | 1 | null {
  if (m > r) return 1;
  if (-m > r) return -1;
  return m === 0n && r === 0n ? 0 : null;
}

/** The ends, exactly; of a slightly wider ball when they would need more than 2^16 places after the binary point. */
export function endsOf(ball: Ball): { lower: Rational; upper: Rational } {
  const { m, r, e } = coarsen(ball, FINEST);
  return { lower: dyadic(m - r, e), upper: dyadic(m + r, e) };
}

/** The midpoint exactly, and the radius as a ball around 0; widened like `endsOf`. */
export function midpointOf(ball: Ball): { midpoint: Rational; radius: Ball } {
  const { m, r, e } = coarsen(ball, FINEST);
  return { midpoint: dyadic(m, e), radius: { m: 0n, r, e } };
}

/** The smallest ball, up to rounding, that holds both rationals. */
export function hull(p: Rational, q: Rational, bits: number): Ball {
  const [lower, upper] = compare(p, q) < 0 ? [p, q] : [q, p];
  const low = ballOf(lower, bits);
  const width = subtractBalls(ballOf(upper, bits), low, bits);
  const half = shiftBall(width, -1);
  const middle = addBalls(low, half, bits);
  return addBalls(middle, { m: 0n, r: magnitude(half.m) + half.r, e: half.e }, bits);
}

/** m 2^e. */
function dyadic(m: bigint, e: number): Rational {
  return e >= 0 ? rational(m << BigInt(e)) : rational(m, 1n << BigInt(-e));
}
