/**
 * A store that shows another one through a transformation: "the same weights, with ReLU". What is read is transformed;
 * every action is the other store's own, so an edit made here is an edit there. One network, one store.
 */
import type { Document } from '../state/document.ts';
import { memoize } from '../facts/memoize.ts';
import type { CreaseState, CreaseStore } from '../state/store.ts';

/** The state now and the one before: a state holds the whole history of its time. */
const RECENT_STATES = 2;

export function lensStore(store: CreaseStore, transform: (document: Document) => Document): CreaseStore {
  const documentThrough = memoize(transform);
  const stateThrough = memoize((state: CreaseState): CreaseState => {
    const present = documentThrough(state.history.present);
    return present === state.history.present ? state : { ...state, history: { ...state.history, present } };
  }, RECENT_STATES);
  return {
    getState: () => stateThrough(store.getState()),
    getInitialState: () => stateThrough(store.getInitialState()),
    subscribe: (listener) => store.subscribe((state, before) => listener(stateThrough(state), stateThrough(before))),
    setState: store.setState,
  };
}
