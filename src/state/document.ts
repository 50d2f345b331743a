/**
 * What the reader makes: a network, the input values that it is looked at with, and the range of inputs that it is asked
 * about. This is what undo returns to, what a link carries, and what a preset is. Where the reader is looking (step,
 * selection, hover) is not part of it.
 */
import type { Activation } from '../activation/activation.ts';
import type { Network, Node } from '../model/network.ts';
import { ZERO, compare, equal, rational, type Rational } from '../number/rational.ts';
import { sameList } from './same-list.ts';

export interface Document {
  readonly network: Network<Rational>;
  /** The current input, one value per input of the network. */
  readonly x: readonly Rational[];
  /** The chosen range of each input. Absent where all of them are `USUAL_RANGE`. */
  readonly ranges?: readonly Range[];
}

/** The values of one input from `min` to `max`, with both ends; min < max. */
export interface Range {
  readonly min: Rational;
  readonly max: Rational;
}

/** The chosen range of each input, until the reader says otherwise. */
export const USUAL_RANGE: Range = { min: ZERO, max: rational(10) };

/** Does it end above its beginning? (How long a number may be is another question.) */
export function isRange({ min, max }: Range): boolean {
  return compare(min, max) < 0;
}

/** The chosen ranges, one per input. */
export function rangesOf({ x, ranges }: Document): readonly Range[] {
  return ranges ?? x.map(() => USUAL_RANGE);
}

/** The document with other chosen ranges, one per input. */
export function withRanges({ network, x }: Document, ranges: readonly Range[]): Document {
  return ranges.every((range) => equalRange(range, USUAL_RANGE)) ? { network, x } : { network, x, ranges };
}

export function equalRange(p: Range, q: Range): boolean {
  return equal(p.min, q.min) && equal(p.max, q.max);
}

/** Same network, same input values, same chosen ranges. */
export function equalDocument(p: Document, q: Document): boolean {
  return (
    p === q ||
    (sameList(p.x, q.x, equal) && equalNetwork(p.network, q.network) && sameList(rangesOf(p), rangesOf(q), equalRange))
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
