/** Section 1: one neuron, from the inside. */
import { useState, type CSSProperties } from 'react';
import { ACTIVATION_KINDS } from '../activation/activation.ts';
import { sameNode, type Network, type NodeAt } from '../model/network.ts';
import { rational, type Rational } from '../number/rational.ts';
import { nodeColour } from '../state/colour.ts';
import type { Document } from '../state/document.ts';
import { defaultActivation } from '../state/default-activation.ts';
import { selectDocument } from '../live/select.ts';
import { useShape } from '../live/use-shape.ts';
import { useCrease } from '../live/live.ts';
import { useCreaseStore, useActions } from '../live/use-store.ts';
import { valueText } from '#words/value.ts';
import { PlainMath } from '../equation/plain-math.tsx';
import { ACTIVATION_WORDS } from '#words/activation-words.ts';
import { ARTICLE } from '#words/chapter/article.ts';
import { ONE_NEURON } from '#words/chapter/one-neuron-words.ts';
import { capital, nodeName, nodeNumber } from '#words/names.ts';
import { BiasRow } from './bias-figure.tsx';
import { InputNumber, Live, ParameterNumber } from './live-number.tsx';
import { Neuron, passSentences } from './neuron.tsx';
import { neuronParts } from './neuron-parts.ts';
import { P } from './prose.tsx';
import { Figure, Row, Section } from './section.tsx';
import { InStore, useStandingStore } from './standing.tsx';
import { StepButtons } from './step-buttons.tsx';
import { usePass } from './use-pass.ts';

const EXAMPLE_NODE: NodeAt = { layer: 0, node: 0 };
const EXAMPLE_COLOUR = { strong: 'var(--h2)', soft: 'var(--h2-soft)' };
/** The values of E for which the example's sum is -55 and 39. */
const LOW = rational(-12);
const HIGH = rational(23, 2);

export function OneNeuron() {
  const stage = useCreaseStore();
  const example = useStandingStore('one-neuron');
  const shape = useShape();
  const [chosen, setChosen] = useState<NodeAt | null>(null);
  const shown =
    chosen && shape.layers[chosen.layer]?.[chosen.node] && chosen.layer < shape.layers.length - 1 ? chosen : null;
  return (
    <Section id="one-neuron">
      <Row
        figure={
          <Figure
            name={ONE_NEURON.figure}
            className="neuron-figure"
            caption={shown ? ARTICLE.following : ARTICLE.standing}
          >
            <Chooser network={shape} chosen={shown} onChoose={setChosen} />
            <InStore store={shown ? stage : example}>
              <Pass key={shown ? 'stage' : 'example'} at={shown ?? EXAMPLE_NODE} isExample={shown === null} />
            </InStore>
          </Figure>
        }
      >
        <InStore store={example}>
          <ExampleProse onTry={() => setChosen(null)} />
        </InStore>
      </Row>
      <BiasRow />
    </Section>
  );
}

function ExampleProse({ onTry }: { readonly onTry: () => void }) {
  const document = useCrease(selectDocument);
  const actions = useActions();
  const parts = neuronParts(document, EXAMPLE_NODE);
  const first = parts.incoming[0];
  const setE = (value: typeof LOW) => {
    onTry();
    actions.edit({ kind: 'setInputValue', input: 0, value });
  };
  const z = <Live value={valueText(parts.z, 9)} />;
  const [high, low] = [passAt(document, HIGH), passAt(document, LOW)];
  return (
    <>
      <P text={ONE_NEURON.what} />
      <P text={ONE_NEURON.meaning} />
      <P
        text={ONE_NEURON.weigh}
        slots={{
          e: <InputNumber input={0} name={ONE_NEURON.inputName('E')} />,
          w: <ParameterNumber parameter={{ ...EXAMPLE_NODE, input: 0 }} name={ONE_NEURON.weightName('E')} />,
          product: <Live value={first ? valueText(first.product, 9) : ''} />,
        }}
      />
      <P
        text={ONE_NEURON.add}
        slots={{ bias: <ParameterNumber parameter={{ ...EXAMPLE_NODE, input: null }} name={ONE_NEURON.biasName} />, z }}
      />
      <P
        text={ONE_NEURON.decide}
        slots={{ name: ACTIVATION_WORDS[parts.activation.kind].name, z, a: <Live value={valueText(parts.a, 9)} /> }}
      />
      <P text={ONE_NEURON.try} slots={{ highSum: high.z, highOut: high.a, lowSum: low.z, lowOut: low.a }} />
      <p className="screen-only flow prose-buttons">
        <button type="button" className="button" onClick={() => setE(HIGH)}>
          <PlainMath text={ONE_NEURON.tryHigh} />
        </button>
        <button type="button" className="button" onClick={() => setE(LOW)}>
          <PlainMath text={ONE_NEURON.tryLow} />
        </button>
      </p>
      <P text={ONE_NEURON.linear} />
    </>
  );
}

