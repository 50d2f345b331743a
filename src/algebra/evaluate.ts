/**
 * The forward pass of any network at a rational point: exact as long as the values are rational, and with a proven error
 * from the first smooth activation on.
 */
import type { Activation } from '../activation/activation.ts';
import { isSmooth } from '../activation/activation.ts';
import type { Network } from '../model/network.ts';
import { activate, pieceIndex, pieces, type Branch, type PiecewiseLinear } from '../activation/pieces.ts';
import { addBalls, ballOf, endsOf, hull, multiplyBalls, signOfBall, type Ball } from '../number/ball.ts';
import { MOST_DIGITS, certifiedText, mostDigits, roundBall } from '../number/decimal-text.ts';
import { ZERO, add, compare, isZero, multiply, sign, subtract, type Rational } from '../number/rational.ts';
import { valueOfRounded, type Known, type Rounded } from '../number/rounding.ts';
import { smoothValue, smoothValueOfBall, type Value } from '../activation/smooth-value.ts';

export interface Evaluation<V> {
  /** z[layer][node], the pre-activations W a + b. */
  readonly z: readonly (readonly V[])[];
  /** a[layer][node] = f(z). */
  readonly a: readonly (readonly V[])[];
  /** The output node's a. */
  readonly y: V;
}

/** A first try; enough for 20 digits unless a sum cancels. */
const FIRST_BITS = 128;

/** A sum that is still not told from 0 with so many bits is left at that: it is smaller than 10^-250. */
const LAST_BITS = 1024;

/** Every z and a at x, one entry per input, each with a relative precision of about `bits` bits before sums cancel. */
export function evaluate(network: Network<Rational>, x: readonly Rational[], bits: number): Evaluation<Value> {
  const z: Value[][] = [];
  const a: Value[][] = [];
  let signal: readonly Value[] = x.map((exact) => ({ exact, rest: null }));
  for (const layer of network.layers) {
    const before = signal;
    const preActivations = layer.map((node) => weightedSum(node.weights, before, node.bias, bits));
    const outputs = layer.map((node, j) => activateValue(node.activation, preActivations[j] as Value, bits));
    z.push(preActivations);
    a.push(outputs);
    signal = outputs;
  }
  return { z, a, y: signal[0] as Value };
}

/** The same as text: `p/q` where it is rational, else `~` and 20 digits. */
export function evaluateText(network: Network<Rational>, x: readonly Rational[]): Evaluation<string> {
  for (let bits = FIRST_BITS; ; bits *= 2) {
    const { z, a, y } = evaluate(network, x, bits);
    const known = (value: Value) => knownWith(value, bits);
    const layers = [...z, ...a].map((layer) => layer.map(known));
    if (bits < LAST_BITS && layers.some((layer) => layer.includes(null))) continue;
    const text = (value: Value) => certifiedText(known(value) ?? mostDigits(toBall(value, bits)));
    return { z: z.map((layer) => layer.map(text)), a: a.map((layer) => layer.map(text)), y: text(y) };
  }
}

/** What is known of a number that can be computed to any number of bits: 20 digits of it, or that it is 0, or too near to 0 to tell. */
export function knownOf(compute: (bits: number) => Value): Known {
  for (let bits = FIRST_BITS; ; bits *= 2) {
    const value = compute(bits);
    const known = knownWith(value, bits);
    if (known) return known;
    if (bits >= LAST_BITS) return mostDigits(toBall(value, bits));
  }
}

/** sum of weights[i] values[i] + bias. A value that is multiplied by 0 leaves no trace. */
export function weightedSum(
  weights: readonly Rational[],
  values: readonly Value[],
  bias: Rational,
  bits: number,
): Value {
  let exact = bias;
  let rest: Ball | null = null;
  weights.forEach((weight, i) => {
    if (isZero(weight)) return;
    const value = values[i] as Value;
    exact = add(exact, multiply(weight, value.exact));
    if (!value.rest) return;
    const term = multiplyBalls(ballOf(weight, bits), value.rest, bits);
    rest = rest ? addBalls(rest, term, bits) : term;
  });
  return { exact, rest };
}

/** The number as one ball. */
export function toBall({ exact, rest }: Value, bits: number): Ball {
  return rest ? addBalls(ballOf(exact, bits), rest, bits) : ballOf(exact, bits);
}

/** -1, 0 or 1 when that is known; null when more bits are needed, or when the number is 0 without being known to be. */
export function signOfValue(value: Value, bits: number): -1 | 0 | 1 | null {
  if (!value.rest) return sign(value.exact);
  const known = signOfBall(toBall(value, bits));
  return known === 0 ? null : known;
}

function activateValue(activation: Activation<Rational>, z: Value, bits: number): Value {
  if (isSmooth(activation.kind)) {
    return z.rest
      ? smoothValueOfBall(activation.kind, toBall(z, bits), bits)
      : smoothValue(activation.kind, z.exact, bits);
  }
  if (!z.rest) return { exact: activate(activation, z.exact) as Rational, rest: null };
  return onPieces(pieces(activation) as PiecewiseLinear, z, bits);
}

/** f(z) for a z with an error: on its branch if the whole ball is on one, else between the values that f takes on it. */
function onPieces(shape: PiecewiseLinear, z: Value, bits: number): Value {
  if (shape.kinks.length > 0) {
    const { lower, upper } = endsOf(toBall(z, bits));
    const inside = shape.kinks.filter((kink) => compare(lower, kink) < 0 && compare(kink, upper) < 0);
    if (inside.length > 0) {
      const values = [lower, ...inside, upper].map((at) => onBranch(shape, at));
      const least = values.reduce((p, q) => (compare(p, q) < 0 ? p : q));
      const greatest = values.reduce((p, q) => (compare(p, q) > 0 ? p : q));
      return { exact: ZERO, rest: hull(least, greatest, bits) };
    }
    return alongBranch(shape.branches[pieceIndex(shape, upper)] as Branch, z, bits);
  }
  return alongBranch(shape.branches[0] as Branch, z, bits);
}

function onBranch(shape: PiecewiseLinear, at: Rational): Rational {
  const { slope, intercept } = shape.branches[pieceIndex(shape, at)] as Branch;
  return add(multiply(slope, at), intercept);
}

function alongBranch({ slope, intercept }: Branch, z: Value, bits: number): Value {
  return weightedSum([slope], [z], intercept, bits);
}

/** Null where the error hides one of the 20 digits. */
function knownWith(value: Value, bits: number): Known | null {
  if (!value.rest) return { kind: 'exact', value: value.exact };
  const rounded = roundBall(toBall(value, bits), MOST_DIGITS);
  return rounded && { kind: 'rounded', value: withSide(rounded, value, bits) };
}

/** If the digits end in 50…0, the exact value says on which side of them it lies: a shorter rounding needs to know. */
function withSide(rounded: Rounded, { exact, rest }: Value, bits: number): Rounded {
  if (!/50*$/.test(rounded.digits) || Math.abs(rounded.exponent) > 2 * MOST_DIGITS) return rounded;
  const side = signOfValue({ exact: subtract(exact, valueOfRounded(rounded)), rest }, bits);
  return side === (rounded.negative ? 1 : -1) ? { ...rounded, isBelow: true } : rounded;
}
