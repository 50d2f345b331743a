/** The story below the stage: an article with figures beside the prose. */
import { Suspense, createElement, useEffect } from 'react';
import { lazyPart } from '../controls/lazy-part.tsx';
import { useCreaseStore } from '../live/use-store.ts';
import { ARTICLE, SECTIONS } from '#words/chapter/article.ts';
import { WithStage } from './at-top.tsx';
import { StageBar } from './bar.tsx';
import { keepEarlyInput } from './early-input.ts';
import { WithGuesses } from './guesses.tsx';
import { Resting } from './resting.tsx';
import { Glossary } from './term.tsx';
import { wakeWhenChanged, whenNeeded } from './when-needed.ts';
import './chapter-styles.ts';

/** The script of all sections comes when the first of them is needed. */
const loadSections = async () => (await import('./sections.ts')).SECTION_PARTS;

/** The same elements for good: React throws away the HTML of a part that is drawn again before it has come alive. */
const PARTS = SECTIONS.map(({ id }) => {
  const part = lazyPart(async () => {
    await whenNeeded(id);
    return (await loadSections())[id];
  });
  return (
    <Resting key={id} id={id}>
      <Suspense>{createElement(part)}</Suspense>
    </Resting>
  );
});

// `React.lazy` asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default function Chapter() {
  const stage = useCreaseStore();
  useEffect(() => wakeWhenChanged(stage), [stage]);
  useEffect(keepEarlyInput, []);
  return (
    <WithStage>
      <WithGuesses>
        <article className="chapter" id="story" aria-label={ARTICLE.name}>
          <StageBar />
          <Contents />
          {PARTS}
          <Glossary />
        </article>
      </WithGuesses>
    </WithStage>
  );
}

function Contents() {
  return (
    <nav className="screen-only contents" aria-label={ARTICLE.contents}>
      <h2>{ARTICLE.contentsTitle}</h2>
      <p className="says">{ARTICLE.contentsIntro}</p>
      <ol>
        {SECTIONS.map(({ id, title, about }) => (
          <li key={id}>
            <a className="surface" href={`#${id}`}>
              <strong>{title}</strong>
              <span className="aside">{about}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
