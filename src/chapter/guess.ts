/** The guess of section 2: what multiplies an input in the end? Until it is made, nothing beside it says so. */
import type { Rational } from '../number/rational.ts';
import { useAnswerable } from './use-answerable.ts';

export type Guess =
  { readonly kind: 'none' } | { readonly kind: 'guessed'; readonly value: Rational } | { readonly kind: 'skipped' };

export const NO_GUESS: Guess = { kind: 'none' };

/** Is the question open? Not in the HTML of the build, nor on paper. */
export function useIsAsked({ kind }: Guess): boolean {
  const answerable = useAnswerable();
  return answerable && kind === 'none';
}
