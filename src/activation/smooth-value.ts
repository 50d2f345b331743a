/**
 * The smooth activations at a rational z, as an exact part plus a rest with a proven error. Far from 0 the exact part is
 * the straight line or the level that the function approaches, so that the rest keeps its own digits however small it
 * is: gelu(100) is 100 minus something near 10^-2170, and both are known.
 */
import type { SmoothKind } from './activation.ts';
import { SMOOTH_AT_ZERO } from './pieces.ts';
import {
  addBalls,
  ballOf,
  divideBalls,
  midpointOf,
  multiplyBalls,
  negateBall,
  shiftBall,
  top,
  widen,
  type Ball,
} from '../number/ball.ts';
import { expOfMinus, logOfOnePlus, logOfTwo, normalFromCentre, normalTail, tanhOfHalf } from '../number/elementary.ts';
import { ONE, ZERO, absolute, compare, isZero, rational, sign, type Rational } from '../number/rational.ts';

/** The real number exact + rest; `rest` null: it is rational, and known. */
export interface Value {
  readonly exact: Rational;
  readonly rest: Ball | null;
}

const TWO = rational(2);
const HALF = rational(1, 2);
const ONE_BALL: Ball = { m: 1n, r: 0n, e: 0 };

/**
 * f(z). Rational where that is known: tanh, gelu and silu are 0 at 0, sigmoid is 1/2; tanh, sigmoid, softplus and silu
 * have no other rational values at rational z (Lindemann and Weierstrass), and of gelu none is known.
 */
export function smoothValue(kind: SmoothKind, z: Rational, bits: number): Value {
  const atZero = isZero(z) ? SMOOTH_AT_ZERO[kind] : null;
  if (atZero) return { exact: atZero, rest: null };
  const size = absolute(z);
  const far = compare(size, ONE) >= 0;
  const positive = sign(z) > 0;
  switch (kind) {
    case 'tanh': {
      if (!far) return { exact: ZERO, rest: signed(positive, tanhOfHalf(times2(size), bits)) };
      const rest = shiftBall(logisticTail(times2(size), bits), 1);
      return { exact: rational(positive ? 1 : -1), rest: signed(!positive, rest) };
    }
    case 'sigmoid': {
      if (!far) return { exact: HALF, rest: shiftBall(signed(positive, tanhOfHalf(size, bits)), -1) };
      return { exact: positive ? ONE : ZERO, rest: signed(!positive, logisticTail(size, bits)) };
    }
    case 'softplus':
      return { exact: positive ? z : ZERO, rest: logOfOnePlus(expOfMinus(size, bits + 8), bits) };
    case 'silu': {
      if (far) return { exact: positive ? z : ZERO, rest: negativeProduct(size, logisticTail(size, bits + 8), bits) };
      const sigmoid = addBalls(ONE_BALL, signed(positive, tanhOfHalf(size, bits + 8)), bits + 8);
      return { exact: ZERO, rest: shiftBall(multiplyBalls(ballOf(z, bits + 8), sigmoid, bits), -1) };
    }
    case 'gelu': {
      if (far) return { exact: positive ? z : ZERO, rest: negativeProduct(size, normalTail(size, bits + 8), bits) };
      const half: Ball = { m: 1n, r: 0n, e: -1 };
      const below = addBalls(half, signed(positive, normalFromCentre(size, bits + 8)), bits + 8);
      return { exact: ZERO, rest: multiplyBalls(ballOf(z, bits + 8), below, bits) };
    }
  }
}

/** f of a number that is itself known as a ball only. */
export function smoothValueOfBall(kind: SmoothKind, z: Ball, bits: number): Value {
  if (top(z) <= -bits) return nextToZero(kind, z, bits);
  const { midpoint, radius } = midpointOf(z);
  const { exact, rest } = smoothValue(kind, midpoint, bits);
  // All five have slopes between -2 and 2, so f(z) is within two radii of f(midpoint).
  return { exact, rest: widen(rest ?? { m: 0n, r: 0n, e: radius.e }, top(radius) + 1) };
}

/**
 * f(z) for |z| < 2^-bits, by the start of its series: what is left out is below the precision. However small z is, this
 * takes no more digits than z has.
 */
function nextToZero(kind: SmoothKind, given: Ball, bits: number): Value {
  const t = top(given);
  // Its last bit is where errors are counted.
  const up = Math.max(0, given.e - (t - bits - 8));
  const z: Ball = { m: given.m << BigInt(up), r: given.r << BigInt(up), e: given.e - up };
  const half = shiftBall(z, -1);
  switch (kind) {
    // |tanh z - z| <= |z|^3 / 3
    case 'tanh':
      return { exact: ZERO, rest: widen(z, 3 * t) };
    // |sigmoid z - 1/2 - z/4| <= |z|^3 / 48
    case 'sigmoid':
      return { exact: HALF, rest: widen(shiftBall(z, -2), 3 * t) };
    // |softplus z - log 2 - z/2| <= z^2 / 8
    case 'softplus':
      return { exact: ZERO, rest: widen(addBalls(logOfTwo(bits), half, bits), 2 * t) };
    // |silu z - z/2| <= z^2 / 4, |gelu z - z/2| <= z^2 / 2
    case 'silu':
    case 'gelu':
      return { exact: ZERO, rest: widen(half, 2 * t) };
  }
}

/** e^-x / (1 + e^-x) = sigmoid(-x), for x >= 0. */
function logisticTail(x: Rational, bits: number): Ball {
  const u = expOfMinus(x, bits + 8);
  return divideBalls(u, addBalls(ONE_BALL, u, bits + 8), bits);
}

function times2(x: Rational): Rational {
  return rational(TWO.n * x.n, x.d);
}

function signed(positive: boolean, ball: Ball): Ball {
  return positive ? ball : negateBall(ball);
}

function negativeProduct(x: Rational, ball: Ball, bits: number): Ball {
  return negateBall(multiplyBalls(ballOf(x, bits + 8), ball, bits));
}
