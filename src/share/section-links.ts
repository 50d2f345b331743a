/**
 * Links to a place on this page are plain anchors, which work without a script. So that what is copied from one, or opened
 * in another tab, has the network with it, the anchor is given the whole link in the moment in which it is used.
 */
import { hashFor } from '../state/address.ts';
import { sectionOf } from '../state/codec.ts';
import type { CreaseStore } from '../state/store.ts';

/** Whatever comes first where a link is followed, dragged or copied, by mouse, finger or key. */
const USES = ['pointerdown', 'contextmenu', 'click'] as const;

export function carryNetwork(store: CreaseStore, root: Document): void {
  const fill = (event: Event) => {
    const anchor = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#"]');
    const section = anchor && sectionOf(anchor.hash);
    if (!anchor || !section) return;
    const isFollowed = event instanceof MouseEvent && event.type === 'click' && !isForAnotherTab(event);
    // The browser goes to a name alone by itself; the address is then filled in.
    anchor.href = isFollowed ? `#${section}` : hashFor(store, section);
    if (!isFollowed || sectionOf(location.hash) !== section) return;
    // A second way to the same place is no second entry of the browser's history.
    event.preventDefault();
    location.replace(anchor.href);
  };
  for (const use of USES) root.addEventListener(use, fill, true);
}

function isForAnotherTab({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey;
}
