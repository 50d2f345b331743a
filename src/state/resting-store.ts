/**
 * A store that rests while nobody can see what it feeds: a section far from the screen is not drawn again for every move
 * of a drag on the stage. When it wakes, its views catch up in one step. One network, one store: it only listens.
 */
import type { CreaseStore } from './store.ts';

export interface RestingStore {
  readonly store: CreaseStore;
  readonly setAwake: (awake: boolean) => void;
}

type Listener = Parameters<CreaseStore['subscribe']>[0];

/**
 * A store that gives what `source` gives, and is awake at first. Asleep it gives the state that was seen last and calls no
 * listener; edits made through it reach `source` at once all the same.
 */
export function restingStore(source: CreaseStore): RestingStore {
  const listeners = new Set<Listener>();
  let awake = true;
  let seen = source.getState();
  let stop: (() => void) | null = null;

  const look = () => {
    const [now, before] = [source.getState(), seen];
    seen = now;
    if (now !== before) for (const listener of listeners) listener(now, before);
  };
  return {
    store: {
      getState: () => {
        if (awake) seen = source.getState();
        return seen;
      },
      getInitialState: source.getInitialState,
      setState: source.setState,
      subscribe: (listener) => {
        listeners.add(listener);
        stop ??= source.subscribe((state, before) => {
          if (!awake) return;
          seen = state;
          for (const each of listeners) each(state, before);
        });
        return () => {
          listeners.delete(listener);
          if (listeners.size > 0) return;
          stop?.();
          stop = null;
        };
      },
    },
    setAwake: (next) => {
      if (next === awake) return;
      awake = next;
      if (awake) look();
    },
  };
}
