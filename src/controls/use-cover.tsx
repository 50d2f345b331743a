/**
 * What a class is to find out is covered while the answers are hidden: its box keeps its size (`data-answer`, page.css), and
 * a button shows it. Who hides the answers anew hides all of them.
 */
import { Suspense, useState, type ReactNode } from 'react';
import { useCrease } from '../live/live.ts';
import { selectAreHidden } from '../live/select.ts';
import type { Covered } from '#words/display-words.ts';
import { lazyPart } from './lazy-part.tsx';

const Cover = lazyPart(async () => (await import('./cover.tsx')).Cover);

/** Null: nothing is covered. Else the last child of the box, which says so: `data-answer={Boolean(cover) || undefined}`. */
export function useCover(what: Covered): ReactNode {
  return useCoverWhile(useCrease(selectAreHidden), what);
}

/** The same where the store around is not the page's own. */
export function useCoverWhile(areHidden: boolean, what: Covered): ReactNode {
  const [isShown, setShown] = useState(false);
  if (isShown && !areHidden) setShown(false);
  if (isShown || !areHidden) return null;
  return coverOf(what, () => setShown(true));
}

/** The cover itself, where somebody else knows whether it is needed. */
export function coverOf(what: Covered, onShow: () => void): ReactNode {
  return (
    <Suspense>
      <Cover what={what} onShow={onShow} />
    </Suspense>
  );
}
