/** A number that controls edit: what they follow, and what they may do. */
import type { Live } from '../live/live.ts';
import type { Rational } from '../number/rational.ts';

export interface NumberGesture {
  /** Read when it is needed, and written into the page whenever it changes: a drag does not draw its control again. */
  readonly number: Live<Rational>;
  readonly begin: () => void;
  readonly change: (value: Rational) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
  readonly hold?: (held: boolean) => void;
}
