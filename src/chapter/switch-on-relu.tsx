/** Section 3: the same weights with ReLU, and why the terms can't be combined. */
import { useMemo } from 'react';
import { linearModel } from '../facts/linear-model.ts';
import { smallPieces } from '../facts/small-pieces.ts';
import { selectNetwork } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { rational } from '../number/rational.ts';
import { SWITCH_ON_RELU } from '#words/chapter/switch-on-relu-words.ts';
import { countWord } from '#words/verdict-words.ts';
import { askedInput } from './asked-input.ts';
import { CreaseFigure } from './crease-figure.tsx';
import { useIsAsked, useSecret, type GuessState } from './guess.ts';
import { useSharedGuess } from './guesses.tsx';
import { lensStore } from './lens-store.ts';
import { PieceList } from './piece-list.tsx';
import { Predict } from './prediction.tsx';
import { P } from './prose.tsx';
import { Figure, Row, Section } from './section.tsx';
import { SplitRow } from './split-figure.tsx';
import { InStore } from './standing.tsx';
import { linearised, withReluNodes } from './with-activation.ts';
import { StandingNote, useWritableStore } from './writable-store.tsx';

export function SwitchOnRelu() {
  const { guess, onGuess } = useSharedGuess('pieces');
  const { guess: modelGuess } = useSharedGuess('model');
  const { store, isStanding } = useWritableStore('chapter-8');
  const bent = useMemo(() => lensStore(store, withReluNodes), [store]);
  const asked = useCrease((known) => askedInput(linearModel(linearised(known.network))), []);
  const secret = useSecret(useIsAsked(modelGuess), asked);
  const isAsked = useIsAsked(guess);
  return (
    <Section id="switch-on-relu">
      <div className="columns intro">
        <div className="prose">
          <P text={SWITCH_ON_RELU.same} />
          <P text={SWITCH_ON_RELU.sheet} />
        </div>
        <InStore store={bent}>
          <CountPieces guess={guess} onGuess={onGuess} />
        </InStore>
      </div>
      <CreaseFigure secret={secret} isAsked={isAsked} />
      <SplitRow />
      <Row
        figure={
          <Figure
            name={SWITCH_ON_RELU.piecesFigure}
            className="lines-figure"
            {...(isStanding ? { caption: <StandingNote preset="chapter-8" /> } : {})}
          >
            <InStore store={bent}>
              <PieceList isAsked={isAsked} />
            </InStore>
          </Figure>
        }
      >
        <h3>{SWITCH_ON_RELU.piecesTitle}</h3>
        <P text={SWITCH_ON_RELU.held} />
        <P text={SWITCH_ON_RELU.pieces} />
      </Row>
    </Section>
  );
}

/** Nothing is asked of a network whose pieces can't be counted here. */
function CountPieces(state: GuessState) {
  const network = useCrease(selectNetwork);
  const pieces = smallPieces(network)?.length;
  if (pieces === undefined) return null;
  const nodes = network.layers.slice(0, -1).flat().length;
  const { whyOne, whyAll, whySome } = SWITCH_ON_RELU;
  const all = pieces === 2 ** nodes;
  return (
    <div className="prose">
      <P text={SWITCH_ON_RELU.count} />
      <Predict
        label={SWITCH_ON_RELU.ask}
        truth={rational(pieces)}
        why={!all ? whySome(countWord(nodes)) : nodes === 1 ? whyOne : whyAll(countWord(nodes), countWord(pieces))}
        {...state}
      />
    </div>
  );
}
