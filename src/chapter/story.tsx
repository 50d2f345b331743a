/**
 * The article as the page holds it: its HTML and its styles from the start, its script when the reader comes near. Until
 * then the HTML of the build stands there, and can be read.
 */
import { Suspense, lazy } from 'react';
import { whenNear } from './when-near.ts';
import './chapter.css';
// Its sheets are in the HTML too.
import '../plot/sheet.css';

const Chapter = lazy(async () => {
  await whenNear('story');
  return import('./chapter.tsx');
});

export function Story() {
  return (
    <Suspense>
      <Chapter />
    </Suspense>
  );
}
