/** A small network as a picture: it shows, and takes no input. Its layout is that of the diagram on a narrow screen. */
import { groups } from 'd3-array';
import type { CSSProperties, ReactNode } from 'react';
import { parameterValue, type Network, type NodeAt, type Parameter } from '../model/network.ts';
import { toNumber, type Rational } from '../number/rational.ts';
import { toThousandth } from '../number/thousandth.ts';
import { edgeColour, nodeColour, softNodeColour } from '../state/colour.ts';
import { widthOf } from '../controls/fit-text.ts';
import { shapeOf } from '../diagram/diagram-box.ts';
import { edgeWidth } from '../diagram/edge-width.ts';
import { layoutNetwork } from '../diagram/layout.ts';
import { shortNumberText } from '#words/number.ts';
import { OUTPUT_SYMBOL, nodeNumber } from '#words/names.ts';
import { shortName } from '#words/short-name.ts';

/** In these the picture is laid out; it is then scaled to its place. px. */
const WIDTH = 380;
const HEIGHT = 300;
const CHIP = { height: 20, character: 7.6, padding: 12 } as const;

export interface NetworkPictureProps {
  readonly network: Network<Rational>;
  /** For those who can't see it. */
  readonly name: string;
  readonly height?: number;
  /** What stands in the output node; nothing: ŷ. */
  readonly output?: string;
  /** What stands below an input; nothing else does. */
  readonly inputText?: (input: number) => string;
  /** What stands inside a hidden node; nothing: its number. */
  readonly nodeText?: (at: NodeAt) => string;
  /** How a node or an edge is drawn; nothing: as always. `off` is grey and dashed, `faint` stays behind, `strong` stands out. */
  readonly nodeState?: (at: NodeAt) => PartState | undefined;
  readonly edgeState?: (parameter: Parameter) => PartState | undefined;
  /** What an edge's chip says; null: it has none. Without this: its weight, where there is room. */
  readonly chipText?: (parameter: Parameter) => string | null;
  /** The same for the bias below a node. */
  readonly biasText?: (parameter: Parameter) => string | null;
}

export type PartState = 'off' | 'faint' | 'strong';

export function NetworkPicture(props: NetworkPictureProps): ReactNode {
  const { network, name, height = HEIGHT, output = OUTPUT_SYMBOL, nodeState, edgeState } = props;
  const layout = layoutNetwork(shapeOf(network), { width: WIDTH, height });
  const outputAt: NodeAt = { layer: network.layers.length - 1, node: 0 };
  const edges = layout.edges.flat();
  const chipText =
    props.chipText ??
    (({ layer, ...rest }: Parameter) =>
      layout.crowded[layer] ? null : shortNumberText(parameterValue(network, { layer, ...rest }), 6));
  const biasText = props.biasText ?? ((parameter: Parameter) => shortNumberText(parameterValue(network, parameter), 6));
  const weightChips = edges.flatMap(({ parameter, key, chip: { x, y } }): Chip[] => {
    const text = chipText(parameter);
    const isStrong = edgeState?.(parameter) === 'strong';
    return text === null ? [] : [{ key, x, y, text, colour: edgeColour(network, parameter), isStrong }];
  });
  const biasChip = (at: NodeAt, x: number, y: number): Chip[] => {
    const text = biasText({ ...at, input: null });
    const key = `b${at.layer}.${at.node}`;
    return text === null ? [] : [{ key, x, y, text: signed(text), colour: nodeColour(network, at), isDashed: true }];
  };
  const hiddenChips = layout.hidden.flatMap((nodes, layer) =>
    nodes.flatMap(({ x, y, height: high }, node) => biasChip({ layer, node }, x, y + high / 2 + 8)),
  );
  const outputChip = biasChip(outputAt, layout.output.x, layout.output.y + layout.output.height / 2 + 14);
  const { size } = layout;
  return (
    <svg className="picture network-picture" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={name}>
      {groups(edges, ({ parameter }) => edgeColour(network, parameter)).map(([colour, own]) => (
        <g key={colour} style={{ '--colour': colour } as CSSProperties}>
          {own.map(({ parameter, key, path }) => (
            <path
              key={key}
              className="picture-edge"
              data-state={edgeState?.(parameter)}
              d={path}
              strokeWidth={edgeWidth(toNumber(parameterValue(network, parameter)))}
            />
          ))}
        </g>
      ))}
      {layout.inputs.map(({ x, y, width, height: high }, i) => (
        <g key={i}>
          <rect {...capsule(x, y, width, high)} />
          <text className="picture-math" {...point(x, y)} dy="0.32em">
            x<tspan dy="0.3em">{shortName(network.inputs[i] ?? '', Math.max(3, Math.floor(width / 8)))}</tspan>
          </text>
          {props.inputText && <ChipView x={x} y={y + high / 2 + 8} text={props.inputText(i)} />}
        </g>
      ))}
      {layout.hidden.flatMap((nodes, layer) =>
        nodes.map(({ x, y, width, height: high }, node) => {
          const at = { layer, node };
          const style = {
            '--colour': nodeColour(network, at),
            '--soft-colour': softNodeColour(network, at),
          } as CSSProperties;
          return (
            <g key={`${layer}.${node}`} className="picture-node" data-state={nodeState?.(at)} style={style}>
              <rect {...capsule(x, y, width, high)} />
              <Fitting x={x} y={y} text={props.nodeText?.(at) ?? nodeNumber(network, at)} room={width - 12} most={14} />
            </g>
          );
        }),
      )}
      <g className="picture-output" data-state={nodeState?.(outputAt)}>
        <rect {...capsule(layout.output.x, layout.output.y, layout.output.width, layout.output.height)} />
        <Fitting {...layout.output} text={output} room={layout.output.width - 8} most={16} />
      </g>
      {groups([...weightChips, ...hiddenChips, ...outputChip], ({ colour }) => colour).map(([colour, chips]) => (
        <g key={colour} style={{ color: colour }}>
          {chips.map(({ key, ...chip }) => (
            <ChipView key={key} {...chip} />
          ))}
        </g>
      ))}
    </svg>
  );
}

