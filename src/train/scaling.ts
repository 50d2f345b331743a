/**
 * Columns brought to the range from -1 to 1, and back: gradient descent is slow, or flies off, where one column is measured
 * in millions and another in thousandths. All of it is exact, so that a network of the scaled columns is, number for
 * number, a network of the columns as they were.
 */
import type { Layer, Network, Node } from '../model/network.ts';
import {
  ONE,
  ZERO,
  add,
  compare,
  divide,
  equal,
  multiply,
  rational,
  subtract,
  type Rational,
} from '../number/rational.ts';

/** scaled = (value - middle) / half, of one column. */
export interface Scaling {
  readonly middle: Rational;
  /** Half of the column's range, > 0. */
  readonly half: Rational;
}

/** One for each column. A column of equal numbers is only moved to 0. There is at least one row. */
export function scalingsOf(rows: readonly (readonly Rational[])[]): Scaling[] {
  const half = rational(1, 2);
  return (rows[0] ?? []).map((_, c) => {
    const column = rows.map((row) => row[c] as Rational);
    const min = column.reduce((p, q) => (compare(q, p) < 0 ? q : p));
    const max = column.reduce((p, q) => (compare(q, p) > 0 ? q : p));
    return {
      middle: multiply(half, add(min, max)),
      half: equal(min, max) ? ONE : multiply(half, subtract(max, min)),
    };
  });
}

/** The rows in scaled columns. */
export function scaledRows(rows: readonly (readonly Rational[])[], scalings: readonly Scaling[]): Rational[][] {
  return rows.map((row) =>
    row.map((value, c) => {
      const { middle, half } = scalings[c] as Scaling;
      return divide(subtract(value, middle), half);
    }),
  );
}

/**
 * The network of the columns as they were that is equal to a network of the scaled ones, y being the last column: the
 * first layer takes the scaling of the inputs, the output node that of y. The loss is the scaled one times half^2 of y.
 * Throws a RangeError where the output node bends: then there is none.
 */
export function unscaledNetwork(network: Network<Rational>, scalings: readonly Scaling[]): Network<Rational> {
  const last = network.layers.length - 1;
  const y = scalings.at(-1) as Scaling;
  return {
    inputs: network.inputs,
    layers: network.layers.map((layer, l): Layer<Rational> => {
      const nodes = l === 0 ? layer.map((node) => withInputs(node, scalings)) : layer;
      return l === last ? nodes.map((node) => withOutput(node, y)) : nodes;
    }),
  };
}

/** w (x - middle) / half + b = (w / half) x + (b - w middle / half) */
function withInputs(node: Node<Rational>, scalings: readonly Scaling[]): Node<Rational> {
  const weights = node.weights.map((weight, i) => divide(weight, (scalings[i] as Scaling).half));
  const moved = weights.reduce((sum, w, i) => add(sum, multiply(w, (scalings[i] as Scaling).middle)), ZERO);
  return { ...node, weights, bias: subtract(node.bias, moved) };
}

function withOutput(node: Node<Rational>, { middle, half }: Scaling): Node<Rational> {
  if (node.activation.kind !== 'linear') throw new RangeError(`the output node is ${node.activation.kind}`);
  const weights = node.weights.map((weight) => multiply(half, weight));
  return { ...node, weights, bias: add(multiply(half, node.bias), middle) };
}
