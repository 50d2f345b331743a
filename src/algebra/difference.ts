/** Equality of networks, as a question about one network: their difference. */
import type { Layer, Network, Node, NodeAt } from '../model/network.ts';
import { pieces, type Branch } from '../activation/pieces.ts';
import { isZeroNetwork, type DecideOptions } from './collapse.ts';
import type { Domain } from './domain.ts';
import { MINUS_ONE, ONE, ZERO, add, multiply, type Rational } from '../number/rational.ts';

/** Are two piecewise linear networks of the same inputs the same function on the domain? null when stopped. */
export function equalOn(
  domain: Domain,
  f: Network<Rational>,
  g: Network<Rational>,
  options: DecideOptions = {},
): boolean | null {
  return isZeroNetwork(difference(f, g), domain, options);
}

/** The network f - g: both side by side, the shorter one made as long by linear layers, and a linear node that subtracts. */
export function difference(f: Network<Rational>, g: Network<Rational>): Network<Rational> {
  const depth = Math.max(f.layers.length, g.layers.length);
  const left = lengthened(f, depth);
  const right = lengthened(g, depth);
  const layers = left.map((layer, l): Layer<Rational> => {
    const other = right[l] as Layer<Rational>;
    // The first layers both listen to the inputs; the others to their own network's nodes.
    if (l === 0) return [...layer, ...other];
    const before = (right[l - 1] as Layer<Rational>).map(() => ZERO);
    const beforeLeft = (left[l - 1] as Layer<Rational>).map(() => ZERO);
    return [
      ...layer.map((node) => ({ ...node, weights: [...node.weights, ...before] })),
      ...other.map((node) => ({ ...node, weights: [...beforeLeft, ...node.weights] })),
    ];
  });
  const last = layers[depth - 1] as Layer<Rational>;
  if (last.every(({ activation }) => activation.kind === 'linear')) {
    const [a, b] = last as [Node<Rational>, Node<Rational>];
    const weights = a.weights.map((w, i) => add(w, multiply(MINUS_ONE, b.weights[i] as Rational)));
    const output: Node<Rational> = {
      weights,
      bias: add(a.bias, multiply(MINUS_ONE, b.bias)),
      activation: { kind: 'linear' },
    };
    return { inputs: f.inputs, layers: [...layers.slice(0, -1), [output]] };
  }
  const output: Node<Rational> = { weights: [ONE, MINUS_ONE], bias: ZERO, activation: { kind: 'linear' } };
  return { inputs: f.inputs, layers: [...layers, [output]] };
}

function lengthened({ layers }: Network<Rational>, depth: number): readonly Layer<Rational>[] {
  const pass: Layer<Rational> = [{ weights: [ONE], bias: ZERO, activation: { kind: 'linear' } }];
  return [...layers, ...Array.from({ length: depth - layers.length }, () => pass)];
}

/** The network with one node's activation replaced by its branch `piece`, everywhere: that node becomes linear. */
export function withBranch(network: Network<Rational>, at: NodeAt, piece: number): Network<Rational> {
  return {
    inputs: network.inputs,
    layers: network.layers.map((layer, l) =>
      l === at.layer ? layer.map((node, j) => (j === at.node ? branchNode(node, piece) : node)) : layer,
    ),
  };
}

function branchNode(node: Node<Rational>, piece: number): Node<Rational> {
  const branch = pieces(node.activation)?.branches[piece];
  if (!branch) throw new RangeError(`${node.activation.kind} has no piece ${piece}`);
  const { slope, intercept }: Branch = branch;
  return {
    weights: node.weights.map((weight) => multiply(slope, weight)),
    bias: add(multiply(slope, node.bias), intercept),
    activation: { kind: 'linear' },
  };
}
