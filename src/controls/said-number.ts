/** A number as the value of a control, for those who listen. */
import { toNumber, type Rational } from '../number/rational.ts';
import { spokenNumber } from '#words/number.ts';

export interface SaidNumber {
  /** Its `aria-valuenow`. */
  readonly now: number;
  /** Its `aria-valuetext`, only where it is said otherwise than the digits are read: `1 over 3`, `minus 2`. */
  readonly text: string | undefined;
}

export function saidNumber(value: Rational): SaidNumber {
  const now = toNumber(value);
  const spoken = spokenNumber(value);
  return { now, text: spoken === String(now) ? undefined : spoken };
}
