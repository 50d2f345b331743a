/**
 * The smooth activations at a rational z, as an exact part plus a rest with a proven error. Far from 0 the exact part is
 * the straight line or the level that the function approaches, so that the rest keeps its own digits however small it
 * is: gelu(100) is 100 minus something near 10^-2170, and both are known.
 */
import * as balls from '../number/ball.ts';
import * as elementary from '../number/elementary.ts';
import { ZERO, isZero, type Rational } from '../number/rational.ts';
import { ACTIVATIONS, type SmoothKind } from './activation.ts';
import * as smoothParts from './smooth-parts.ts';
import type { ExactTools, Value } from './function.ts';

export type { Value } from './function.ts';

const TOOLS: ExactTools = { ...balls, ...elementary, ...smoothParts };

/**
 * f(z). Rational where that is known, which is at 0 only: tanh, sigmoid, softplus and silu have no other rational values
 * at rational z (Lindemann and Weierstrass), and of gelu none is known.
 */
export function smoothValue(kind: SmoothKind, z: Rational, bits: number): Value {
  const { atZero, exact } = ACTIVATIONS[kind];
  return atZero && isZero(z) ? { exact: atZero, rest: null } : exact(z, bits, TOOLS);
}

/** f of a number that is itself known as a ball only. */
export function smoothValueOfBall(kind: SmoothKind, z: balls.Ball, bits: number): Value {
  if (balls.top(z) <= -bits) return valueNearZero(kind, z, bits);
  const { midpoint, radius } = balls.midpointOf(z);
  const { exact, rest } = smoothValue(kind, midpoint, bits);
  // All of them have slopes between -2 and 2, so f(z) is within two radii of f(midpoint).
  return { exact, rest: balls.widen(rest ?? { m: 0n, r: 0n, e: radius.e }, balls.top(radius) + 1) };
}

/**
 * f(z) for |z| < 2^-bits, by the start of its series: what is left out is below the precision. However small z is, this
 * takes no more digits than z has.
 */
function valueNearZero(kind: SmoothKind, given: balls.Ball, bits: number): Value {
  const { halvings, order } = ACTIVATIONS[kind].nearZero;
  const t = balls.top(given);
  // Its last bit is where errors are counted.
  const up = Math.max(0, given.e - (t - bits - 8));
  const z: balls.Ball = { m: given.m << BigInt(up), r: given.r << BigInt(up), e: given.e - up };
  const { exact, rest } = smoothValue(kind, ZERO, bits);
  const linear = balls.shiftBall(z, -halvings);
  return { exact, rest: balls.widen(rest ? balls.addBalls(rest, linear, bits) : linear, order * t) };
}
