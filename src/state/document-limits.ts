/** What every document keeps to, whatever makes it: an edit, a link, a figure. */
import type { Activation } from '../activation/activation.ts';
import {
  LIMITS,
  NAME_PATTERN,
  fanIn,
  hiddenLayerCount,
  isOutputLayer,
  type Layer,
  type Network,
} from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { withinDigits } from '../number/typed-number.ts';
import { isRange, type Document, type Range } from './document.ts';

/** What every document keeps to: names, sizes, one weight per unit before, one input value and one range per input, digits. */
export function isWithinLimits({ network, x, ranges = [] }: Document): boolean {
  const { inputs, layers } = network;
  const hidden = hiddenLayerCount(network);
  return (
    isBetween(inputs.length, LIMITS.inputs) &&
    inputs.every((name, i) => NAME_PATTERN.test(name) && inputs.indexOf(name) === i) &&
    isBetween(hidden, LIMITS.hiddenLayers) &&
    layers.every(
      (layer, l) =>
        isBetween(layer.length, isOutputLayer(network, l) ? ONE_NODE : LIMITS.nodesPerLayer) &&
        areWithinLimits(network, l, layer),
    ) &&
    x.length === inputs.length &&
    x.every(withinDigits) &&
    (ranges.length === 0 || ranges.length === inputs.length) &&
    ranges.every(isShortRange)
  );
}

const ONE_NODE = { min: 1, max: 1 };

function isBetween(count: number, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return count >= min && count <= max;
}

export function areWithinLimits(network: Network<Rational>, layer: number, nodes: Layer<Rational>): boolean {
  return nodes.every(
    ({ weights, bias, activation }) =>
      weights.length === fanIn(network, layer) &&
      weights.every(withinDigits) &&
      withinDigits(bias) &&
      hasShortSlope(activation),
  );
}

export function isShortRange(range: Range): boolean {
  return isRange(range) && withinDigits(range.min) && withinDigits(range.max);
}

export function hasShortSlope(activation: Activation<Rational>): boolean {
  return activation.kind !== 'leakyRelu' || withinDigits(activation.slope);
}
