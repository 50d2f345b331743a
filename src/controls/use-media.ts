/** What the screen is like, by a media query. */
import { useCallback, useSyncExternalStore } from 'react';

/** Each list is made once: asking anew costs more than drawing a small sheet. */
const lists = new Map<string, MediaQueryList>();

function listOf(query: string): MediaQueryList {
  const list = lists.get(query) ?? matchMedia(query);
  lists.set(query, list);
  return list;
}

/** False in the HTML, and until the page has come alive. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      listOf(query).addEventListener('change', notify);
      return () => listOf(query).removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => listOf(query).matches,
    () => false,
  );
}

const COARSE = '(pointer: coarse)';

/** Is the page worked with fingers? Then buttons are larger. */
export function useCoarsePointer(): boolean {
  return useMedia(COARSE);
}

/** The same for whoever asks once. */
export function isCoarse(): boolean {
  return listOf(COARSE).matches;
}
