/**
 * The guesses that more than one part of the article knows of: what a section asks, the slim bar does not tell either. They
 * stand outside of the parts, which come alive one at a time: a part that is drawn again before would lose its HTML.
 */
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import { isSwitchedOn } from '../state/view.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { NO_GUESS, type Guess, type GuessState } from './guess.ts';

/** The model of the network with linear nodes; the number of its pieces with ReLU. */
export type SharedQuestion = 'model' | 'pieces';
type Guesses = Readonly<Record<SharedQuestion, Guess>>;

const NONE: Guesses = { model: NO_GUESS, pieces: NO_GUESS };

const GuessesContext = createContext<StoreApi<Guesses> | null>(null);

/** Around the whole article. Hiding the answers asks every question anew. */
export function WithGuesses({ children }: { readonly children: ReactNode }) {
  const stage = useCreaseStore();
  const [guesses] = useState(() => createStore<Guesses>()(() => NONE));
  useEffect(
    () =>
      stage.subscribe(({ figures }, before) => {
        if (isSwitchedOn(figures, 'hidden') && !isSwitchedOn(before.figures, 'hidden')) guesses.setState(NONE);
      }),
    [stage, guesses],
  );
  return <GuessesContext.Provider value={guesses}>{children}</GuessesContext.Provider>;
}

export function useSharedGuess(question: SharedQuestion): GuessState {
  const guesses = useContext(GuessesContext);
  if (!guesses) throw new Error('this part stands outside of the article');
  const guess = useStore(guesses, (all) => all[question]);
  const onGuess = useCallback((next: Guess) => guesses.setState({ [question]: next }), [guesses, question]);
  return { guess, onGuess };
}
