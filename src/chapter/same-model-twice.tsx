/** Section 2: the expression of a network with linear nodes, and the linear model that it is. */
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { parameterValue, parametersOf, type Network } from '../model/network.ts';
import { evaluateAffine, type Affine } from '../algebra/affine.ts';
import { affineSum } from '../algebra/derivation.ts';
import { equal, isZero, type Rational } from '../number/rational.ts';
import { parseTypedNumber } from '../number/typed-number.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { selectNetwork, selectX, selectCommonActivation } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation } from '../equation/notation.ts';
import { plainText } from '../equation/plain.ts';
import { SAME_MODEL_TWICE } from '../words/chapter/same-model-twice-words.ts';
import { typedNumberSentence } from '../words/number-error.ts';
import { numberText, shortNumberText } from '../words/number.ts';
import { productsText } from '../words/products.ts';
import { DerivationLines } from './derivation-lines.tsx';
import { lensStore } from './lens-store.ts';
import { linearModel } from '../facts/linear-model.ts';
import { Live } from './live-number.tsx';
import { ManyNetworks } from './many-networks.tsx';
import { MoreLayers } from './more-layers.tsx';
import { Moves } from './moves.tsx';
import { NetworkPicture, directNetwork } from './network-picture.tsx';
import { P, Prose } from './prose.tsx';
import { Figure, Row, Section } from './section.tsx';
import { InStore } from './standing.tsx';
import { useIsAsked, type Guess } from './guess.ts';
import { withLinearNodes } from './with-activation.ts';
import { StandingNote, useWritableStore } from './writable-store.tsx';

export interface SameModelTwiceProps {
  readonly guess: Guess;
  readonly onGuess: (guess: Guess) => void;
}

export function SameModelTwice(props: SameModelTwiceProps) {
  const { store, isStanding } = useWritableStore('chapter-8');
  const linear = useMemo(() => lensStore(store, withLinearNodes), [store]);
  const isOther = useCrease((known) => (selectCommonActivation(known) ?? 'other') !== 'linear', []);
  const note = isStanding ? <StandingNote preset="chapter-8" /> : isOther ? SAME_MODEL_TWICE.switchedOff : undefined;
  return (
    <Section id="same-model-twice">
      <InStore store={linear}>
        <PredictAndCompare note={note} {...props} />
      </InStore>
      <Row figure={<MoreLayers />}>
        <h3>{SAME_MODEL_TWICE.layersTitle}</h3>
        <P text={SAME_MODEL_TWICE.layers} />
      </Row>
      <ManyNetworks />
    </Section>
  );
}

/** The first input that has a coefficient other than 0. */
function askedInput({ coef }: Affine): number {
  return Math.max(
    0,
    coef.findIndex((c) => !isZero(c)),
  );
}

/** The question, and everything that would give its answer away. */
function PredictAndCompare({ note, guess, onGuess }: SameModelTwiceProps & { readonly note: ReactNode }) {
  const isAsked = useIsAsked(guess);
  const asked = useCrease((known) => askedInput(linearModel(known.network)), []);
  const secret = isAsked ? asked : null;
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

interface ExpressionProps {
  readonly note: ReactNode;
  readonly asked: number;
  readonly secret: number | null;
  readonly guess: Guess;
  readonly onGuess: (guess: Guess) => void;
}

function Expression({ note, asked, secret, guess, onGuess }: ExpressionProps) {
  const network = useCrease(selectNetwork);
  const model = linearModel(network);
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
          <DerivationLines secret={secret} />
        </Figure>
      }
    >
      <P text={SAME_MODEL_TWICE.what} />
      <P text={SAME_MODEL_TWICE.predict} slots={{ input }} />
      <Predict input={input} guess={guess} onGuess={onGuess}>
        <Truth network={network} asked={asked} truth={model.coef[asked] as Rational} guess={guess} />
      </Predict>
    </Row>
  );
}

