/** The symbol of a unit of the layer before: an input, or a hidden node. */
import type { Network } from '../model/network.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation, nodeNotation } from '../equation/notation.ts';
import { SPOKEN } from '#words/spoken-formula.ts';

export interface UnitSymbolProps {
  readonly network: Network<unknown>;
  /** The layer that the unit feeds. */
  readonly layer: number;
  readonly unit: number;
}

export function UnitSymbol({ network, layer, unit }: UnitSymbolProps) {
  if (layer === 0)
    return <StaticFormula tex={inputNotation(network, unit).tex} spoken={SPOKEN.input(network.inputs[unit] ?? '')} />;
  const { tex, text } = nodeNotation(network, { layer: layer - 1, node: unit });
  return <StaticFormula tex={tex} spoken={text.replace('_', ' ')} />;
}
