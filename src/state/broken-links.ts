/** The last link that could not be read, until the reader has put it away. */
import type { LinkError } from './codec.ts';

export interface BrokenLinks {
  readonly subscribe: (notify: () => void) => () => void;
  readonly current: () => LinkError | null;
  readonly report: (error: LinkError) => void;
  readonly dismiss: () => void;
}

export function brokenLinks(): BrokenLinks {
  let current: LinkError | null = null;
  const listeners = new Set<() => void>();
  const set = (error: LinkError | null) => {
    current = error;
    for (const notify of listeners) notify();
  };
  return {
    subscribe: (notify) => {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    current: () => current,
    report: set,
    dismiss: () => set(null),
  };
}
