/**
 * One node, drawn from the inside: what comes in, times its weight, plus the bias, through the activation function, out.
 * The numbers that are the network's own are fields. HTML that is placed over an SVG which stretches with it, so that
 * the fields are real and the drawing fits every width.
 */
import { useState, type CSSProperties } from 'react';
import { mapActivation } from '../activation/activation.ts';
import { isOutputLayer, type Network, type NodeAt } from '../model/network.ts';
import { toNumber, type Rational } from '../number/rational.ts';
import { toThousandth } from '../number/thousandth.ts';
import { nodeColour, softNodeColour } from '../state/colour.ts';
import { selectDocument } from '../live/select.ts';
import { useInputValue, useParameter } from '../live/use-number.ts';
import { useCrease } from '../live/live.ts';
import { fitStyle, fittingText, widthOf } from '../controls/fit-text.ts';
import { NumberField } from '../controls/number-field.tsx';
import { edgeWidth } from '../diagram/edge-width.ts';
import { linkPath, pointOnLink, type Link } from '../diagram/link.ts';
import { valueNumber, type Value } from '../algebra/shown-values.ts';
import { valueText } from '#words/value.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation, nodeNotation } from '../equation/notation.ts';
import { ACTIVATION_WORDS, activationFormula } from '#words/activation-words.ts';
import { ONE_NEURON } from '#words/chapter/one-neuron-words.ts';
import { SPOKEN } from '#words/spoken-formula.ts';
import { markedOnce } from '#words/number.ts';
import { curveIn, pointIn, windowFor, type GraphWindow } from './graph-window.ts';
import { neuronParts, sumText, type NeuronParts } from './neuron-parts.ts';

/** Sizes, px; the style sheet has the same circles. */
const PITCH = { few: 78, many: 62 } as const;
const FEW = 4;
const INPUT_SIZE = 48;
const SUM_SIZE = 76;
const OUTPUT_SIZE = 64;
/** Between a number and the rim of its circle, both sides together, px. */
const RIM = 6;
/** The most characters of a number in the figure. */
const CHARACTERS = 8;
/** From an input to the sum as the edges run, 0 to 100; where on its edge a chip sits. */
const CHIP_AT = 0.34;
/** Edges end this far from each other, px. */
const PORT_GAP = 7;

export interface NeuronProps {
  readonly at: NodeAt;
  /** 1 to 4: products, sum, activation, output. What comes later is not shown yet. */
  readonly step: number;
  /** A colour of its own, if it is no node of the network at the top. */
  readonly colour?: { readonly strong: string; readonly soft: string };
}

export function Neuron({ at, step, colour }: NeuronProps) {
  const document = useCrease(selectDocument);
  const { network } = document;
  const parts = neuronParts(document, at);
  const count = parts.incoming.length;
  const pitch = count <= FEW ? PITCH.few : PITCH.many;
  const height = (count + 1) * pitch;
  const sumY = height / 2;
  const yOf = (row: number) => toThousandth((row + 0.56) * pitch);
  const linkOf = (row: number): Link => ({
    from: { x: 0, y: yOf(row) },
    to: { x: 100, y: sumY + (row - count / 2) * PORT_GAP },
  });
  const style = {
    '--colour': colour?.strong ?? nodeColour(network, at),
    '--soft-colour': colour?.soft ?? softNodeColour(network, at),
  } as CSSProperties;
  return (
    <div className="neuron" data-step={step} style={style}>
      <div className="neuron-fan" style={{ height }}>
        <svg
          className="neuron-edges"
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          style={{ left: INPUT_SIZE, width: `calc(100% - ${INPUT_SIZE + SUM_SIZE}px)` }}
        >
          {parts.incoming.map(({ weight }, i) => (
            <path key={i} d={linkPath(linkOf(i))} style={{ strokeWidth: edgeWidth(toNumber(weight)) }} />
          ))}
          <path className="neuron-bias-edge" d={linkPath(linkOf(count))} />
        </svg>
        {parts.incoming.map((_, i) => (
          <Incoming key={i} network={network} at={at} index={i} parts={parts} y={yOf(i)} link={linkOf(i)} />
        ))}
        <Bias at={at} y={yOf(count)} link={linkOf(count)} />
        <div className="neuron-sum" style={{ top: sumY }}>
          <StaticFormula className="neuron-symbol" tex="z" spoken="z" />
          <Fitting value={parts.z} room={SUM_SIZE - RIM} />
          <span>{ONE_NEURON.sum}</span>
        </div>
      </div>
      <ActivationSide parts={parts} isOutput={isOutputLayer(network, at.layer)} />
    </div>
  );
}

