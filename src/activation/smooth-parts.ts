/** What the exact values of several smooth functions are made of. */
import { addBalls, ballOf, divideBalls, multiplyBalls, negateBall, type Ball } from '../number/ball.ts';
import { expOfMinus } from '../number/elementary.ts';
import { ONE, ZERO, absolute, compare, sign, type Rational } from '../number/rational.ts';
import type { Value } from './function.ts';

const ONE_BALL: Ball = { m: 1n, r: 0n, e: 0 };
const HALF_BALL: Ball = { m: 1n, r: 0n, e: -1 };

/** e^-x / (1 + e^-x) = sigmoid(-x), for x >= 0. */
export function logisticTail(x: Rational, bits: number): Ball {
  const u = expOfMinus(x, bits + 8);
  return divideBalls(u, addBalls(ONE_BALL, u, bits + 8), bits);
}

export function signed(positive: boolean, ball: Ball): Ball {
  return positive ? ball : negateBall(ball);
}

/** z times the share of a symmetric distribution below z, given the share between 0 and x > 0, and that above x. */
export function timesShareBelow(
  z: Rational,
  bits: number,
  shares: { readonly centre: (x: Rational, bits: number) => Ball; readonly tail: (x: Rational, bits: number) => Ball },
): Value {
  const positive = sign(z) > 0;
  const size = absolute(z);
  const far = compare(size, ONE) >= 0;
  const share = far
    ? negateBall(shares.tail(size, bits + 8))
    : addBalls(HALF_BALL, signed(positive, shares.centre(size, bits + 8)), bits + 8);
  // z less what is above z; or, of a negative z, |z| times what is below z, which is as much as what is above |z|.
  return {
    exact: far && positive ? z : ZERO,
    rest: multiplyBalls(ballOf(far ? size : z, bits + 8), share, bits),
  };
}
