/** The desk: a slider and a number field for each weight and bias, grouped by node, in the node's colour. */
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import {
  isOutputLayer,
  nodeAt,
  parameterKey,
  parametersOfNode,
  sameNode,
  type Network,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import { isLit } from '../state/highlight.ts';
import { nodeColour } from '../state/colour.ts';
import { useShape } from '../live/use-shape.ts';
import { selectSelected } from '../live/select.ts';
import { useParameter } from '../live/use-number.ts';
import { useCrease } from '../live/live.ts';
import { useActions } from '../live/use-store.ts';
import { Rover } from '../controls/rover.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { Slider } from '../controls/slider.tsx';
import { InputSymbol } from '../diagram/math-name.tsx';
import { nameLength } from '../diagram/name-length.ts';
import { nodeNotation } from '../equation/notation.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { capital, nodeName, nodeNumber, parameterName } from '../words/names.ts';
import { STAGE } from '../words/stage-words.ts';
import './desk.css';

/** With more rows than this the desk shows one node at a time. */
const MAX_ROWS = 12;

export function Desk() {
  const network = useShape();
  const nodes = network.layers.flatMap((layer, l) => layer.map((_, j): NodeAt => ({ layer: l, node: j })));
  const rows = nodes.reduce((count, at) => count + nodeAt(network, at).weights.length + 1, 0);
  const whole = rows <= MAX_ROWS;
  return (
    <div
      className="desk"
      role="group"
      aria-label={STAGE.desk}
      data-whole={whole || undefined}
      style={{ '--longest-name': Math.max(...network.inputs.map(nameLength)) } as CSSProperties}
    >
      {whole ? (
        nodes.map((at) => <NodeDesk key={`${at.layer}.${at.node}`} network={network} at={at} />)
      ) : (
        <OneNode network={network} nodes={nodes} />
      )}
    </div>
  );
}

/** A row of buttons chooses the node; the diagram's nodes choose it too. */
function OneNode({ network, nodes }: { readonly network: Network<unknown>; readonly nodes: readonly NodeAt[] }) {
  const actions = useActions();
  const chosen = useCrease(selectSelected);
  return (
    <>
      <div className="desk-picker" role="radiogroup" aria-label={STAGE.deskNode}>
        {network.layers.map((layer, l) => (
          <span className="desk-picker-layer" key={l}>
            {layer.map((_, j) => {
              const at = { layer: l, node: j };
              const checked = sameNode(chosen, at);
              return (
                <label key={j} className="desk-pick" style={colourOf(network, at)}>
                  <input
                    type="radio"
                    name="desk-node"
                    aria-label={capital(nodeName(network, at))}
                    checked={checked}
                    onChange={() => actions.select(at)}
                  />
                  <span aria-hidden="true">{isOutputLayer(network, l) ? 'ŷ' : nodeNumber(network, at)}</span>
                </label>
              );
            })}
          </span>
        ))}
      </div>
      {nodes
        .filter((at) => sameNode(at, chosen))
        .map((at) => (
          <NodeDesk key={`${at.layer}.${at.node}`} network={network} at={at} wide />
        ))}
    </>
  );
}

interface NodeDeskProps {
  readonly network: Network<unknown>;
  readonly at: NodeAt;
  readonly wide?: boolean;
}

/** Of a number: all are written in the same size, and a long one says less. px, at the smallest size. */
const ROOM = 48;

function NodeDesk({ network, at, wide = false }: NodeDeskProps) {
  return (
    <fieldset className="desk-node" data-wide={wide || undefined} style={colourOf(network, at)}>
      <legend>
        <strong>{capital(nodeName(network, at))}</strong> {STAGE.deskOf}
      </legend>
      <div className="desk-rows">
        <Rover>
          {parametersOfNode(network, at).map((parameter) => (
            <Row key={parameterKey(parameter)} network={network} parameter={parameter} />
          ))}
        </Rover>
      </div>
    </fieldset>
  );
}

function Row({ network, parameter }: { readonly network: Network<unknown>; readonly parameter: Parameter }) {
  const { highlight } = useActions();
  const binding = useParameter(parameter);
  const key = parameterKey(parameter);
  const own = useMemo(() => new Set([key]), [key]);
  const lit = useCrease((known) => isLit(known.highlight, own), [own]);
  const name = parameterName(network, parameter);
  return (
    <div
      className="desk-row"
      data-lit={lit || undefined}
      onPointerEnter={() => highlight(own)}
      onPointerLeave={() => highlight(null)}
      onFocus={() => highlight(own)}
      onBlur={() => highlight(null)}
    >
      <span className="desk-label" aria-hidden="true">
        <RowLabel network={network} parameter={parameter} />
      </span>
      <Slider name={name} {...binding} />
      <NumberField name={name} className="desk-field" maxLength={7} room={ROOM} {...binding} />
    </div>
  );
}

/** To be looked at only: the slider and the field have the whole name. */
function RowLabel({
  network,
  parameter: { layer, input },
}: {
  readonly network: Network<unknown>;
  readonly parameter: Parameter;
}): ReactNode {
  if (input === null) return STAGE.bias;
  if (layer === 0) return <InputSymbol name={network.inputs[input] ?? ''} />;
  const at = { layer: layer - 1, node: input };
  return <StaticFormula tex={nodeNotation(network, at).tex} spoken={nodeName(network, at)} />;
}

function colourOf(network: Network<unknown>, at: NodeAt): CSSProperties {
  return { '--colour': nodeColour(network, at) } as CSSProperties;
}
