/**
 * The forward pass as it is shown: each node's pre-activation z and output a. Exact as long as every node on the way is
 * piecewise linear; from the first smooth node on doubles, and it says so.
 */
import { activateNumber, mapActivation, type Activation } from '../activation/activation.ts';
import { rationalValue } from '../activation/pieces.ts';
import type { Network } from '../model/network.ts';
import { add, dot, isZero, toNumber, type Rational } from '../number/rational.ts';

export type Value =
  { readonly kind: 'exact'; readonly value: Rational } | { readonly kind: 'approximate'; readonly value: number };

export interface NodeValue {
  readonly z: Value;
  readonly a: Value;
}

/** [layer][node], the output layer last. */
export function shownValues(network: Network<Rational>, x: readonly Rational[]): readonly (readonly NodeValue[])[] {
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
