/** Whose coefficient is to be guessed. */
import type { Affine } from '../algebra/affine.ts';
import { isZero } from '../number/rational.ts';

/** The first input that has a coefficient other than 0. */
export function askedInput({ coef }: Affine): number {
  return Math.max(
    0,
    coef.findIndex((c) => !isZero(c)),
  );
}