interface FittingProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly room: number;
  /** The largest size, in the picture's units. */
  readonly most: number;
}

/** Before a projector a text is so much larger where it has the room (`projector.css`). */
const ENLARGED = 1.5;

function Fitting({ x, y, text, room, most }: FittingProps) {
  const fit = room / widthOf(text);
  const style = fit < most * ENLARGED ? ({ '--fit': `${fit}px` } as CSSProperties) : undefined;
  return (
    <text {...point(x, y)} dy="0.35em" fontSize={Math.min(most, fit)} style={style}>
      {text}
    </text>
  );
}

/** A bias is added: its sign stands in front. */
function signed(text: string): string {
  return text.startsWith('−') ? text : `+ ${text}`;
}

/** A text in a capsule. */
interface ChipViewProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isDashed?: boolean;
  readonly isStrong?: boolean;
}

/** Those of one colour are drawn together. */
interface Chip extends ChipViewProps {
  readonly key: string;
  readonly colour: string;
}

function ChipView({ x, y, text, isDashed = false, isStrong = false }: ChipViewProps) {
  const width = text.length * CHIP.character + CHIP.padding;
  return (
    <>
      <rect
        className="picture-chip"
        data-dashed={isDashed || undefined}
        data-strong={isStrong || undefined}
        {...capsule(x, y, width, CHIP.height)}
      />
      <text {...point(x, y)} dy="0.35em">
        {text}
      </text>
    </>
  );
}

function point(x: number, y: number) {
  return { x: toThousandth(x), y: toThousandth(y) };
}

/** A rectangle around a point, whose shorter sides are round. */
function capsule(x: number, y: number, width: number, height: number) {
  const rx = toThousandth(Math.min(width, height) / 2);
  return { ...point(x - width / 2, y - height / 2), width: toThousandth(width), height: toThousandth(height), rx };
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** `h₁`, in a picture: what a hidden node sends. */
export function sentName(network: Network<unknown>, at: NodeAt): string {
  return `h${nodeNumber(network, at).replaceAll(/\d/g, (digit) => SUBSCRIPTS.charAt(Number(digit)))}`;
}

/** The network without hidden nodes that is this linear model. */
export function directNetwork(
  inputs: readonly string[],
  { coef, intercept }: { readonly coef: readonly Rational[]; readonly intercept: Rational },
): Network<Rational> {
  return { inputs, layers: [[{ weights: coef, bias: intercept, activation: { kind: 'linear' } }]] };
}
