/** The symbol of a unit of the layer before: an input, or a hidden node. */
import type { Network } from '../model/network.ts';
import { StaticFormula } from '../equation/static-formula.tsx';
import { inputNotation, nodeNotation } from '../equation/notation.ts';

export interface UnitSymbolProps {
  readonly network: Network<unknown>;
  /** The layer that the unit feeds. */
  readonly layer: number;
  readonly unit: number;
}

export function UnitSymbol({ network, layer, unit }: UnitSymbolProps) {
  const { tex, text } =
    layer === 0 ? inputNotation(network, unit) : nodeNotation(network, { layer: layer - 1, node: unit });
  return <StaticFormula tex={tex} spoken={text.replace('_', ' ')} />;
}
