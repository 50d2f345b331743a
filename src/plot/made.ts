/** A sheet, and what it is a sheet of. */
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import type { SheetModel, SheetRequest } from './sheet-model.ts';

/** What a sheet is of: a network with all inputs but two held. */
export interface Subject {
  readonly network: Network<Rational>;
  /** One value for each input; those of the shown ones say nothing. */
  readonly held: readonly Rational[];
  readonly shown: readonly number[];
}

/** `request` is of a slice of `subject`. */
export interface Question {
  readonly subject: Subject;
  readonly request: SheetRequest;
}

/** A sheet with its question: its patterns are patterns of that network, and of no other. */
export interface Made extends Question {
  readonly model: SheetModel;
}