/** The example's sum and output, were E this number. */
function passAt({ network, x }: Document, e: Rational): { readonly z: string; readonly a: string } {
  const { z, a } = neuronParts({ network, x: [e, ...x.slice(1)] }, EXAMPLE_NODE);
  return { z: valueText(z, 9), a: valueText(a, 9) };
}

interface ChooserProps {
  readonly network: Network<unknown>;
  readonly chosen: NodeAt | null;
  readonly onChoose: (at: NodeAt | null) => void;
}

/** The example, or a hidden node of the stage. */
function Chooser({ network, chosen, onChoose }: ChooserProps) {
  const nodes = network.layers.slice(0, -1).flatMap((layer, l) => layer.map((_, j): NodeAt => ({ layer: l, node: j })));
  return (
    <div className="screen-only flow" role="radiogroup" aria-label={ONE_NEURON.choose}>
      <label className="choice">
        <input
          type="radio"
          className="unseen"
          name="neuron"
          checked={chosen === null}
          onChange={() => onChoose(null)}
        />
        <span>{ONE_NEURON.example}</span>
      </label>
      {nodes.map((at) => (
        <label
          className="choice"
          key={`${at.layer}.${at.node}`}
          style={{ '--colour': nodeColour(network, at) } as CSSProperties}
        >
          <input
            type="radio"
            className="unseen"
            name="neuron"
            aria-label={capital(nodeName(network, at))}
            checked={sameNode(chosen, at)}
            onChange={() => onChoose(at)}
          />
          <span aria-hidden="true">{nodes.length <= 3 ? capital(nodeName(network, at)) : nodeNumber(network, at)}</span>
        </label>
      ))}
    </div>
  );
}

/** The drawing, and one pass through it. */
function Pass({ at, isExample }: { readonly at: NodeAt; readonly isExample: boolean }) {
  const document = useCrease(selectDocument);
  const sentences = passSentences(neuronParts(document, at));
  const { step, isPlaying, isSaid, go, play, pause } = usePass(sentences, document);
  return (
    <>
      <Neuron at={at} step={step} {...(isExample ? { colour: EXAMPLE_COLOUR } : {})} />
      <p className="says pass-says">{sentences[step - 1]}</p>
      <div className="screen-only flow">
        <button type="button" className="button is-small is-strong" onClick={isPlaying ? pause : play}>
          {isPlaying ? ONE_NEURON.pause : ONE_NEURON.play}
        </button>
        <StepButtons
          name={ONE_NEURON.stepsName}
          steps={ONE_NEURON.steps}
          step={step}
          onStep={go}
          previous={ONE_NEURON.previous}
          next={ONE_NEURON.goOn}
        />
        <ActivationSelect at={at} />
      </div>
      <span className="visually-hidden" role="status">
        {isSaid ? sentences[step - 1] : ''}
      </span>
    </>
  );
}

function ActivationSelect({ at }: { readonly at: NodeAt }) {
  const actions = useActions();
  const kind = useCrease((known) => known.activation(at)?.kind, [at]);
  return (
    <label className="flow small">
      {ONE_NEURON.activationOf}
      <select
        className="field"
        value={kind}
        onChange={(event) => {
          const next = ACTIVATION_KINDS.find((k) => k === event.target.value);
          if (next) actions.edit({ kind: 'setActivation', at, activation: defaultActivation(next) });
        }}
      >
        {ACTIVATION_KINDS.map((k) => (
          <option key={k} value={k}>
            {ACTIVATION_WORDS[k].name}
          </option>
        ))}
      </select>
    </label>
  );
}