interface IncomingProps {
  readonly network: Network<Rational>;
  readonly at: NodeAt;
  readonly index: number;
  readonly parts: NeuronParts;
  readonly y: number;
  readonly link: Link;
}

function Incoming({ network, at, index, parts, y, link }: IncomingProps) {
  const unit =
    at.layer === 0
      ? { ...inputNotation(network, index), name: network.inputs[index] ?? '' }
      : named(nodeNotation(network, { layer: at.layer - 1, node: index }));
  const incoming = parts.incoming[index];
  if (!incoming) return null;
  const [factor, product] = [valueText(incoming.value, 7), valueText(incoming.product, 7)];
  const isRounded = `${factor}${product}`.includes('≈');
  return (
    <>
      <div className="neuron-input" style={{ top: y }}>
        <StaticFormula className="neuron-symbol" tex={unit.tex} spoken={unit.name} />
        {at.layer === 0 ? (
          <InputField input={index} name={ONE_NEURON.inputName(unit.name)} />
        ) : (
          <Fitting value={incoming.value} room={INPUT_SIZE - RIM} />
        )}
      </div>
      <div className="beside neuron-chip" style={chipPlace(link)}>
        <span>{factor.replace('≈', '')}</span>
        <span aria-hidden="true">×</span>
        <WeightField at={at} input={index} name={ONE_NEURON.weightName(unit.name)} />
        <span className="neuron-product">
          {isRounded ? '≈' : '='} <b>{product.replace('≈', '')}</b>
        </span>
      </div>
    </>
  );
}

/** A number in a circle: a long one is written smaller, or says less. */
function Fitting({ value, room }: { readonly value: Value; readonly room: number }) {
  const text = fittingText((maxLength) => valueText(value, maxLength), room, CHARACTERS);
  return <b style={fitStyle(text, room)}>{text}</b>;
}

function named({ tex, text }: { readonly tex: string; readonly text: string }) {
  return { tex, name: text.replace('_', ' ') };
}

function Bias({ at, y, link }: { readonly at: NodeAt; readonly y: number; readonly link: Link }) {
  const binding = useParameter({ ...at, input: null });
  return (
    <>
      <div className="neuron-bias" style={{ top: y }}>
        <span>{ONE_NEURON.noInput}</span>
      </div>
      <div className="beside neuron-chip is-bias" style={chipPlace(link)}>
        <span>{ONE_NEURON.biasLabel}</span>
        <NumberField
          className="neuron-field"
          name={ONE_NEURON.biasName}
          maxLength={6}
          prefix={({ n }) => (n < 0n ? '' : '+ ')}
          {...binding}
        />
      </div>
    </>
  );
}

/** In per cent of the way from inputs to sum, as the SVG is. */
function chipPlace(link: Link): CSSProperties {
  const { x, y } = pointOnLink(link, CHIP_AT);
  const part = toThousandth(x / 100);
  return { left: `calc(${INPUT_SIZE}px + (100% - ${INPUT_SIZE + SUM_SIZE}px) * ${part})`, top: toThousandth(y) };
}

function InputField({ input, name }: { readonly input: number; readonly name: string }) {
  return (
    <NumberField
      className="neuron-circle"
      name={name}
      maxLength={CHARACTERS}
      room={INPUT_SIZE - RIM}
      {...useInputValue(input)}
    />
  );
}

