/**
 * A network that is too large to be drawn, as its matrices: for each layer a grid of its weights, coloured by sign and size,
 * the biases beside it, and each node's sum and output. All numbers are one stop of the Tab key, arrow keys lead from one
 * to the next, and the one in hand is edited below.
 */
import { useId, useMemo, useRef, useState, type CSSProperties, type FocusEvent, type KeyboardEvent } from 'react';
import { hasParameter, layerAt, parameterKey, type Network, type NodeAt, type Parameter } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { nodeColour } from '../state/colour.ts';
import type { Knowledge } from '../live/knowledge.ts';
import { isOffAt } from '../live/select.ts';
import { useCrease, useLive, useWritten, writeText } from '../live/live.ts';
import { useInputValue, useParameter } from '../live/use-number.ts';
import { useShape } from '../live/use-shape.ts';
import { useActions } from '../live/use-store.ts';
import { NumberField } from '../controls/number-field.tsx';
import { Rover } from '../controls/rover.tsx';
import { useCoarsePointer } from '../controls/use-media.ts';
import { HEAT } from '#words/heat-words.ts';
import { capital, inputValueName, nodeName, nodeNumber, nodeSymbol, parameterName } from '#words/names.ts';
import { layerTitle } from '#words/weight-table-words.ts';
import { HeatCell } from './heat-cell.tsx';
import { HeatProduct } from './heat-product.tsx';
import { HeatLegend } from './heat-legend.tsx';
import { nextCell } from './heat-keys.ts';
import type { HeatScale } from './heat-scale.ts';
import { selectFoldedRow } from './folded-row.ts';
import { selectHeatScale, selectValueTexts } from './heat-values.ts';
import { InputSymbol } from './math-name.tsx';
import { selectPicture } from './picture.ts';
import './heat-view.css';

const FIRST: Parameter = { layer: 0, node: 0, input: 0 };

export function HeatView() {
  const network = useShape();
  const scale = useCrease(selectHeatScale);
  const actions = useActions();
  const isCoarse = useCoarsePointer();
  const view = useRef<HTMLDivElement>(null);
  const hint = useId();
  const [chosen, setChosen] = useState(FIRST);
  const firstGone = useCrease(selectFirstGone);
  const goesNow = useCrease(selectFactor);
  // The output's own row makes room for the one that is left.
  const last = network.layers.length - 1;
  const inHand = hasParameter(network, chosen) && chosen.layer < firstGone ? chosen : FIRST;

  const cellAt = (parameter: Parameter) =>
    view.current?.querySelector<HTMLElement>(`[data-key="${parameterKey(parameter)}"]`);
  const lightUp = (target: EventTarget) => {
    const parameter = parameterOf(target);
    actions.highlight(parameter && new Set([parameterKey(parameter)]));
    return parameter;
  };
  const onFocus = ({ target }: FocusEvent) => {
    const parameter = lightUp(target);
    if (!parameter) return;
    setChosen(parameter);
    actions.select({ layer: parameter.layer, node: parameter.node });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const parameter = parameterOf(event.target);
    const next = parameter && nextCell(network, parameter, event.key);
    if (!next || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    cellAt(next)?.focus();
  };
  /** A finger would only bring the keyboard over what it has touched. */
  const onClick = ({ target, detail }: { readonly target: EventTarget; readonly detail: number }) => {
    if (!parameterOf(target) || (isCoarse && detail > 0)) return;
    view.current?.querySelector<HTMLElement>('.heat-foot input')?.focus();
  };
  return (
    <div ref={view} className="stack heat-view" role="group" aria-label={HEAT.name} aria-describedby={hint}>
      <p id={hint} className="visually-hidden">
        {HEAT.keys}
      </p>
      <InputValues network={network} />
      <div
        className="heat-layers"
        role="presentation"
        onFocus={onFocus}
        onBlur={() => actions.highlight(null)}
        onPointerOver={({ target }) => lightUp(target)}
        onPointerLeave={() => actions.highlight(null)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {network.layers.map((nodes, layer) =>
          layer === last && firstGone < last ? (
            <HeatProduct key={layer} network={network} />
          ) : (
            <LayerGrid
              key={layer}
              network={network}
              layer={layer}
              nodes={nodes.length}
              scale={scale}
              inHand={inHand}
              fold={layer === goesNow ? (layer < firstGone ? 'factor' : 'now') : layer < firstGone ? null : 'gone'}
            />
          ),
        )}
      </div>
      <div className="flow heat-foot">
        <InHand key={parameterKey(inHand)} network={network} parameter={inHand} leave={() => cellAt(inHand)?.focus()} />
        <Precision />
        <HeatLegend scale={scale} />
      </div>
    </div>
  );
}

const selectFirstGone = (known: Knowledge) => selectFoldedRow(known)?.layer ?? Infinity;

/** The layer that this step is about; −1: none. */
const selectFactor = (known: Knowledge) => selectPicture(known).round?.layer ?? -1;

/** Which number a cell stands for; null for all that is no cell. */
function parameterOf(target: EventTarget): Parameter | null {
  const key = target instanceof HTMLElement ? target.dataset['key'] : undefined;
  if (key === undefined) return null;
  const [layer, node, input] = key.split('.');
  return { layer: Number(layer), node: Number(node), input: input === 'b' ? null : Number(input) };
}

function InputValues({ network }: { readonly network: Network<Rational> }) {
  return (
    <div className="flow">
      <Rover>
        {network.inputs.map((name, input) => (
          <span className="flow" key={name}>
            <InputSymbol name={name} />
            <InputValue name={inputValueName(network, input)} input={input} />
          </span>
        ))}
      </Rover>
    </div>
  );
}

function InputValue({ name, input }: { readonly name: string; readonly input: number }) {
  return <NumberField name={name} className="heat-field" maxLength={7} {...useInputValue(input)} />;
}

interface LayerGridProps {
  readonly network: Network<Rational>;
  readonly layer: number;
  readonly nodes: number;
  readonly scale: HeatScale;
  readonly inHand: Parameter;
  /** What folding the network up does to it: it is being multiplied, it goes, or it has gone and leaves its room. */
  readonly fold: 'factor' | 'now' | 'gone' | null;
}

function LayerGrid({ network, layer, nodes, scale, inHand, fold }: LayerGridProps) {
  const units = layer === 0 ? network.inputs : layerAt(network, layer - 1);
  return (
    // Arrow keys lead through it, as through a grid.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
    <table className="heat-grid" role="grid" data-fold={fold ?? undefined} aria-label={layerTitle(network, layer)}>
      <caption aria-hidden="true">{layerTitle(network, layer)}</caption>
      <thead>
        <tr>
          <td aria-hidden="true" />
          {units.map((_, unit) => (
            <th key={unit} scope="col" data-name={layer === 0 || undefined}>
              {layer > 0 ? (
                nodeNumber(network, { layer: layer - 1, node: unit })
              ) : (
                <span title={network.inputs[unit]}>{network.inputs[unit]}</span>
              )}
            </th>
          ))}
          <th scope="col" data-name>
            {HEAT.bias}
          </th>
          <th scope="col" aria-label={HEAT.z}>
            <i>z</i>
          </th>
          <th scope="col" aria-label={HEAT.a}>
            <i>a</i>
          </th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: nodes }, (_, node) => (
          <NodeRow
            key={node}
            network={network}
            layer={layer}
            node={node}
            units={units.length}
            scale={scale}
            // Of all rows only the one that it is in is drawn again.
            inHand={inHand.layer === layer && inHand.node === node ? inHand : null}
          />
        ))}
      </tbody>
    </table>
  );
}

