import type { Live } from './live.ts';
import { Computed } from './signal.ts';

/** What `pick` makes of a live value. If the new one is the `same` as the old one, the old one stays. */
export function derived<T, U>(
  { get, initial, isAtStart }: Live<T>,
  pick: (value: T) => U,
  same?: (before: U, after: U) => boolean,
): Live<U> {
  const now = new Computed(() => pick(get()), same);
  return {
    get: now.get,
    subscribe: now.subscribe,
    isAtStart,
    initial: () => (isAtStart() ? now.get() : pick(initial())),
  };
}
