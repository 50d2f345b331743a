/**
 * The forward pass as it is shown: each node's pre-activation z and output a. Exact as long as every node on the way is
 * piecewise linear; from the first smooth node on doubles, and it says so.
 */
import { activateNumber, mapActivation, type Activation } from '../activation/activation.ts';
import { nodeAt, type NodeAt } from '../model/network.ts';
import { rationalValue } from '../activation/pieces.ts';
import { add, dot, isZero, sign, toNumber, type Rational } from '../number/rational.ts';
import type { Document } from '../state/document.ts';
import { memoize } from '../facts/memoize.ts';
import { selectDocument } from '../state/select.ts';
import type { CreaseState } from '../state/store.ts';
import { approximateText, shortNumberText } from '../words/number.ts';

export type Value =
  { readonly kind: 'exact'; readonly value: Rational } | { readonly kind: 'approximate'; readonly value: number };

export interface NodeValue {
  readonly z: Value;
  readonly a: Value;
}

/** [layer][node], the output layer last. Computed once for each document. */
export const valuesOf = memoize(({ network, x }: Document): readonly (readonly NodeValue[])[] => {
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
});

/** The values of one node; undefined when there is none at that address. */
export function findNodeValue(document: Document, at: NodeAt): NodeValue | undefined {
  return valuesOf(document)[at.layer]?.[at.node];
}

/** The values of one node. Throws when there is none at that address. */
export function nodeValue(document: Document, at: NodeAt): NodeValue {
  const found = findNodeValue(document, at);
  if (!found) throw new RangeError(`no node ${at.node} in layer ${at.layer}`);
  return found;
}

/** ReLU has switched the node off: it passes nothing on. A z of 0 counts as off, as everywhere (`pieceIndex`). */
export function isOff(document: Document, at: NodeAt): boolean {
  if (nodeAt(document.network, at).activation.kind !== 'relu') return false;
  const { z } = nodeValue(document, at);
  return z.kind === 'exact' ? sign(z.value) <= 0 : z.value <= 0;
}

export const selectIsOff = (at: NodeAt) => (state: CreaseState) => isOff(selectDocument(state), at);

/** At most `maxLength` characters; ≈ stands before what is not exact. */
export function valueText(value: Value, maxLength: number): string {
  return value.kind === 'exact' ? shortNumberText(value.value, maxLength) : approximateText(value.value, maxLength);
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
