/**
 * What the reader makes: a network and the input values that it is looked at with. This is what undo returns to, what
 * a link carries, and what a preset is. Where the reader is looking (step, selection, hover) is not part of it.
 */
import type { Activation } from '../model/activation.ts';
import type { Network, Node } from '../model/network.ts';
import { equal, type Rational } from '../algebra/rational.ts';
import { sameList } from './same-list.ts';

export interface Document {
  readonly network: Network<Rational>;
  /** The current input, one value per input of the network. */
  readonly x: readonly Rational[];
}

/** Same network, same input values. */
export function equalDocument(p: Document, q: Document): boolean {
  return p === q || (sameList(p.x, q.x, equal) && equalNetwork(p.network, q.network));
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

function equalNode(p: Node<Rational>, q: Node<Rational>): boolean {
  return (
    p === q ||
    (sameList(p.weights, q.weights, equal) && equal(p.bias, q.bias) && equalActivation(p.activation, q.activation))
  );
}
