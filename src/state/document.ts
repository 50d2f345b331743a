/**
 * What the reader makes: a network, the input values that it is looked at with, and the range of inputs that it is asked
 * about. This is what undo returns to, what a link carries, and what a preset is. Where the reader is looking (step,
 * selection, hover) is not part of it.
 */
import type { Activation } from '../activation/activation.ts';
import type { Network, Node } from '../model/network.ts';
import { equal, rational, type Rational } from '../number/rational.ts';
import { sameList } from './same-list.ts';

export interface Document {
  readonly network: Network<Rational>;
  /** The current input, one value per input of the network. */
  readonly x: readonly Rational[];
  /** The chosen range goes from 0 up to these, one per input. Absent where all of them are `DEFAULT_BOUND`. */
  readonly upTo?: readonly Rational[];
}

/** Where the chosen range ends, for each input, until the reader says otherwise. */
export const DEFAULT_BOUND: Rational = rational(10);

/** Where the chosen range ends, one per input. */
export function boundsOf({ x, upTo }: Document): readonly Rational[] {
  return upTo ?? x.map(() => DEFAULT_BOUND);
}

/** The document with another chosen range, one bound per input. */
export function withBounds({ network, x }: Document, upTo: readonly Rational[]): Document {
  return upTo.every((bound) => equal(bound, DEFAULT_BOUND)) ? { network, x } : { network, x, upTo };
}

/** Same network, same input values, same chosen range. */
export function equalDocument(p: Document, q: Document): boolean {
  return (
    p === q ||
    (sameList(p.x, q.x, equal) && equalNetwork(p.network, q.network) && sameList(boundsOf(p), boundsOf(q), equal))
  );
}

/** Same names, same shape, same numbers, same activations. */
export function equalNetwork(p: Network<Rational>, q: Network<Rational>): boolean {
  return (
    p === q ||
    (sameList(p.inputs, q.inputs, (name, other) => name === other) &&
      sameList(p.layers, q.layers, (layer, other) => sameList(layer, other, equalNode)))
  );
}

/** The same function: the same kind, and for leaky ReLU the same slope. */
export function equalActivation(f: Activation<Rational>, g: Activation<Rational>): boolean {
  if (f.kind !== 'leakyRelu' || g.kind !== 'leakyRelu') return f.kind === g.kind;
  return equal(f.slope, g.slope);
}

/** Same numbers, same activation. */
export function equalNode(p: Node<Rational>, q: Node<Rational>): boolean {
  return (
    p === q ||
    (sameList(p.weights, q.weights, equal) && equal(p.bias, q.bias) && equalActivation(p.activation, q.activation))
  );
}
