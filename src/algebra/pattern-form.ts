/** The affine function that a network is where each node is on a given piece. */
import type { Network } from '../model/network.ts';
import { pieces as shapeOf } from './activation.ts';
import type { Rational } from './rational.ts';
import { addAffine, combineAffine, constant, coordinate, scaleAffine, type Affine } from './affine.ts';

/**
 * The output's form on the cell with this pattern (pieces as digits, layers apart by `|`), whether or not the cell is
 * empty. null when a node is smooth. Throws a RangeError for a pattern that is not one of this network.
 */
export function formOfPattern(network: Network<Rational>, pattern: string): Affine | null {
  const digits = pattern.split('|');
  const n = network.inputs.length;
  let signals: readonly Affine[] = network.inputs.map((_, i) => coordinate(i, n));
  for (const [l, layer] of network.layers.entries()) {
    const next: Affine[] = [];
    for (const [j, { weights, bias, activation }] of layer.entries()) {
      const shape = shapeOf(activation);
      if (!shape) return null;
      const branch = shape.branches[Number(digits[l]?.[j])];
      if (!branch) throw new RangeError(`${pattern} is not a pattern of this network`);
      const z = combineAffine(weights, signals, bias, n);
      next.push(addAffine(scaleAffine(branch.slope, z), constant(branch.intercept, n)));
    }
    signals = next;
  }
  return signals[0] ?? null;
}
