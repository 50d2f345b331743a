/** Is the page worked with fingers? Then buttons are larger. */
import { useSyncExternalStore } from 'react';

const QUERY = '(pointer: coarse)';

export function useCoarsePointer(): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = matchMedia(QUERY);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => matchMedia(QUERY).matches,
    () => false,
  );
}
