/** The progress, shared by all that show it on the page, and kept between visits where the browser allows it. */
import { useSyncExternalStore } from 'react';
import { keepText, keptText, onKeptElsewhere } from '../browser/kept-text.ts';
import { NO_PROGRESS, readProgress, writeProgress, type Progress } from './progress.ts';

const KEY = 'crease-challenges';
const listeners = new Set<() => void>();
let known: Progress | null = null;

export function currentProgress(): Progress {
  known ??= readProgress(keptText('localStorage', KEY));
  return known;
}

/** What another tab has kept is known by then: it tells as soon as it does. */
export function keepProgress(progress: Progress): void {
  if (progress === known) return;
  know(progress);
  keepText('localStorage', KEY, writeProgress(progress));
}

/** In the built HTML nothing is solved. */
export function useProgress(): Progress {
  return useSyncExternalStore(subscribe, currentProgress, () => NO_PROGRESS);
}

function subscribe(notify: () => void): () => void {
  listeners.add(notify);
  const stop = onKeptElsewhere(KEY, (text) => know(readProgress(text)));
  return () => {
    listeners.delete(notify);
    stop();
  };
}

function know(progress: Progress): void {
  known = progress;
  for (const notify of listeners) notify();
}
