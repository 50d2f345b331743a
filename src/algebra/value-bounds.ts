/**
 * Bounds for what each node can see, by interval arithmetic through the layers: never too narrow, often too wide. Enough
 * to see that relu(tanh(x) + 2) is always on.
 */
import { ACTIVATIONS, type Activation } from '../activation/activation.ts';
import type { Bounds, SmoothRange } from '../activation/function.ts';
import type { Network } from '../model/network.ts';
import { pieceIndex, pieces, type Branch, type PiecewiseLinear } from '../activation/pieces.ts';
import type { Domain } from './domain.ts';
import { inputRange } from './domain-range.ts';
import { ZERO, add, compare, isZero, multiply, sign, type Rational } from '../number/rational.ts';

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
  const f = ACTIVATIONS[activation.kind];
  return f.shape === 'smooth' ? smoothImage(f.range, z) : straightImage(pieces(activation) as PiecewiseLinear, z);
}

function smoothImage(range: SmoothRange, { max }: Bounds): Bounds {
  if ('max' in range) return range;
  return { min: range.min, max: max && add(range.aboveRamp, sign(max) > 0 ? max : ZERO) };
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
