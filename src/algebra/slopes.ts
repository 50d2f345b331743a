/**
 * All slopes of the output at one input, by the chain rule: what backpropagation computes, and in its order. The same
 * few lines work over exact rationals (piecewise linear networks) and over doubles (all networks).
 *
 * With e[l][j] = dŷ/dz of node j in layer l: e = f'(z) at the output node; e[l][j] = f'(z) * sum over the next layer's
 * nodes k of W[k][j] e[l+1][k]; and dŷ/dW[j][i] = e[l][j] * (what comes in from unit i), dŷ/db[j] = e[l][j].
 */
import { activateNumber } from '../activation/activation.ts';
import type { Activation } from '../activation/activation.ts';
import { layerAt, type Network, type NodeAt, type Parameter } from '../model/network.ts';
import { activate, pieceIndex, pieces, type Branch } from '../activation/pieces.ts';
import { slopeNumber } from '../activation/slope.ts';
import { MINUS_ONE, ONE, ZERO, add, equal, multiply, type Rational } from '../number/rational.ts';

/** What the chain rule needs of its numbers. */
export interface Arithmetic<N> {
  readonly zero: N;
  readonly one: N;
  readonly minusOne: N;
  add(p: N, q: N): N;
  multiply(p: N, q: N): N;
  activate(activation: Activation<N>, z: N): N;
  /** f'(z); on a kink the slope of the piece on its left, as `pieceIndex` has it. */
  slope(activation: Activation<N>, z: N): N;
}

export interface Slopes<N> {
  /** The input that they are for. */
  readonly x: readonly N[];
  /** z[layer][node], a[layer][node]. */
  readonly z: readonly (readonly N[])[];
  readonly a: readonly (readonly N[])[];
  readonly y: N;
  /** f'(z) of each node. */
  readonly own: readonly (readonly N[])[];
  /** dŷ/da of each node: 1 for the output node. */
  readonly out: readonly (readonly N[])[];
  /** dŷ/dz of each node. */
  readonly error: readonly (readonly N[])[];
}

export const EXACT: Arithmetic<Rational> = {
  zero: ZERO,
  one: ONE,
  minusOne: MINUS_ONE,
  add,
  multiply,
  activate: (activation, z) => known(activate(activation, z), activation),
  slope: (activation, z) => {
    const shape = known(pieces(activation), activation);
    return (shape.branches[pieceIndex(shape, z)] as Branch).slope;
  },
};

function known<T>(value: T | null, { kind }: Activation<Rational>): T {
  if (value === null) throw new RangeError(`${kind} has no exact values`);
  return value;
}

export const DOUBLES: Arithmetic<number> = {
  zero: 0,
  one: 1,
  minusOne: -1,
  add: (p, q) => p + q,
  multiply: (p, q) => p * q,
  activate: activateNumber,
  slope: slopeNumber,
};

/** Forward, then back. Over rationals it throws a RangeError when a node is smooth. */
export function slopes<N>(network: Network<N>, x: readonly N[], numbers: Arithmetic<N>): Slopes<N> {
  const sumOf = (values: readonly N[]) => values.reduce(numbers.add, numbers.zero);
  const z: N[][] = [];
  const a: N[][] = [];
  for (const layer of network.layers) {
    const before = a.at(-1) ?? x;
    const sums = layer.map(({ weights, bias }) =>
      numbers.add(sumOf(weights.map((w, i) => numbers.multiply(w, before[i] as N))), bias),
    );
    z.push(sums);
    a.push(layer.map(({ activation }, j) => numbers.activate(activation, sums[j] as N)));
  }
  const own = network.layers.map((layer, l) =>
    layer.map(({ activation }, j) => numbers.slope(activation, (z[l] as N[])[j] as N)),
  );
  const out: N[][] = [];
  const error: N[][] = [];
  for (let l = network.layers.length - 1; l >= 0; l--) {
    const behind = network.layers[l + 1];
    const behindError = error[0] ?? [];
    const outHere = layerAt(network, l).map((_, j): N =>
      behind
        ? sumOf(behind.map(({ weights }, k) => numbers.multiply(weights[j] as N, behindError[k] as N)))
        : numbers.one,
    );
    out.unshift(outHere);
    error.unshift(outHere.map((value, j) => numbers.multiply(value, (own[l] as N[])[j] as N)));
  }
  return { x, z, a, y: (a.at(-1) as N[])[0] as N, own, out, error };
}

/** dŷ/dw: the slope of the output with respect to one weight or bias. */
export function slopeOf<N>(found: Slopes<N>, { layer, node, input }: Parameter, numbers: Arithmetic<N>): N {
  const error = (found.error[layer] as readonly N[])[node] as N;
  return input === null ? error : numbers.multiply(comingIn(found, layer, input), error);
}

/** What unit `input` sends into a layer. */
export function comingIn<N>(found: Slopes<N>, layer: number, input: number): N {
  const before = layer === 0 ? found.x : (found.a[layer - 1] as readonly N[]);
  return before[input] as N;
}

/** The nodes whose z is exactly on a kink: there the function has two slopes, one on each side. */
export function nodesOnKink(network: Network<Rational>, found: Slopes<Rational>): NodeAt[] {
  return network.layers.flatMap((layer, l) =>
    layer.flatMap(({ activation }, j) => {
      const z = (found.z[l] as readonly Rational[])[j] as Rational;
      return pieces(activation)?.kinks.some((kink) => equal(kink, z)) ? [{ layer: l, node: j }] : [];
    }),
  );
}
