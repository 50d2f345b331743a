/** Section 5: ReLU that does nothing, and ReLU networks that are linear all the same; challenges. */
import { SPOKEN } from '#words/spoken-formula.ts';
import { SYMBOLS } from '#words/chapter/symbols.ts';
import { useState, type ReactNode } from 'react';
import { parameterValue, sameNode, type NodeAt, type Parameter } from '../model/network.ts';
import { evaluateAffine, type Affine } from '../algebra/affine.ts';
import { bendsOn } from '../facts/bends.ts';
import { ALL, NONNEGATIVE, type Domain } from '../algebra/domain.ts';
import { forward } from '../algebra/forward.ts';
import { ZERO, divide, equal, negate, sign, type Rational } from '../number/rational.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { presetDocument } from '../state/preset-document.ts';
import type { PresetId } from '../state/preset.ts';
import { selectDocument } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { Formula } from '../equation/still-formula.tsx';
import { StaticFormula } from '../equation/static-formula.tsx';
import { write } from '../equation/segments.ts';
import { inputNotation } from '../equation/notation.ts';
import { speak, speakLine } from '../equation/speech.ts';
import { lineTex, sumTex } from '../equation/tex.ts';
import { ARTICLE } from '#words/chapter/article.ts';
import { DOES_IT_ALWAYS_BEND } from '#words/chapter/does-it-always-bend-words.ts';
import { nodeName, nodeNumber } from '#words/names.ts';
import { numberText, shortNumberText } from '#words/number.ts';
import { counted } from '#words/verdict-words.ts';
import { useCoverWhile } from '../controls/use-cover.tsx';
import { useAreHidden } from './at-top.tsx';
import { Challenges } from './challenges.tsx';
import { NO_GUESS, useAskedAnew, type Guess } from './guess.ts';
import { InputNumber, Live } from './live-number.tsx';
import { MidpointFigure } from './midpoint-figure.tsx';
import { ModelFormula, type ModelProps } from './model-formula.tsx';
import { NetworkPicture } from './network-picture.tsx';
import { Predict } from './prediction.tsx';
import { P, Prose } from './prose.tsx';
import { Figure, Row, Section } from './section.tsx';
import { InStore, useStandingStore } from './standing.tsx';
import { LoadButton } from './writable-store.tsx';
import { XorRow } from './xor-figure.tsx';

const words = DOES_IT_ALWAYS_BEND;

export function DoesItAlwaysBend() {
  const chapter = useStandingStore('chapter-8-relu');
  return (
    <Section id="does-it-always-bend">
      <InStore store={chapter}>
        <FindTheBend />
      </InStore>
      <Row figure={<MidpointFigure />}>
        <Question question={words.question1} answer={words.answer1} />
      </Row>
      <XorRow />
      <Row
        figure={
          <div className="stack ways">
            <Way kind="dead" preset="dead-node" domain={NONNEGATIVE} />
            <Way kind="alwaysOn" preset="chapter-8-relu" domain={NONNEGATIVE} />
            <Way kind="cancelling" preset="cancelling-pair" domain={ALL} />
          </div>
        }
      >
        <h3>{words.waysTitle}</h3>
        <Question question={words.question2} answer={words.answer2} />
      </Row>
      <div className="challenges-intro prose">
        <h3 id="challenges">{words.challengesTitle}</h3>
        <P text={words.challenges} />
      </div>
      <Challenges />
    </Section>
  );
}

/** The one linear model that a network is on a domain. These are networks that don't bend there. */
function modelOn(preset: PresetId, domain: Domain): Affine {
  const bent = bendsOn(presetDocument(preset).network, domain);
  if (!bent || bent.creases.length > 0) throw new Error(`${preset} bends on this domain`);
  return bent.affine;
}

/** A class is to work it out. */
function CoveredModel(props: ModelProps) {
  const cover = useCoverWhile(useAreHidden(), 'linear');
  return (
    <span className="covered-model" data-answer={Boolean(cover) || undefined}>
      <ModelFormula {...props} />
      {cover}
    </span>
  );
}

