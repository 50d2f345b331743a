/** The network with another value for one weight or bias. */
import type { Network, Parameter } from '../model/network.ts';
import type { Rational } from '../algebra/rational.ts';

export function withParameter(
  network: Network<Rational>,
  { layer, node, input }: Parameter,
  value: Rational,
): Network<Rational> {
  return {
    ...network,
    layers: network.layers.map((nodes, l) =>
      l !== layer
        ? nodes
        : nodes.map((old, j) => {
            if (j !== node) return old;
            if (input === null) return { ...old, bias: value };
            return { ...old, weights: old.weights.map((w, i) => (i === input ? value : w)) };
          }),
    ),
  };
}
