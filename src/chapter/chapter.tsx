/** The story below the stage: an article with figures beside the prose. */
import { useState } from 'react';
import { ARTICLE, SECTIONS } from '../words/chapter/article.ts';
import { WithStage } from './at-top.tsx';
import { ActivationFunctions } from './activation-functions.tsx';
import { StageBar } from './bar.tsx';
import { DoesItAlwaysBend } from './does-it-always-bend.tsx';
import { NO_GUESS, useAskedAnew, useIsAsked, type Guess } from './guess.ts';
import { OneNeuron } from './one-neuron.tsx';
import { Resting } from './resting.tsx';
import { SameModelTwice } from './same-model-twice.tsx';
import { SwitchOnRelu } from './switch-on-relu.tsx';
import { Glossary } from './term.tsx';
import { WhatComesNext } from './what-comes-next.tsx';
import { WhatTheCreaseBuys } from './what-the-crease-buys.tsx';
import { useIsWritable } from './writable-store.tsx';
import './chapter-styles.ts';

// `React.lazy` asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default function Chapter() {
  return (
    <WithStage>
      <Article />
    </WithStage>
  );
}

function Article() {
  const [model, setModel] = useState<Guess>(NO_GUESS);
  const [pieces, setPieces] = useState<Guess>(NO_GUESS);
  useAskedAnew(() => {
    setModel(NO_GUESS);
    setPieces(NO_GUESS);
  });
  const isModelAsked = useIsAsked(model);
  const arePiecesAsked = useIsAsked(pieces);
  const isWritten = useIsWritable();
  return (
    <article className="chapter" id="story" aria-label={ARTICLE.name}>
      <StageBar isModelAsked={isModelAsked && isWritten} arePiecesAsked={arePiecesAsked && isWritten} />
      <Contents />
      <Resting id="one-neuron">
        <OneNeuron />
      </Resting>
      <Resting id="same-model-twice">
        <SameModelTwice guess={model} onGuess={setModel} />
      </Resting>
      <Resting id="switch-on-relu">
        <SwitchOnRelu guess={pieces} onGuess={setPieces} modelGuess={model} />
      </Resting>
      <Resting id="what-the-crease-buys">
        <WhatTheCreaseBuys />
      </Resting>
      <Resting id="does-it-always-bend">
        <DoesItAlwaysBend />
      </Resting>
      <Resting id="activation-functions">
        <ActivationFunctions />
      </Resting>
      <Resting id="what-comes-next">
        <WhatComesNext />
      </Resting>
      <Glossary />
    </article>
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