function FindTheBend() {
  const { network, x } = useCrease(selectDocument);
  const model = modelOn('chapter-8-relu', NONNEGATIVE);
  const { z, y } = forward(network, x);
  const sums = z[0] ?? [];
  const isOff = ({ layer, node }: NodeAt) => layer === 0 && sign(sums[node] as Rational) <= 0;
  const off = sums.flatMap((sum, node) => (sign(sum) <= 0 ? [nodeName(network, { layer: 0, node })] : []));
  const linear = evaluateAffine(model, x);
  const name = (i: number) => words.inputName(network.inputs[i] ?? '');
  return (
    <Row
      figure={
        <Figure name={words.findFigure} caption={ARTICLE.standing}>
          <NetworkPicture
            network={network}
            name={words.findSpoken(sums.map((sum) => shortNumberText(sum, 8)).join(', '), shortNumberText(y, 9))}
            output={shortNumberText(y, 6)}
            nodeText={({ node }) => `z = ${shortNumberText(sums[node] as Rational, 6)}`}
            nodeState={(at) => (isOff(at) ? 'off' : undefined)}
            edgeState={({ layer, input }) =>
              layer === 1 && input !== null && isOff({ layer: 0, node: input }) ? 'off' : undefined
            }
          />
          <p className="says find-says" aria-live="polite">
            <Findings off={off} y={y} linear={linear} />
          </p>
        </Figure>
      }
    >
      <P text={words.quiet} slots={{ model: <CoveredModel network={network} model={model} /> }} />
      <P
        text={words.find}
        slots={{
          e: <InputNumber input={0} name={name(0)} />,
          h: <InputNumber input={1} name={name(1)} />,
          g: <InputNumber input={2} name={name(2)} />,
        }}
      />
      <P text={words.findHint} />
      <TurnOff />
    </Row>
  );
}

/** The question: the first node, and the last input. */
const ASKED: Parameter & { readonly input: number } = { layer: 0, node: 0, input: 2 };

/** At which input is the sum of a node exactly 0? Where the guess is made, the network goes there. */
function TurnOff() {
  const actions = useActions();
  const [guess, setGuess] = useState<Guess>(NO_GUESS);
  useAskedAnew(() => setGuess(NO_GUESS));
  const document = presetDocument('chapter-8-relu');
  const { network, x } = document;
  const weight = parameterValue(network, ASKED);
  const rest = forward(
    network,
    x.map((value, i) => (i === ASKED.input ? ZERO : value)),
  ).z[0]?.[ASKED.node] as Rational;
  const truth = divide(negate(rest), weight);
  const node = (derivationOf(network).steps[0]?.sum ?? []).flatMap(({ factor }) =>
    factor.kind === 'activation' && sameNode(factor.at, ASKED) ? factor.inside : [],
  );
  const { tex } = inputNotation(network, ASKED.input);
  const name = network.inputs[ASKED.input] ?? '';
  const onGuess = (next: Guess) => {
    setGuess(next);
    const value = next.kind === 'none' ? (x[ASKED.input] as Rational) : truth;
    actions.edit({ kind: 'load', document: { network, x: x.with(ASKED.input, value) }, from: { kind: 'figure' } });
  };
  return (
    <Predict
      label={
        <Prose
          text={words.ask}
          slots={{
            node: nodeNumber(network, ASKED),
            sum: <Formula segments={write(node, network)} tex={sumTex(node, network)} spoken={speak(node, network)} />,
            input: <StaticFormula tex={tex} spoken={SPOKEN.input(name)} />,
          }}
        />
      }
      truth={truth}
      why={
        <Prose
          text={words.why}
          slots={{ rest: numberText(rest), weight: numberText(weight), truth: numberText(truth) }}
        />
      }
      guess={guess}
      onGuess={onGuess}
    />
  );
}

interface FindingsProps {
  readonly off: readonly string[];
  readonly y: Rational;
  readonly linear: Rational;
}

function Findings({ off, y, linear }: FindingsProps): ReactNode {
  const slots = { off: off.join(', '), y: <Live value={y} />, linear: <Live value={linear} /> };
  if (off.length === 0) return <Prose text={words.sums.bothOn} slots={slots} />;
  return <Prose text={equal(y, linear) ? words.sums.offButSame : words.sums.someOff} slots={slots} />;
}

function Question({ question, answer }: { readonly question: string; readonly answer: string }) {
  return (
    <div className="question">
      <h3>{question}</h3>
      <p>
        <Prose text={answer} slots={{}} />
      </p>
    </div>
  );
}

interface WayProps {
  readonly kind: keyof typeof words.ways;
  readonly preset: PresetId;
  /** Where it is linear. */
  readonly domain: Domain;
}

function Way({ kind, preset, domain }: WayProps) {
  const { title, text } = words.ways[kind];
  const { network } = presetDocument(preset);
  const sum = derivationOf(network).steps[0]?.sum ?? [];
  const creases = bendsOn(network, ALL)?.creases.length ?? 0;
  return (
    <section className="surface is-large way">
      <h4>{title}</h4>
      <p className="aside">{text}</p>
      <p>
        <StaticFormula {...SYMBOLS.yHatIs} />{' '}
        <Formula segments={write(sum, network)} tex={lineTex(sum, network)} spoken={speakLine(sum, network)} />
      </p>
      <p className="way-verdict">
        <b>{domain.kind === 'all' ? words.everywhere : words.onNonnegative}</b>{' '}
        <CoveredModel network={network} model={modelOn(preset, domain)} />
      </p>
      {creases > 0 && <p className="aside">{words.beyond(counted(creases, 'crease'))}</p>}
      <LoadButton preset={preset}>{ARTICLE.loadThis}</LoadButton>
    </section>
  );
}