interface NodeRowProps extends Omit<LayerGridProps, 'nodes' | 'inHand' | 'fold'>, NodeAt {
  readonly units: number;
  readonly inHand: Parameter | null;
}

function NodeRow({ network, layer, node, units, scale, inHand }: NodeRowProps) {
  const inputs = useMemo(() => [...Array.from({ length: units }, (_, i) => i), null], [units]);
  const at = { layer, node };
  const off = useCrease((known) => isOffAt(known, { layer, node }), [layer, node]);
  return (
    <tr
      style={{ '--node': nodeColour(network, at) } as CSSProperties}
      data-off={off || undefined}
      data-hand={inHand !== null || undefined}
    >
      <th scope="row" aria-label={capital(nodeName(network, at))}>
        {nodeSymbol(network, at)}
      </th>
      {inputs.map((input) => (
        <HeatCell
          key={input ?? 'b'}
          network={network}
          layer={layer}
          node={node}
          input={input}
          scale={scale}
          isStop={inHand !== null && inHand.input === input}
        />
      ))}
      <ValueCell at={at} which="z" />
      <ValueCell at={at} which="a" note={off ? HEAT.off : null} />
    </tr>
  );
}

interface ValueCellProps {
  readonly at: NodeAt;
  readonly which: 'z' | 'a';
  readonly note?: string | null;
}

function ValueCell({ at: { layer, node }, which, note }: ValueCellProps) {
  const text = useLive((known) => selectValueTexts(known).nodes[layer]?.[node]?.[which], [layer, node, which]);
  const [now, ref] = useWritten(text, writeText);
  return (
    <td className="heat-value">
      <span ref={ref}>{now}</span>
      {note && ` ${note}`}
    </td>
  );
}

/** Said once, for all of them. */
function Precision() {
  const isRounded = useCrease((known) => selectValueTexts(known).isRounded, []);
  return <span>{isRounded ? HEAT.rounded : HEAT.exact}</span>;
}

interface InHandProps {
  readonly network: Network<unknown>;
  readonly parameter: Parameter;
  /** Back to its cell. */
  readonly leave: () => void;
}

/** The number in hand, with its name. */
function InHand({ network, parameter, leave }: InHandProps) {
  const name = parameterName(network, parameter);
  return (
    <span
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
      }}
    >
      <span className="flow small" role="group" aria-label={HEAT.inHand}>
        <span aria-hidden="true">{capital(name)}</span>
        <NumberField name={name} className="heat-field" maxLength={9} {...useParameter(parameter)} />
      </span>
    </span>
  );
}
