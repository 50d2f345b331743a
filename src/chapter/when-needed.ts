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

interface Asleep {
  /** Makes it come alive. */
  readonly wake: () => void;
  readonly showsNetwork: boolean;
}

/** Sections, and parts of them that come alive alone, by their ids and in their order. */
const asleep = new Map<string, Asleep>();

/** What is needed wherever the reader is, also of what comes later. */
let needed: 'nothing' | 'what shows the network' | 'all' = 'nothing';

function isNeeded({ showsNetwork }: Pick<Asleep, 'showsNetwork'>): boolean {
  return needed === 'all' || (needed === 'what shows the network' && showsNetwork);
}

/**
 * Resolves once the section, or the part, is needed. `id` is its element's. What does not show the network at the top is not
 * needed because that is another one.
 */
export function whenNeeded(id: string, showsNetwork = true): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      asleep.delete(id);
      resolve();
    };
    const one = { wake, showsNetwork };
    if (areAwake && isNeeded(one)) {
      wake();
      return;
    }
    asleep.set(id, one);
    void whenNear(id).then(wake);
    if (typeof document !== 'undefined') void whenScrolled().then(() => whenNear(id, NEAR).then(wake));
  });
}

/** All that is needed so far is awake: what comes later does not wait. */
let areAwake = false;

/**
 * From the first change on that the HTML does not know of, all that shows the network is needed: what is printed, or found by a
 * search, is up to date. So are all sections where a link has set a figure. One after another, each when the browser has
 * nothing else to do; all at once where answers are hidden, which the HTML tells. Returns what ends that.
 */
export function wakeWhenChanged(store: CreaseStore): () => void {
  let stopWaiting: (() => void) | null = null;
  const wakeNext = () => {
    // Not in the middle of an edit, which is to be one frame.
    if (store.getState().history.gesture) {
      stopWaiting = store.subscribe(({ history }) => history.gesture || wakeSoon());
      return;
    }
    const next = [...asleep.values()].find(isNeeded);
    areAwake = next === undefined;
    next?.wake();
    if (next) wakeSoon();
  };
  const wakeSoon = () => {
    stopWaiting?.();
    stopWaiting = whenQuiet(wakeNext);
  };
  const look = () => {
    const { history, figures } = store.getState();
    if (figures) {
      stop();
      needed = 'all';
      if (isSwitchedOn(figures, 'hidden')) {
        areAwake = true;
        for (const { wake } of asleep.values()) wake();
      } else wakeSoon();
    } else if (needed === 'nothing' && !equalDocument(history.present, defaultDocument())) {
      needed = 'what shows the network';
      wakeSoon();
    }
  };
  const stop = store.subscribe(look);
  look();
  return () => {
    stop();
    stopWaiting?.();
  };
}
