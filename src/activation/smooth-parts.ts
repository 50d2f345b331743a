/** What the exact values of several smooth functions are made of. */
import type { Ball } from '../number/ball.ts';
import { ONE, ZERO, absolute, compare, sign, type Rational } from '../number/rational.ts';
import type { ExactTools, Value } from './function.ts';

const ONE_BALL: Ball = { m: 1n, r: 0n, e: 0 };
const HALF_BALL: Ball = { m: 1n, r: 0n, e: -1 };

/** e^-x / (1 + e^-x) = sigmoid(-x), for x >= 0. */
export function logisticTail(x: Rational, bits: number, { addBalls, divideBalls, expOfMinus }: ExactTools): Ball {
  const u = expOfMinus(x, bits + 8);
  return divideBalls(u, addBalls(ONE_BALL, u, bits + 8), bits);
}

export function signed(positive: boolean, ball: Ball, { negateBall }: ExactTools): Ball {
  return positive ? ball : negateBall(ball);
}

/** z times the share of a symmetric distribution below z, given the share between 0 and x > 0, and that above x. */
export function timesShareBelow(
  z: Rational,
  bits: number,
  shares: { readonly centre: (x: Rational, bits: number) => Ball; readonly tail: (x: Rational, bits: number) => Ball },
  tools: ExactTools,
): Value {
  const positive = sign(z) > 0;
  const size = absolute(z);
  const far = compare(size, ONE) >= 0;
  const { addBalls, ballOf, multiplyBalls, negateBall } = tools;
  const share = far
    ? negateBall(shares.tail(size, bits + 8))
    : addBalls(HALF_BALL, signed(positive, shares.centre(size, bits + 8), tools), bits + 8);
  // z less what is above z; or, of a negative z, |z| times what is below z, which is as much as what is above |z|.
  return {
    exact: far && positive ? z : ZERO,
    rest: multiplyBalls(ballOf(far ? size : z, bits + 8), share, bits),
  };
}