function WeightField({ at, input, name }: { readonly at: NodeAt; readonly input: number; readonly name: string }) {
  return <NumberField className="neuron-field" name={name} maxLength={6} {...useParameter({ ...at, input })} />;
}

/** The graph with the point on it, and what leaves. */
function ActivationSide({ parts, isOutput }: { readonly parts: NeuronParts; readonly isOutput: boolean }) {
  const { activation } = parts;
  const words = ACTIVATION_WORDS[activation.kind];
  const z = valueText(parts.z, 8);
  const a = valueText(parts.a, CHARACTERS);
  return (
    <div className="beside neuron-after">
      <div className="neuron-graph">
        <span className="neuron-graph-title">
          {words.name} · {activationFormula(activation)}
        </span>
        <ScaledGraph parts={parts} label={ONE_NEURON.graph(words.name, z, a)} />
      </div>
      <div className="neuron-output" data-is-output={isOutput || undefined}>
        <StaticFormula
          className="neuron-symbol"
          tex={isOutput ? '\\hat{y}' : 'a'}
          spoken={isOutput ? SPOKEN.output : 'a'}
        />
        <Fitting value={parts.a} room={OUTPUT_SIZE - RIM} />
        <span>{ONE_NEURON.output}</span>
      </div>
    </div>
  );
}

function ScaledGraph({ parts, label }: { readonly parts: NeuronParts; readonly label: string }) {
  const [kept, setKept] = useState<GraphWindow | null>(null);
  const numeric = mapActivation(parts.activation, toNumber);
  const z = valueNumber(parts.z);
  const view = windowFor(numeric.kind, z, kept);
  if (view !== kept) setKept(view);
  const [x, y] = pointIn(view, numeric, z);
  const zText = `z = ${valueText(parts.z, 8)}`;
  const half = (Z_FONT * widthOf(zText)) / 2;
  return (
    <svg className="picture" viewBox="-1.06 -1.06 2.12 2.32" role="img" aria-label={label}>
      {/* A picture in the picture cuts off what leaves the window: the identity does where the axes differ. */}
      <svg x="-1.06" y="-1.06" width="2.12" height="2.12" viewBox="-1.06 -1.06 2.12 2.12">
        <rect x="-1.06" y="-1.06" width="2.12" height="2.12" rx="0.12" />
        <path className="axis" d="M-1.06 0H1.06M0 -1.06V1.06" />
        <path className="axis graph-identity" d={`M-1 ${view.z / view.a}L1 ${-view.z / view.a}`} />
        <path className="curve" d={curveIn(view, numeric)} />
        <path className="guide" d={`M${x} ${y}V1.06`} />
        <circle className="graph-dot" cx={x} cy={y} r="0.065" />
      </svg>
      <text
        className="graph-z"
        fontSize={Z_FONT}
        x={Math.max(half - 1.06, Math.min(1.06 - half, x))}
        y="1.24"
        textAnchor="middle"
      >
        {zText}
      </text>
    </svg>
  );
}

/** In the graph's own units: 12 px where it is narrowest. */
const Z_FONT = 0.145;

/** Of a number in a sentence. */
const PASS_CHARACTERS = 10;

/** The four sentences of one pass. */
export function passSentences({ incoming, bias, z, a, activation }: NeuronParts): readonly string[] {
  const { says } = ONE_NEURON;
  const text = (value: Value) => valueText(value, PASS_CHARACTERS);
  const exactly = (value: Rational): Value => ({ kind: 'exact', value });
  const products = incoming.map(({ value, weight, product }) =>
    markedOnce(`${text(value)} × ${text(exactly(weight))} = ${text(product)}`),
  );
  const sum = sumText([...incoming.map(({ product }) => product), exactly(bias)].map(text));
  const [zText, aText] = [text(z), text(a)];
  return [
    says.products(products),
    says.sum(markedOnce(`${sum} = ${zText}`)),
    says.activation(ACTIVATION_WORDS[activation.kind].name, zText, aText),
    says.output(aText),
  ];
}
