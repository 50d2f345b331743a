/** The affine function that a network is where each node is on a given piece. */
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { pieces as shapeOf, type PiecewiseLinear } from '../activation/pieces.ts';
import type { Rational } from '../number/rational.ts';
import { addAffine, combineAffine, constant, coordinate, scaleAffine, type Affine } from './affine.ts';

/** Does the text name a piece of each node, as digits, layers apart by `|`? Not where a node is smooth: it has no pieces. */
export function isPatternOf(network: Network<Rational>, pattern: string): boolean {
  const digits = pattern.split('|');
  return (
    digits.length === network.layers.length &&
    network.layers.every((layer, l) => {
      const own = digits[l] as string;
      return (
        own.length === layer.length &&
        layer.every(({ activation }, j) => Number(own[j]) < (shapeOf(activation)?.branches.length ?? 0))
      );
    })
  );
}

/**
 * The output's form on the cell with this pattern, whether or not the cell is empty. null when a node is smooth. Throws a
 * RangeError for a pattern that is not one of this network: a pattern goes with the network that it was found in.
 */
export function formOfPattern(network: Network<Rational>, pattern: string): Affine | null {
  if (!isPiecewiseLinearNetwork(network)) return null;
  if (!isPatternOf(network, pattern)) throw new RangeError(`${pattern} is not a pattern of this network`);
  const digits = pattern.split('|');
  const n = network.inputs.length;
  let signals: readonly Affine[] = network.inputs.map((_, i) => coordinate(i, n));
  for (const [l, layer] of network.layers.entries()) {
    signals = layer.map(({ weights, bias, activation }, j) => {
      const { branches } = shapeOf(activation) as PiecewiseLinear;
      const { slope, intercept } = branches[Number(digits[l]?.[j])] as PiecewiseLinear['branches'][number];
      return addAffine(scaleAffine(slope, combineAffine(weights, signals, bias, n)), constant(intercept, n));
    });
  }
  return signals[0] ?? null;
}
