/** Something that nobody misses: it is there once its code has come, which is asked for when the page is quiet. */
import { useEffect, useState } from 'react';
import { whenQuiet } from './when-quiet.ts';

/** Null until then, and where it does not come. `load` stays the same function. */
export function useQuiet<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(
    () =>
      whenQuiet(() => {
        load().then(
          (it) => setLoaded(() => it),
          () => undefined,
        );
      }),
    [load],
  );
  return loaded;
}

/** The same for code that something else will ask for: nothing is drawn again when it has come. */
export function useAhead(load: () => Promise<unknown>): void {
  useEffect(() => whenQuiet(() => void load().catch(() => undefined)), [load]);
}
