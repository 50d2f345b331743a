/**
 * The article as the page holds it. Its HTML is there from the start; its styles come as soon as the page is live, its
 * script when the reader gives a first sign of life, or sees it, or has come for one of its sections. Without JavaScript
 * its styles come at once (the build sees to that), and it reads whole.
 */
import { Suspense, memo } from 'react';
import { firstUse } from '../controls/first-use.ts';
import { lazyPart } from '../controls/lazy-part.tsx';
import { sectionOf } from '../state/codec.ts';
import { late } from '../browser/late-code.ts';
import { whenNear } from './when-near.ts';
import './story.css';

/** Where the article will stand. */
const PLACE = 'story-place';
/** Screens that it has to be in view by: its contents, which are all that shows below a tall stage, work as they are. */
const IN_VIEW = 0.25;

const importStyles = () => import('./chapter-styles.ts');

const Chapter = lazyPart(async () => {
  await Promise.race([
    firstUse(),
    whenNear(PLACE, -IN_VIEW),
    isForSection() ? Promise.resolve() : new Promise(() => undefined),
  ]);
  // Without its styles it is not shown.
  const [chapter] = await Promise.all([import('./chapter.tsx'), late(importStyles)]);
  return chapter.default;
});

/** A window in the background draws no frame, ms. */
const FRAME_MS = 300;

/**
 * Resolves once the article is shown: before that no section can be gone to. Its sections follow a frame after the rest of it
 * (`data-arriving` in chapter.css), so that neither takes the browser long.
 */
export async function loadArticleStyles() {
  try {
    return await late(importStyles);
  } finally {
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, FRAME_MS);
    });
    delete document.documentElement.dataset['arriving'];
  }
}

/** Drawn once: React throws away the HTML of what it draws again before its script has come, and makes it all anew. */
export const Story = memo(function Story() {
  return (
    <div className="story" id={PLACE}>
      <Suspense>
        <Chapter />
      </Suspense>
    </div>
  );
});

function isForSection(): boolean {
  return typeof location !== 'undefined' && sectionOf(location.hash) !== null;
}
