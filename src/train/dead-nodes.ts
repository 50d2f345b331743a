/**
 * ReLU nodes that are off: z <= 0 on every row of the data, or everywhere in the box around them. Gradient descent on these
 * rows never moves such a node again. Decided exactly: in doubles with a proven bound of their error where that settles
 * it, and in rationals where it does not.
 */
import { isPiecewiseLinearNetwork, mapNumbers, type Layer, type Network } from '../model/network.ts';
import { isSmooth, activateNumber } from '../activation/activation.ts';
import { steepest } from '../activation/slope.ts';
import { forward } from '../algebra/forward.ts';
import { nodeRanges, type RangeOptions } from '../algebra/neuron-range.ts';
import type { Domain } from '../algebra/domain.ts';
import { preActivationBounds } from '../algebra/value-bounds.ts';
import { add, compare, dot, equal, sign, toNumber, type Rational } from '../number/rational.ts';
import { exactDouble } from './exact-number.ts';

/**
 * off[layer][node] on all rows (x1, ..., xn, y): null where it is no ReLU node, or where its z depends on a smooth node.
 */
export function offOnData(network: Network<number>, rows: readonly (readonly Rational[])[]): (boolean | null)[][] {
  const off = network.layers.map((layer, l): (boolean | null)[] => {
    const isKnown = network.layers
      .slice(0, l)
      .every((before) => before.every((node) => !isSmooth(node.activation.kind)));
    return layer.map(({ activation }) => (isKnown && activation.kind === 'relu' ? true : null));
  });
  for (const row of rows) {
    const x = row.slice(0, -1);
    let exact: readonly (readonly Rational[])[] | null = null;
    for (const [l, signs] of roughSigns(network, x).entries()) {
      for (const [j, rough] of signs.entries()) {
        if (off[l]?.[j] !== true || rough === -1) continue;
        if (rough === 0) exact ??= exactSignals(network, x);
        const isOn = rough === 1 || sign(exact?.[l]?.[j] as Rational) > 0;
        if (isOn) off[l][j] = false;
      }
    }
    if (off.every((layer) => layer.every((value) => value !== true))) break;
  }
  return off;
}

/**
 * The same over the box around the rows; also null where a node that is off on the data was not decided, since
 * `shouldStop` said so or a smooth node stands in the way.
 */
export function offOnBox(
  network: Network<number>,
  rows: readonly (readonly Rational[])[],
  options: RangeOptions = {},
): (boolean | null)[][] {
  const onData = offOnData(network, rows);
  const { network: inner, domain } = overTheBox(mapNumbers(network, exactDouble), rows);
  const bounds = preActivationBounds(inner, domain);
  const isOff = (bound: Upper | undefined) => bound !== undefined && bound.max !== null && sign(bound.max) <= 0;
  const open = onData.some((layer, l) => layer.some((off, j) => off === true && !isOff(bounds[l]?.[j])));
  const ranges =
    open && inner.inputs.length > 0 && isPiecewiseLinearNetwork(inner) ? nodeRanges(inner, domain, options) : null;
  return onData.map((layer, l) =>
    layer.map((off, j) => {
      if (off !== true || isOff(bounds[l]?.[j])) return off;
      // A box of no extent is a point, where the bounds are the values.
      if (inner.inputs.length === 0) return off;
      const max = ranges?.[l]?.[j]?.zMax;
      // The first layer's bounds are its range.
      if (l === 0) return false;
      return max ? sign(max) <= 0 : null;
    }),
  );
}

/** An upper bound of z; null: none. */
interface Upper {
  readonly max: Rational | null;
}

/** The network of the inputs that differ at all, and the box that they fill. */
function overTheBox(
  network: Network<Rational>,
  rows: readonly (readonly Rational[])[],
): { readonly network: Network<Rational>; readonly domain: Domain } {
  const columns = network.inputs.map((_, i) => rows.map((row) => row[i] as Rational));
  const min = columns.map((column) => column.reduce((p, q) => (compare(q, p) < 0 ? q : p)));
  const max = columns.map((column) => column.reduce((p, q) => (compare(q, p) > 0 ? q : p)));
  const kept = network.inputs.flatMap((_, i) => (equal(min[i] as Rational, max[i] as Rational) ? [] : [i]));
  const fixed = network.inputs.flatMap((_, i) => (kept.includes(i) ? [] : [i]));
  const pick = <T>(values: readonly T[], indices: readonly number[]): T[] => indices.map((i) => values[i] as T);
  const first = (network.layers[0] as Layer<Rational>).map((node) => ({
    ...node,
    weights: pick(node.weights, kept),
    bias: add(node.bias, dot(pick(node.weights, fixed), pick(min, fixed))),
  }));
  return {
    network: { inputs: pick(network.inputs, kept), layers: [first, ...network.layers.slice(1)] },
    domain: { kind: 'box', min: pick(min, kept), max: pick(max, kept) },
  };
}

/** z of the layers up to the first that has a smooth node. */
function exactSignals(network: Network<number>, x: readonly Rational[]): readonly (readonly Rational[])[] {
  const smooth = network.layers.findIndex((layer) => layer.some((node) => isSmooth(node.activation.kind)));
  const layers = smooth === -1 ? network.layers : network.layers.slice(0, smooth + 1);
  const straight = layers.map((layer, l) =>
    l === smooth ? layer.map((node) => ({ ...node, activation: { kind: 'linear' } as const })) : layer,
  );
  return forward(mapNumbers({ inputs: network.inputs, layers: straight }, exactDouble), x).z;
}

/** Half of a double's last place, as a share of it. */
const ROUNDING = 2 ** -53;
/** Room for the bound's own rounding. */
const ROOM = 1.001;
/** More than what numbers near 0 lose. */
const UNDERFLOW = 2 ** -1000;

/** The sign of z of each node where doubles prove it, else 0. */
function roughSigns(network: Network<number>, x: readonly Rational[]): (-1 | 0 | 1)[][] {
  let values = x.map(toNumber);
  let errors = values.map((value) => Math.abs(value) * ROUNDING + UNDERFLOW);
  return network.layers.map((layer) => {
    const [before, errorsBefore] = [values, errors];
    const nextValues: number[] = [];
    const nextErrors: number[] = [];
    const signs = layer.map(({ weights, bias, activation }): -1 | 0 | 1 => {
      let z = bias;
      let size = Math.abs(bias);
      let carried = 0;
      weights.forEach((w, i) => {
        z += w * (before[i] as number);
        size += Math.abs(w * (before[i] as number));
        carried += Math.abs(w) * (errorsBefore[i] as number);
      });
      // A sum of n products: n + 1 roundings each of them goes through at most (Higham, 3.1).
      const error = (carried + (weights.length + 2) * ROUNDING * size) * ROOM + UNDERFLOW;
      const a = activateNumber(activation, z);
      nextValues.push(a);
      nextErrors.push((steepest(activation) ?? Infinity) * error + Math.abs(a) * ROUNDING);
      return z > error ? 1 : z < -error ? -1 : 0;
    });
    [values, errors] = [nextValues, nextErrors];
    return signs;
  });
}
