/** The progress, shared by all that show it on the page, and kept between visits where the browser allows it. */
import { useSyncExternalStore } from 'react';
import { NO_PROGRESS, readProgress, writeProgress, type Progress } from './progress.ts';

const KEY = 'crease-challenges';
const listeners = new Set<() => void>();
let known: Progress | null = null;

export function currentProgress(): Progress {
  if (!known) known = readProgress(attempt(() => localStorage.getItem(KEY)));
  return known;
}

export function keepProgress(progress: Progress): void {
  if (progress === known) return;
  known = progress;
  attempt(() => localStorage.setItem(KEY, writeProgress(progress)));
  for (const notify of listeners) notify();
}

/** In the built HTML nothing is solved. */
export function useProgress(): Progress {
  return useSyncExternalStore(subscribe, currentProgress, () => NO_PROGRESS);
}

function subscribe(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

/** Storage may be forbidden: then the progress lasts as long as the page. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