interface PredictProps {
  /** The input that is asked for. */
  readonly input: ReactNode;
  readonly guess: Guess;
  readonly onGuess: (guess: Guess) => void;
  readonly children: ReactNode;
}

function Predict({ input, guess, onGuess, children }: PredictProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLButtonElement>(null);
  const decided = guess.kind !== 'none';
  return (
    <form
      className="predict"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = parseTypedNumber(text);
        setProblem(typed.ok ? null : typedNumberSentence(typed.error));
        if (typed.ok) onGuess({ kind: 'guessed', value: typed.value });
      }}
    >
      {decided ? (
        <>
          <p className="predict-truth">{children}</p>
          <button
            ref={again}
            type="button"
            className="button is-small"
            onClick={() => {
              onGuess({ kind: 'none' });
              setText('');
              requestAnimationFrame(() => field.current?.focus());
            }}
          >
            {SAME_MODEL_TWICE.again}
          </button>
        </>
      ) : (
        <>
          <label>
            <span>
              <Prose text={SAME_MODEL_TWICE.guess} slots={{ input }} />
            </span>
            <input
              ref={field}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={text}
              aria-invalid={problem !== null || undefined}
              onChange={(event) => {
                setText(event.target.value);
                setProblem(null);
              }}
            />
          </label>
          <button type="submit" className="button is-strong">
            {SAME_MODEL_TWICE.check}
          </button>
          <button type="button" className="button" onClick={() => onGuess({ kind: 'skipped' })}>
            {SAME_MODEL_TWICE.skip}
          </button>
          {problem !== null && (
            <p className="predict-problem" role="alert">
              {problem}
            </p>
          )}
        </>
      )}
      <span className="visually-hidden" role="status">
        {decided ? children : ''}
      </span>
    </form>
  );
}

interface TruthProps {
  readonly network: Network<Rational>;
  readonly asked: number;
  readonly truth: Rational;
  readonly guess: Guess;
}

function Truth({ network, asked, truth, guess }: TruthProps): ReactNode {
  const last = derivationOf(network).steps.at(-1);
  const term = last?.sum.find(({ factor }) => factor.kind === 'input' && factor.input === asked);
  const sum = (term && productsText(term.coefficient, term.products)) ?? numberText(truth);
  const slots = { truth: <Live value={truth} />, sum };
  if (guess.kind !== 'guessed') return <Prose text={SAME_MODEL_TWICE.shown} slots={slots} />;
  const guessed = <Live value={guess.value} />;
  return equal(guess.value, truth) ? (
    <Prose text={SAME_MODEL_TWICE.right} slots={{ guess: guessed, sum }} />
  ) : (
    <Prose text={SAME_MODEL_TWICE.wrong} slots={{ ...slots, guess: guessed }} />
  );
}

/** The model beside the network: the same numbers for every input. */
function Twin({ secret }: { readonly secret: number | null }) {
  const network = useCrease(selectNetwork);
  const x = useCrease(selectX);
  const model = linearModel(network);
  const y = evaluateAffine(model, x);
  const direct = directNetwork(network.inputs, model);
  const spoken =
    secret === null ? SAME_MODEL_TWICE.twinSpoken(plainText(affineSum(model), network)) : SAME_MODEL_TWICE.twin;
  return (
    <Row
      figure={
        <Figure
          name={SAME_MODEL_TWICE.twin}
          caption={<Prose text={SAME_MODEL_TWICE.here} slots={{ y: <Live value={y} /> }} />}
        >
          <div className="twins">
            <NetworkPicture network={network} name={SAME_MODEL_TWICE.lines} output={shortNumberText(y, 6)} />
            <span className="twins-equal" aria-hidden="true">
              =
            </span>
            <NetworkPicture
              network={direct}
              name={spoken}
              output={shortNumberText(y, 6)}
              chipText={(parameter) =>
                parameter.input === secret ? '?' : shortNumberText(parameterValue(direct, parameter), 6)
              }
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
