/** Section 2: the expression of a network with linear nodes, and the linear model that it is. */
import { useMemo, type ReactNode } from 'react';
import { parameterValue, parametersOf } from '../model/network.ts';
import { evaluateAffine } from '../algebra/affine.ts';
import { affineSum } from '../algebra/sum.ts';
import { ONE, type Rational } from '../number/rational.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { selectNetwork, selectX, selectCommonActivation } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation } from '../equation/notation.ts';
import { speak } from '../equation/speech.ts';
import { SAME_MODEL_TWICE } from '#words/chapter/same-model-twice-words.ts';
import { numberText, shortNumberText } from '#words/number.ts';
import { productsText } from '#words/products.ts';
import { askedInput, isSecret, type Secret } from './asked-input.ts';
import { DerivationLines } from './derivation-lines.tsx';
import { lensStore } from './lens-store.ts';
import { linearModel } from '../facts/linear-model.ts';
import { Live } from './live-number.tsx';
import { ManyNetworks } from './many-networks.tsx';
import { MoreLayers } from './more-layers.tsx';
import { Moves } from './moves.tsx';
import { NetworkPicture, directNetwork, sentName } from './network-picture.tsx';
import { P, Prose } from './prose.tsx';
import { Figure, Row, Section } from './section.tsx';
import { InStore } from './standing.tsx';
import { useIsAsked, useSecret, type GuessState } from './guess.ts';
import { useSharedGuess } from './guesses.tsx';
import { Predict } from './prediction.tsx';
import { withLinearNodes } from './with-activation.ts';
import { StandingNote, useWritableStore } from './writable-store.tsx';

export function SameModelTwice() {
  const { store, isStanding } = useWritableStore('chapter-8');
  const linear = useMemo(() => lensStore(store, withLinearNodes), [store]);
  const isOther = useCrease((known) => (selectCommonActivation(known) ?? 'other') !== 'linear', []);
  const note = isStanding ? <StandingNote preset="chapter-8" /> : isOther ? SAME_MODEL_TWICE.switchedOff : undefined;
  return (
    <Section id="same-model-twice">
      <InStore store={linear}>
        <PredictAndCompare note={note} />
      </InStore>
      <Row figure={<MoreLayers />}>
        <h3>{SAME_MODEL_TWICE.layersTitle}</h3>
        <P text={SAME_MODEL_TWICE.layers} />
        <P text={SAME_MODEL_TWICE.layersWorking} />
      </Row>
      <ManyNetworks />
    </Section>
  );
}

/** The question, and everything that would give its answer away. */
function PredictAndCompare({ note }: { readonly note: ReactNode }) {
  const { guess, onGuess } = useSharedGuess('model');
  const isAsked = useIsAsked(guess);
  const asked = useCrease((known) => askedInput(linearModel(known.network)), []);
  const secret = useSecret(isAsked, asked);
  return (
    <>
      <Expression note={note} asked={asked} secret={secret} guess={guess} onGuess={onGuess} />
      <Twin secret={secret} />
      <Row figure={<Moves secret={secret} />}>
        <h3>{SAME_MODEL_TWICE.changeTitle}</h3>
        <P text={SAME_MODEL_TWICE.change} />
      </Row>
    </>
  );
}

interface ExpressionProps extends GuessState {
  readonly note: ReactNode;
  readonly asked: number;
  readonly secret: Secret;
}

function Expression({ note, asked, secret, guess, onGuess }: ExpressionProps) {
  const network = useCrease(selectNetwork);
  const model = linearModel(network);
  const truth = model.coef[asked] as Rational;
  const last = derivationOf(network).steps.at(-1);
  const term = last?.sum.find(({ factor }) => factor.kind === 'input' && factor.input === asked);
  const symbol = inputNotation(network, asked);
  const input = <StaticFormula tex={symbol.tex} spoken={symbol.text.replace('_', ' ')} />;
  return (
    <Row
      figure={
        <Figure
          name={SAME_MODEL_TWICE.lines}
          className="lines-figure"
          {...(note === undefined ? {} : { caption: note })}
        >
          <DerivationLines secret={secret} withNodes />
        </Figure>
      }
    >
      <P text={SAME_MODEL_TWICE.what} />
      <P text={SAME_MODEL_TWICE.predict} slots={{ input }} />
      <Predict
        label={<Prose text={SAME_MODEL_TWICE.guess} slots={{ input }} />}
        truth={truth}
        why={(term && productsText(term.coefficient, term.products)) ?? numberText(truth)}
        guess={guess}
        onGuess={onGuess}
      />
    </Row>
  );
}

/** The model beside the network: the same numbers for every input. */
function Twin({ secret }: { readonly secret: Secret }) {
  const network = useCrease(selectNetwork);
  const x = useCrease(selectX);
  const model = linearModel(network);
  const y = evaluateAffine(model, x);
  const direct = directNetwork(network.inputs, model);
  const spoken =
    secret === null ? SAME_MODEL_TWICE.twinSpoken(speak(affineSum(model), network)) : SAME_MODEL_TWICE.twin;
  return (
    <Row
      figure={
        <Figure
          name={SAME_MODEL_TWICE.twin}
          caption={<Prose text={SAME_MODEL_TWICE.here} slots={{ y: <Live value={y} /> }} />}
        >
          <div className="twins">
            <NetworkPicture
              network={network}
              name={SAME_MODEL_TWICE.picture}
              output={shortNumberText(y, 6)}
              nodeText={(at) => sentName(network, at)}
            />
            <span className="twins-equal" aria-hidden="true">
              =
            </span>
            <NetworkPicture
              // How wide an edge is drawn would tell, too.
              network={
                secret === 'all'
                  ? directNetwork(network.inputs, { coef: model.coef.map(() => ONE), intercept: ONE })
                  : direct
              }
              name={spoken}
              output={shortNumberText(y, 6)}
              chipText={(parameter) =>
                isSecret(secret, parameter.input) ? '?' : shortNumberText(parameterValue(direct, parameter), 6)
              }
              {...(secret === 'all' && { biasText: () => '?' })}
            />
          </div>
        </Figure>
      }
    >
      <P
        text={SAME_MODEL_TWICE.equal}
        slots={{
          many: <Live value={String(parametersOf(network).length)} />,
          few: <Live value={String(model.coef.length + 1)} />,
        }}
      />
    </Row>
  );
}
