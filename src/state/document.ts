/**
 * What the reader makes: a network and the input values that it is looked at with. This is what undo returns to, what
 * a link carries, and what a preset is. Where the reader is looking (step, selection, hover) is not part of it.
 */
import type { Network } from '../model/network.ts';
import type { Rational } from '../algebra/rational.ts';

export interface Document {
  readonly network: Network<Rational>;
  /** The current input, one value per input of the network. */
  readonly x: readonly Rational[];
}
