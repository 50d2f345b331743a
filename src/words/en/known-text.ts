/** A number that may be no rational, as it is written: exact where it can be, else with ≈. */
import type { Known } from '../../number/rounding.ts';
import { DIGITS, constantText, digitsText, readableText } from './number.ts';

/** `1/3`, `≈2.061e−9`; to more digits where four don't tell it from another number. */
export function knownText(known: Known, digits = DIGITS): string {
  switch (known.kind) {
    case 'exact':
      return readableText(known.value) ?? `≈${digitsText(known.value, digits)}`;
    case 'rounded':
      return `≈${known.value.negative ? '−' : ''}${constantText(known, digits)}`;
    case 'nearZero':
      return `0 ± ${constantText(known)}`;
  }
}

/** The least digits with which two numbers look different. */
export function digitsApart(p: Known, q: Known): number {
  let digits = DIGITS;
  while (digits < MOST_DIGITS && knownText(p, digits) === knownText(q, digits)) digits++;
  return digits;
}

/** What is known of a number that is not rational. */
const MOST_DIGITS = 20;
