/** All weights and biases of a small network in one table for each layer: the numbers to solve a challenge with. */
import type { CSSProperties } from 'react';
import { isOutputLayer, parametersOf, type Network, type NodeAt, type Parameter } from '../model/network.ts';
import { nodeColour } from '../state/colour.ts';
import { useInputValue, useParameter } from '../live/use-number.ts';
import { useShape } from '../live/use-shape.ts';
import { Rover } from '../controls/rover.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { CHALLENGES } from '#words/chapter/does-it-always-bend-words.ts';
import { inputValueName, nodeNumber, parameterName } from '#words/names.ts';
import { UnitSymbol } from './unit-symbol.tsx';

/** A larger network has its place at the top. */
const MAX_PARAMETERS = 40;

export function WeightTable() {
  const network = useShape();
  if (parametersOf(network).length > MAX_PARAMETERS) return <p>{CHALLENGES.why.undecided}</p>;
  return (
    <>
      <table className="weights">
        <caption>{CHALLENGES.values}</caption>
        <thead>
          <tr>
            <td aria-hidden="true" />
            {network.inputs.map((_, i) => (
              <th key={i} scope="col">
                <UnitSymbol network={network} layer={0} unit={i} />
              </th>
            ))}
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{CHALLENGES.now}</th>
            <Rover>
              {network.inputs.map((_, i) => (
                <td key={i}>
                  <InputCell input={i} name={inputValueName(network, i)} />
                </td>
              ))}
            </Rover>
            <td aria-hidden="true" />
          </tr>
        </tbody>
      </table>
      {network.layers.map((layer, l) => (
        <LayerTable key={l} network={network} layer={l} nodes={layer.length} />
      ))}
    </>
  );
}

interface LayerTableProps {
  readonly network: Network<unknown>;
  readonly layer: number;
  readonly nodes: number;
}

function LayerTable({ network, layer, nodes }: LayerTableProps) {
  const fan = layer === 0 ? network.inputs.length : (network.layers[layer - 1]?.length ?? 0);
  const units = Array.from({ length: fan }, (_, i) => i);
  return (
    <table className="weights">
      <caption>{isOutputLayer(network, layer) ? CHALLENGES.outputWeights : CHALLENGES.hiddenWeights}</caption>
      <thead>
        <tr>
          <td aria-hidden="true" />
          {units.map((i) => (
            <th key={i} scope="col">
              <UnitSymbol network={network} layer={layer} unit={i} />
            </th>
          ))}
          <th scope="col">{CHALLENGES.bias}</th>
        </tr>
      </thead>
      <tbody>
        <Rover>
          {Array.from({ length: nodes }, (_, node): NodeAt => ({ layer, node })).map((at) => (
            <tr key={at.node}>
              <th scope="row" style={{ '--colour': nodeColour(network, at) } as CSSProperties}>
                {isOutputLayer(network, layer) ? CHALLENGES.output : CHALLENGES.node(nodeNumber(network, at))}
              </th>
              {[...units, null].map((input) => (
                <td key={input ?? 'b'}>
                  <Cell parameter={{ ...at, input }} name={parameterName(network, { ...at, input })} />
                </td>
              ))}
            </tr>
          ))}
        </Rover>
      </tbody>
    </table>
  );
}

function Cell({ parameter, name }: { readonly parameter: Parameter; readonly name: string }) {
  return <NumberField className="field is-pale" name={name} maxLength={6} {...useParameter(parameter)} />;
}

function InputCell({ input, name }: { readonly input: number; readonly name: string }) {
  return <NumberField className="field is-pale" name={name} maxLength={6} {...useInputValue(input)} />;
}
