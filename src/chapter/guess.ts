/** A question that the reader may answer first. Until it is answered or put aside, nothing beside it tells. */
import type { Rational } from '../number/rational.ts';
import { useState } from 'react';
import type { Secret } from './asked-input.ts';
import { useAreHidden } from './at-top.tsx';
import { useAnswerable } from './use-answerable.ts';

export type Guess =
  { readonly kind: 'none' } | { readonly kind: 'guessed'; readonly value: Rational } | { readonly kind: 'skipped' };

export const NO_GUESS: Guess = { kind: 'none' };

/** A guess, and what makes it. */
export interface GuessState {
  readonly guess: Guess;
  readonly onGuess: (guess: Guess) => void;
}

/** Hiding the answers asks every question anew. `ask` sets what the component around holds. */
export function useAskedAnew(ask: () => void): void {
  const areHidden = useAreHidden();
  const [wereHidden, setWereHidden] = useState(areHidden);
  if (wereHidden === areHidden) return;
  setWereHidden(areHidden);
  if (areHidden) ask();
}

/** Is the question open? Not in the HTML of the build, nor on paper but for a worksheet. */
export function useIsAsked({ kind }: Guess): boolean {
  const answerable = useAnswerable();
  return answerable && kind === 'none';
}

/** What is kept back while a coefficient is asked for: where the answers are hidden, the other ones as well. */
export function useSecret(isAsked: boolean, asked: number): Secret {
  const areHidden = useAreHidden();
  if (!isAsked) return null;
  return areHidden ? 'all' : asked;
}
