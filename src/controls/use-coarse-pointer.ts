/** Is the page worked with fingers? Then buttons are larger. */
import { useSyncExternalStore } from 'react';

let list: MediaQueryList | null = null;
/** Made once: asking anew costs more than drawing a small sheet. */
const query = () => (list ??= matchMedia('(pointer: coarse)'));

export function useCoarsePointer(): boolean {
  return useSyncExternalStore(subscribe, isCoarse, () => false);
}

const isCoarse = () => query().matches;

function subscribe(notify: () => void): () => void {
  query().addEventListener('change', notify);
  return () => query().removeEventListener('change', notify);
}
