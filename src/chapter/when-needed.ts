/**
 * When a section of the article comes alive. Until then it is the HTML that the build wrote: it reads, and costs an edit
 * nothing. It is needed once the reader is near, or once it speaks of another network than the one that it was written with.
 */
import { equalDocument } from '../state/document.ts';
import { defaultDocument } from '../state/preset-document.ts';
import type { CreaseStore } from '../state/store.ts';
import { whenQuiet } from '../controls/when-quiet.ts';
import { whenNear } from './when-near.ts';

/** Screens between the reader and a section that is needed. */
const NEAR = 0.25;

/** By the ids of the sections, in their order: what makes one come alive. */
const asleep = new Map<string, () => void>();

/** Resolves once the section is needed. */
export function whenNeeded(id: string): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      asleep.delete(id);
      resolve();
    };
    asleep.set(id, wake);
    void whenNear(id, NEAR).then(wake);
  });
}

/**
 * From the first change on that the HTML does not know of, all sections are needed: what is printed, or found by a search, is
 * up to date. One after another, each when the browser has nothing else to do. Returns what ends that.
 */
export function wakeWhenChanged(store: CreaseStore): () => void {
  let stopWaiting: (() => void) | null = null;
  const wakeNext = () => {
    const [next] = asleep.values();
    next?.();
    stopWaiting = next ? whenQuiet(wakeNext) : null;
  };
  const look = () => {
    const { history, figures } = store.getState();
    if (!figures && equalDocument(history.present, defaultDocument())) return;
    stop();
    stopWaiting = whenQuiet(wakeNext);
  };
  const stop = store.subscribe(look);
  look();
  return () => {
    stop();
    stopWaiting?.();
  };
}
