/**
 * One text under each name, kept by the reader's browser where it allows that: it may refuse storage, and storage may be
 * full. What comes back may be anything.
 */
export type Keeper = 'localStorage' | 'sessionStorage';

export function keptText(keeper: Keeper, name: string): string | null {
  return attempt(() => window[keeper].getItem(name));
}

export function keepText(keeper: Keeper, name: string, text: string): void {
  attempt(() => window[keeper].setItem(name, text));
}

export function forgetText(keeper: Keeper, name: string): void {
  attempt(() => window[keeper].removeItem(name));
}

/** Calls with what another tab has kept under the name. Gives back the function that ends it. */
export function onKeptElsewhere(name: string, listener: (text: string | null) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === name) listener(newValue);
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

/** Null: refused. */
export function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
