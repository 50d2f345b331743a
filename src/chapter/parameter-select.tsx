/** One weight or bias of a network, chosen from a list of them all. */
import { useState } from 'react';
import { parameterKey, parametersOf, type Network, type Parameter } from '../model/network.ts';
import { capital, parameterName } from '#words/names.ts';

/** Every network has it. */
const FIRST: Parameter = { layer: 0, node: 0, input: 0 };

/** The chosen one, as long as the network has it, and what chooses another by its key. */
export function usePickedParameter(network: Network<unknown>): readonly [Parameter, (key: string) => void] {
  const [picked, setPicked] = useState<string | null>(null);
  return [parametersOf(network).find((parameter) => parameterKey(parameter) === picked) ?? FIRST, setPicked];
}

export interface ParameterSelectProps {
  readonly network: Network<unknown>;
  readonly label: string;
  readonly picked: Parameter;
  readonly onPick: (key: string) => void;
}

export function ParameterSelect({ network, label, picked, onPick }: ParameterSelectProps) {
  return (
    <select
      className="field"
      aria-label={label}
      value={parameterKey(picked)}
      onChange={(event) => onPick(event.target.value)}
    >
      {parametersOf(network).map((parameter) => (
        <option key={parameterKey(parameter)} value={parameterKey(parameter)}>
          {capital(parameterName(network, parameter))}
        </option>
      ))}
    </select>
  );
}
