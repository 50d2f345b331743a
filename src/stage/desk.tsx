/** The desk: a slider and a number field for each weight and bias, grouped by node, in the node's colour. */
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import {
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
import { capital, nodeName, nodeSymbol, parameterName } from '#words/names.ts';
import { STAGE } from '#words/stage-words.ts';
import './desk.css';

/** One node at a time: a row of buttons chooses it, and the diagram's nodes do. */
export function Desk() {
  const network = useShape();
  const actions = useActions();
  const chosen = useCrease(selectSelected);
  const pick = (at: NodeAt) => (
    <label key={at.node} className="choice desk-pick" style={colourOf(network, at)}>
      <input
        type="radio"
        className="unseen"
        name="desk-node"
        aria-label={capital(nodeName(network, at))}
        checked={sameNode(chosen, at)}
        onChange={() => actions.select(at)}
      />
      <span aria-hidden="true">{nodeSymbol(network, at)}</span>
    </label>
  );
  return (
    <div
      className="desk"
      role="group"
      aria-label={STAGE.desk}
      style={{ '--longest-name': Math.max(...network.inputs.map(nameLength)) } as CSSProperties}
    >
      <div className="flow desk-head">
        <div className="flow" role="radiogroup" aria-label={STAGE.deskNode}>
          {network.layers.map((nodes, layer) => (
            <span className="flow desk-picker-layer" key={layer}>
              {nodes.map((_, node) => pick({ layer, node }))}
            </span>
          ))}
        </div>
        <span className="title" aria-hidden="true" style={colourOf(network, chosen)}>
          {capital(nodeName(network, chosen))}
        </span>
      </div>
      <NodeDesk key={`${chosen.layer}.${chosen.node}`} network={network} at={chosen} />
    </div>
  );
}

interface NodeDeskProps {
  readonly network: Network<unknown>;
  readonly at: NodeAt;
}

/** Of a number: all are written in the same size, and a long one says less. px, at the smallest size. */
const ROOM = 48;

function NodeDesk({ network, at }: NodeDeskProps) {
  return (
    <fieldset className="desk-node" style={colourOf(network, at)}>
      <legend className="visually-hidden">
        {capital(nodeName(network, at))} {STAGE.deskOf}
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
      <NumberField name={name} className="field is-pale desk-field" maxLength={7} room={ROOM} {...binding} />
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
