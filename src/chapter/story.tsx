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

/**
 * Resolves once the article is shown: before that no section can be gone to. Its sections near the screen follow a frame later,
 * so that neither takes the browser long (chapter.css). A link makes them come alive meanwhile, which measures them.
 */
export function loadArticleStyles() {
  const { dataset } = document.documentElement;
  if (location.hash === '') dataset['arriving'] = '';
  const arrived = () => delete dataset['arriving'];
  return late(importStyles).finally(() => requestAnimationFrame(() => requestAnimationFrame(arrived)));
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
