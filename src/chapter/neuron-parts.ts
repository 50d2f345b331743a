/** What happens in one node, part by part: what comes in, the products, the sum, the output. */
import type { Activation } from '../activation/activation.ts';
import { nodeAt, type NodeAt } from '../model/network.ts';
import { isZero, multiply, toNumber, type Rational } from '../number/rational.ts';
import type { Document } from '../state/document.ts';
import { valueNumber, type Value } from '../algebra/shown-values.ts';
import { nodeValue } from '../facts/values.ts';
import { sumOfTexts } from '#words/sum-text.ts';

export interface Incoming {
  /** What the unit before sends. */
  readonly value: Value;
  readonly weight: Rational;
  readonly product: Value;
}

export interface NeuronParts {
  readonly incoming: readonly Incoming[];
  readonly bias: Rational;
  readonly z: Value;
  readonly a: Value;
  readonly activation: Activation<Rational>;
}

export function neuronParts(document: Document, at: NodeAt): NeuronParts {
  const { weights, bias, activation } = nodeAt(document.network, at);
  const incoming = weights.map((weight, i): Incoming => {
    const value: Value =
      at.layer === 0
        ? { kind: 'exact', value: document.x[i] as Rational }
        : nodeValue(document, { layer: at.layer - 1, node: i }).a;
    return { value, weight, product: times(value, weight) };
  });
  return { incoming, bias, activation, ...nodeValue(document, at) };
}

/** Exact where the value is; 0 times whatever is 0. */
function times(value: Value, weight: Rational): Value {
  if (value.kind === 'exact') return { kind: 'exact', value: multiply(value.value, weight) };
  if (isZero(weight)) return { kind: 'exact', value: weight };
  return { kind: 'approximate', value: valueNumber(value) * toNumber(weight) };
}

/** `−48 + 3 − 11 + 1`: texts of numbers as a sum, each sign written once, and ≈ once where one is rounded. */
export function sumText(terms: readonly string[]): string {
  const sum = sumOfTexts(terms.map((term) => term.replace('≈', '')));
  return terms.some((term) => term.startsWith('≈')) ? `≈${sum}` : sum;
}
