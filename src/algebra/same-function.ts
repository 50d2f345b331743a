/** Changes of a network that leave its function as it is, and the check that they do. */
import {
  isOutputLayer,
  isPiecewiseLinearNetwork,
  layerAt,
  type Layer,
  type Network,
  type NodeAt,
} from '../model/network.ts';
import { bentForm } from './crease.ts';
import { difference, equalOn } from './difference.ts';
import { ALL } from './domain.ts';
import { forward } from './forward.ts';
import { MINUS_ONE, ONE, ZERO, divide, equal, multiply, rational, type Rational } from '../number/rational.ts';

/** All that goes into a hidden node times k, and what leaves it divided by k. Throws a RangeError for k = 0. */
export function rescaleNode(network: Network<Rational>, at: NodeAt, k: Rational): Network<Rational> {
  mustBeHidden(network, at.layer);
  return {
    ...network,
    layers: network.layers.map((layer, l) => {
      if (l === at.layer) {
        return layer.map((node, j) =>
          j === at.node
            ? { ...node, weights: node.weights.map((w) => multiply(k, w)), bias: multiply(k, node.bias) }
            : node,
        );
      }
      if (l !== at.layer + 1) return layer;
      return layer.map((node) => ({
        ...node,
        weights: node.weights.map((w, i) => (i === at.node ? divide(w, k) : w)),
      }));
    }),
  };
}

/** Where number k is after i and j have changed places. */
export function otherPlace(k: number, i: number, j: number): number {
  return k === i ? j : k === j ? i : k;
}

/** Two nodes of a hidden layer change places, with all their edges. */
export function swapNodes(network: Network<Rational>, layer: number, i: number, j: number): Network<Rational> {
  mustBeHidden(network, layer);
  const swapped = <T>(list: readonly T[]) => list.map((_, k) => list[otherPlace(k, i, j)] as T);
  return {
    ...network,
    layers: network.layers.map((nodes, l): Layer<Rational> => {
      if (l === layer) return swapped(nodes);
      return l === layer + 1 ? nodes.map((node) => ({ ...node, weights: swapped(node.weights) })) : nodes;
    }),
  };
}

function mustBeHidden(network: Network<Rational>, layer: number): void {
  layerAt(network, layer);
  if (isOutputLayer(network, layer)) throw new RangeError('the output node has nothing behind it');
}

export type Comparison =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'differs';
      readonly x: readonly Rational[];
      readonly before: Rational;
      readonly after: Rational;
    }
  | { readonly kind: 'unknown' };

/**
 * Are two networks of the same inputs the same function, for every input? Exact where the difference bends like one
 * hidden layer; else a few inputs are tried, `x` first, and it may stay unknown.
 */
export function compareFunctions(f: Network<Rational>, g: Network<Rational>, x: readonly Rational[]): Comparison {
  if (!isPiecewiseLinearNetwork(f) || !isPiecewiseLinearNetwork(g)) return { kind: 'unknown' };
  for (const point of trials(x)) {
    const before = forward(f, point).y;
    const after = forward(g, point).y;
    if (!equal(before, after)) return { kind: 'differs', x: point, before, after };
  }
  if (!bentForm(difference(f, g), ALL)) return { kind: 'unknown' };
  return equalOn(ALL, f, g) === true ? { kind: 'same' } : { kind: 'unknown' };
}

/** The given point; the origin; and along each axis some steps to both sides. */
function trials(x: readonly Rational[]): Rational[][] {
  const along = (value: Rational) => x.map((_, i) => x.map((_other, k) => (k === i ? value : ZERO)));
  const far = rational(100);
  return [
    [...x],
    x.map(() => ZERO),
    x.map(() => ONE),
    x.map(() => MINUS_ONE),
    ...[ONE, MINUS_ONE, far, multiply(MINUS_ONE, far)].flatMap(along),
  ];
}
