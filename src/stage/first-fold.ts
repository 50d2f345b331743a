/**
 * The first time that a reader sees the network it folds up once by itself, and opens again. Not for those who want nothing
 * to move, who have touched something, or whom a link has led to a step; and not while the answers are hidden: the fold tells them.
 */
import { keepText, keptText } from '../browser/kept-text.ts';
import { approach, unfold } from './fold-player.ts';
import type { CreaseStore } from '../state/store.ts';
import { isSwitchedOn } from '../state/view.ts';

const FIRST_FOLD = 'crease-folded';

/** The whole network is looked at for so long before and, folded, after, ms. */
const BEFORE = 900;
const AFTER = 1400;
const NUDGE = 900;
/** So much of it has to be on the screen. */
const SEEN = 0.6;

/** `card` holds the network. Returns what calls it off. */
export function firstFold(store: CreaseStore, card: HTMLElement): () => void {
  const network = card.querySelector('.card-network');
  if (!network || !isWanted(store)) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new AbortController();
  const observer = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer);
      if (entries.at(-1)?.isIntersecting) timer = setTimeout(start, BEFORE);
    },
    { threshold: SEEN },
  );
  const callOff = () => {
    end.abort();
    observer.disconnect();
    clearTimeout(timer);
  };
  const start = () => {
    observer.disconnect();
    if (!isWanted(store)) return callOff();
    keepText('localStorage', FIRST_FOLD, '1');
    void show(store)
      .then(() => nudge(card))
      .finally(callOff);
  };
  // A hand that is laid on the page finds the network as it was; on the bar it takes the fold over.
  const touched = ({ target }: Event) => {
    const { isPlaying, actions } = store.getState();
    if (!(target instanceof Element && target.closest('.fold-bar')) && isPlaying) actions.setStep(0);
    callOff();
  };
  for (const sign of ['pointerdown', 'keydown']) {
    document.addEventListener(sign, touched, { capture: true, signal: end.signal });
  }
  observer.observe(network);
  return callOff;
}

async function show(store: CreaseStore): Promise<void> {
  if (!(await approach(store))) return;
  await new Promise((resolve) => setTimeout(resolve, AFTER));
  if (store.getState().isPlaying) await unfold(store);
}

/** A chip moves a little to both sides: it can be drawn. */
function nudge(card: HTMLElement): void {
  const places = [0, 6, -5, 3, 0].map((x) => ({ transform: `translateX(${x}px)` }));
  card.querySelector('.diagram .chip')?.animate(places, { duration: NUDGE, easing: 'ease-in-out' });
}

function isWanted(store: CreaseStore): boolean {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const { progress, history, figures } = store.getState();
  // What was touched before this was listened for has left a trace.
  const isTouched = history.past.length > 0 || history.gesture !== null || document.activeElement !== document.body;
  return (
    keptText('localStorage', FIRST_FOLD) === null &&
    !isStill &&
    !isTouched &&
    progress === 0 &&
    !isSwitchedOn(figures, 'hidden')
  );
}
