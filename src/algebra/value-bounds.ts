/**
 * Bounds for what each node can see, by interval arithmetic through the layers: never too narrow, often too wide. Enough
 * to see that relu(tanh(x) + 2) is always on.
 */
import type { Activation } from '../activation/activation.ts';
import type { Network } from '../model/network.ts';
import { pieceIndex, pieces, type Branch, type PiecewiseLinear } from '../activation/pieces.ts';
import { inputRange, type Domain } from './domain.ts';
import {
  MINUS_ONE,
  ONE,
  ZERO,
  add,
  compare,
  isZero,
  multiply,
  rational,
  sign,
  type Rational,
} from '../number/rational.ts';

/** From min to max; null is unbounded. */
export interface Bounds {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/** The least values of gelu and silu are -0.16997... and -0.27846... */
const BELOW_GELU = rational(-17, 100);
const BELOW_SILU = rational(-7, 25);

/** bounds[layer][node] of z over the domain. */
export function preActivationBounds(network: Network<Rational>, domain: Domain): Bounds[][] {
  let signals: Bounds[] = network.inputs.map((_, i) => inputRange(domain, i));
  return network.layers.map((layer) => {
    const before = signals;
    const z = layer.map((node) => sumBounds(node.weights, before, node.bias));
    signals = layer.map((node, j) => image(node.activation, z[j] as Bounds));
    return z;
  });
}

function sumBounds(weights: readonly Rational[], signals: readonly Bounds[], bias: Rational): Bounds {
  let min: Rational | null = bias;
  let max: Rational | null = bias;
  weights.forEach((weight, i) => {
    if (isZero(weight)) return;
    const signal = signals[i] as Bounds;
    const [low, high] = sign(weight) > 0 ? [signal.min, signal.max] : [signal.max, signal.min];
    min = min && low && add(min, multiply(weight, low));
    max = max && high && add(max, multiply(weight, high));
  });
  return { min, max };
}

/** Bounds of f(z) for z within bounds. */
function image(activation: Activation<Rational>, z: Bounds): Bounds {
  // softplus(z) - max(0, z) is between 0 and log 2; gelu and silu stay below max(0, z).
  const ramp = z.max && (sign(z.max) > 0 ? z.max : ZERO);
  switch (activation.kind) {
    case 'tanh':
      return { min: MINUS_ONE, max: ONE };
    case 'sigmoid':
      return { min: ZERO, max: ONE };
    case 'softplus':
      return { min: ZERO, max: ramp && add(ramp, ONE) };
    case 'gelu':
      return { min: BELOW_GELU, max: ramp };
    case 'silu':
      return { min: BELOW_SILU, max: ramp };
    case 'linear':
    case 'relu':
    case 'leakyRelu':
    case 'abs':
    case 'hardTanh':
      return straightImage(pieces(activation) as PiecewiseLinear, z);
  }
}

/** Exact: the extremes lie at the ends and at the kinks, or at infinity. */
function straightImage(shape: PiecewiseLinear, { min, max }: Bounds): Bounds {
  const inside = shape.kinks.filter((k) => !(min && compare(k, min) <= 0) && !(max && compare(k, max) >= 0));
  const values = [min, max, ...inside].flatMap((z) => (z ? [valueAt(shape, z)] : []));
  const slopeLeft = min ? 0 : sign((shape.branches[0] as Branch).slope);
  const slopeRight = max ? 0 : sign((shape.branches.at(-1) as Branch).slope);
  // A branch that goes on to infinity with slope 0 has the value of its last kink, or of the constant function.
  const all = values.length > 0 ? values : [valueAt(shape, ZERO)];
  return {
    min: slopeLeft > 0 || slopeRight < 0 ? null : all.reduce((p, q) => (compare(p, q) < 0 ? p : q)),
    max: slopeLeft < 0 || slopeRight > 0 ? null : all.reduce((p, q) => (compare(p, q) > 0 ? p : q)),
  };
}

function valueAt(shape: PiecewiseLinear, z: Rational): Rational {
  const { slope, intercept } = shape.branches[pieceIndex(shape, z)] as Branch;
  return add(multiply(slope, z), intercept);
}
