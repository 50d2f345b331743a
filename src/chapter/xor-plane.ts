/** A plane across the four posts of XOR: what it misses, and that none misses less than the flat one at 1/2. */
import { ONE, ZERO, HALF, add, equal, multiply, rational, subtract, sum, type Rational } from '../number/rational.ts';

/** ŷ = a x_A + b x_B + c */
export interface Plane {
  readonly a: Rational;
  readonly b: Rational;
  readonly c: Rational;
}

export interface Post {
  /** 0 or 1. */
  readonly at: readonly [Rational, Rational];
  /** 1 where exactly one of the two is 1. */
  readonly height: Rational;
}

export const POSTS: readonly Post[] = [ZERO, ONE].flatMap((a) =>
  [ZERO, ONE].map((b): Post => ({ at: [a, b], height: equal(a, b) ? ZERO : ONE })),
);

/** Of the least squares: XOR minus 1/2 stands at right angles to A, to B and to 1. */
export const BEST: Plane = { a: ZERO, b: ZERO, c: HALF };

export function heightAt({ a, b, c }: Plane, [atA, atB]: readonly [Rational, Rational]): Rational {
  return add(add(multiply(a, atA), multiply(b, atB)), c);
}

/** The mean of the squares of what it misses. */
export function lossOf(plane: Plane): Rational {
  const squares = POSTS.map(({ at, height }) => {
    const miss = subtract(heightAt(plane, at), height);
    return multiply(miss, miss);
  });
  return multiply(rational(1, POSTS.length), sum(squares));
}

/** What the plane adds up to over the two corners of a diagonal; XOR adds up to 0 over the one, to 2 over the other. */
export function diagonalSum(plane: Plane, isSame: boolean): Rational {
  return sum(POSTS.filter(({ at }) => equal(...at) === isSame).map(({ at }) => heightAt(plane, at)));
}
