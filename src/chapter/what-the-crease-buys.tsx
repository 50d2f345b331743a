/** Section 4: the same network fitted to data that bends, once linear, once with ReLU, beside the best linear model. */
import { Suspense, useState } from 'react';
import { lazyPart } from '../controls/lazy-part.tsx';
import { BY_HAND } from '#words/chapter/by-hand-words.ts';
import { WHAT_THE_CREASE_BUYS } from '#words/chapter/what-the-crease-buys-words.ts';
import { P } from './prose.tsx';
import { Section } from './section.tsx';
import { whenNeeded } from './when-needed.ts';

const words = WHAT_THE_CREASE_BUYS;
const ID = 'fit';

const FitFigure = lazyPart(async () => {
  await whenNeeded(ID);
  return (await import('./fit/fit-figure.tsx')).FitFigure;
});

const StepByHand = lazyPart(async () => (await import('./fit/step-by-hand.tsx')).StepByHand);

/** Its code comes when it is opened. */
function ByHand() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="fit-by-hand" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{BY_HAND.title}</summary>
      {isOpen && (
        <Suspense>
          <StepByHand />
        </Suspense>
      )}
    </details>
  );
}

/**
 * One element for good: the article may be drawn again before this part has come, and React throws away the HTML of a part
 * that is updated before.
 */
const FIGURE = (
  <Suspense>
    <FitFigure />
  </Suspense>
);

export function WhatTheCreaseBuys() {
  return (
    <Section id="what-the-crease-buys">
      <div className="columns intro">
        <div className="prose">
          <P text={words.bend} />
          <P text={words.three} />
        </div>
        <div className="prose">
          <P text={words.loss} />
        </div>
      </div>
      <div id={ID}>{FIGURE}</div>
      <ByHand />
    </Section>
  );
}
