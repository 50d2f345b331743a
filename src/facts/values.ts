/**
 * The forward pass as it is shown: each node's pre-activation z and output a. Exact as long as every node on the way is
 * piecewise linear; from the first smooth node on doubles, and it says so.
 */
import { activateNumber, mapActivation, type Activation } from '../activation/activation.ts';
import { nodeAt, type Network, type NodeAt } from '../model/network.ts';
import { rationalValue } from '../activation/pieces.ts';
import { add, dot, isZero, sign, toNumber, type Rational } from '../number/rational.ts';
import { memoize } from './memoize.ts';

export type Value =
  { readonly kind: 'exact'; readonly value: Rational } | { readonly kind: 'approximate'; readonly value: number };

export interface NodeValue {
  readonly z: Value;
  readonly a: Value;
}

/** A network, and an input, one value for each of its inputs. */
export interface Sample {
  readonly network: Network<Rational>;
  readonly x: readonly Rational[];
}

/** [layer][node], the output layer last. Computed once for each network and input. */
export function valuesOf({ network, x }: Sample): readonly (readonly NodeValue[])[] {
  return values(network)(x);
}

const values = memoize((network: Network<Rational>) => memoize((x: readonly Rational[]) => forwardPass(network, x)));

function forwardPass(network: Network<Rational>, x: readonly Rational[]): readonly (readonly NodeValue[])[] {
  const values: NodeValue[][] = [];
  let signal: readonly Value[] = x.map(exactly);
  for (const layer of network.layers) {
    const before = signal;
    const nodes = layer.map((node): NodeValue => {
      const z = weightedSum(node.weights, before, node.bias);
      return { z, a: output(node.activation, z) };
    });
    values.push(nodes);
    signal = nodes.map((node) => node.a);
  }
  return values;
}

/** The values of one node. Throws when there is none at that address. */
export function nodeValue(sample: Sample, at: NodeAt): NodeValue {
  const found = valuesOf(sample)[at.layer]?.[at.node];
  if (!found) throw new RangeError(`no node ${at.node} in layer ${at.layer}`);
  return found;
}

/** ReLU has switched the node off: it passes nothing on. A z of 0 counts as off, as everywhere (`pieceIndex`). */
export function isOff(sample: Sample, at: NodeAt): boolean {
  if (nodeAt(sample.network, at).activation.kind !== 'relu') return false;
  const { z } = nodeValue(sample, at);
  return z.kind === 'exact' ? sign(z.value) <= 0 : z.value <= 0;
}

/** The nearest double, or the one that it is. */
export function valueNumber(value: Value): number {
  return value.kind === 'exact' ? toNumber(value.value) : value.value;
}

function weightedSum(weights: readonly Rational[], before: readonly Value[], bias: Rational): Value {
  const exact: Rational[] = [];
  for (const value of before) if (value.kind === 'exact') exact.push(value.value);
  if (exact.length === before.length) return exactly(add(dot(weights, exact), bias));
  let total = toNumber(bias);
  // A weight of 0 lets nothing through, however large the value.
  weights.forEach((weight, i) => {
    if (!isZero(weight)) total += toNumber(weight) * valueNumber(before[i] as Value);
  });
  return { kind: 'approximate', value: total };
}

function output(activation: Activation<Rational>, z: Value): Value {
  if (z.kind === 'exact') {
    const exact = rationalValue(activation, z.value);
    if (exact) return exactly(exact);
  }
  return { kind: 'approximate', value: activateNumber(mapActivation(activation, toNumber), valueNumber(z)) };
}

function exactly(value: Rational): Value {
  return { kind: 'exact', value };
}
