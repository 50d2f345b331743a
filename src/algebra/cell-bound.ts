/** How many cells a network can have at most: cheap to know, and enough to decide how to look for them. */
import type { Network } from '../model/network.ts';
import { pieces } from '../activation/pieces.ts';
import type { Rational } from '../number/rational.ts';

/**
 * More cells than this there can't be: the product over the layers of the regions of as many hyperplanes in general
 * position, sum of C(kinks, k) for k <= n (Buck 1943).
 * Infinity when a node is smooth: then there are no cells.
 */
export function cellBound(network: Network<Rational>): number {
  const n = network.inputs.length;
  return network.layers.reduce((bound, layer) => {
    const kinks = layer.reduce((count, { activation }) => count + (pieces(activation)?.kinks.length ?? Infinity), 0);
    return bound * hyperplaneRegions(kinks, n);
  }, 1);
}

function hyperplaneRegions(m: number, n: number): number {
  let binomial = 1;
  let total = 1;
  for (let k = 1; k <= Math.min(m, n); k++) {
    binomial = (binomial * (m - k + 1)) / k;
    total += binomial;
  }
  return total;
}
