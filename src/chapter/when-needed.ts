/**
 * When a section of the article comes alive. Until then it is the HTML that the build wrote: it reads, and costs an edit
 * nothing. It is needed once the reader is near, or once it speaks of another network than the one that it was written with.
 */
import { equalDocument } from '../state/document.ts';
import { defaultDocument } from '../state/preset-document.ts';
import type { CreaseStore } from '../state/store.ts';
import { isSwitchedOn } from '../state/view.ts';
import { whenQuiet } from '../controls/when-quiet.ts';
import { whenNear } from './when-near.ts';

/** Screens between a reader who has begun to scroll and a section that is needed. */
const NEAR = 1;

let begun: Promise<unknown> | null = null;

/** Resolves once the reader has begun to scroll. */
function whenScrolled(): Promise<unknown> {
  begun ??= new Promise((resolve) => {
    if (scrollY > 0) resolve(null);
    else addEventListener('scroll', resolve, { once: true, passive: true });
  });
  return begun;
}

/** By the ids of the sections, in their order: what makes one come alive. */
const asleep = new Map<string, () => void>();

/** What comes later is needed as well. */
let areAllNeeded = false;

/** Resolves once the section, or a part of one that comes alive alone, is needed. `id` is its element's. */
export function whenNeeded(id: string): Promise<void> {
  if (areAllNeeded) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = () => {
      asleep.delete(id);
      resolve();
    };
    asleep.set(id, wake);
    void whenNear(id).then(wake);
    if (typeof document !== 'undefined') void whenScrolled().then(() => whenNear(id, NEAR).then(wake));
  });
}

/**
 * From the first change on that the HTML does not know of, all sections are needed: what is printed, or found by a search, is
 * up to date. One after another, each when the browser has nothing else to do; all at once where answers are hidden, which
 * the HTML tells. Returns what ends that.
 */
export function wakeWhenChanged(store: CreaseStore): () => void {
  let stopWaiting: (() => void) | null = null;
  const wakeNext = () => {
    // Not in the middle of an edit, which is to be one frame.
    if (store.getState().history.gesture) {
      stopWaiting = store.subscribe(({ history }) => history.gesture || wakeSoon());
      return;
    }
    const [next] = asleep.values();
    areAllNeeded = next === undefined;
    next?.();
    if (next) wakeSoon();
  };
  const wakeSoon = () => {
    stopWaiting?.();
    stopWaiting = whenQuiet(wakeNext);
  };
  const look = () => {
    const { history, figures } = store.getState();
    if (!figures && equalDocument(history.present, defaultDocument())) return;
    stop();
    if (!isSwitchedOn(figures, 'hidden')) {
      wakeSoon();
      return;
    }
    areAllNeeded = true;
    for (const wake of asleep.values()) wake();
  };
  const stop = store.subscribe(look);
  look();
  return () => {
    stop();
    stopWaiting?.();
  };
}
