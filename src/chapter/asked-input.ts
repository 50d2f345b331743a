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

/** What of the linear model is not shown yet: the coefficient of an input, or, for a class, all of it. */
export type Secret = number | 'all' | null;

/** Is this coefficient kept back? Null: the constant. */
export function isSecret(secret: Secret, input: number | null): boolean {
  return secret === 'all' || (input !== null && input === secret);
}
