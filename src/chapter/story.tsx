/**
 * The article as the page holds it. Its HTML is there from the start; its styles come as soon as the page is live, its
 * script when the reader gives a first sign of life, or sees it, or has come for one of its sections. Without JavaScript
 * its styles come at once (the build sees to that), and it reads whole.
 */
import { Suspense, useEffect } from 'react';
import { firstUse } from '../controls/first-use.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { whenNear } from './when-near.ts';
import './story.css';

/** Where the article will stand. */
const PLACE = 'story-place';

const Chapter = lazyPart(async () => {
  await Promise.race([firstUse(), whenNear(PLACE), isForSection() ? Promise.resolve() : new Promise(() => undefined)]);
  return (await import('./chapter.tsx')).default;
});

export function Story() {
  useEffect(() => void import('./chapter-styles.ts'), []);
  return (
    <div className="story" id={PLACE}>
      <Suspense>
        <Chapter />
        <Arrival />
      </Suspense>
    </div>
  );
}

/** A link to a section: the browser could not go there before the article had its styles. */
function Arrival() {
  useEffect(() => {
    if (isForSection()) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return null;
}

/** The hash names a section: the hash of a network has an equals sign. */
function isForSection(): boolean {
  return typeof location !== 'undefined' && /^#[a-z-]+$/.test(location.hash);
}
