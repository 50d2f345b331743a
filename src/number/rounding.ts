/**
 * Numbers rounded to so many significant digits. What is too long to be written in full is written from here, by the page
 * (`#words/number.ts`) and by the analysis command (`decimal-text.ts`).
 */
import { equal, rational, type Rational } from './rational.ts';

/** ±d.ddd · 10^exponent, off by no more than half a unit of its last digit. */
export interface Rounded {
  readonly negative: boolean;
  /** The first one is not 0. */
  readonly digits: string;
  /** The power of ten of the first digit. */
  readonly exponent: number;
  /** The number itself is a little nearer to 0: silu(169.75) is not quite 169.75000000000000000. */
  readonly isBelow?: boolean;
}

/** What can be known of a real number: it may not be rational, or not be known to be. */
export type Known =
  | { readonly kind: 'exact'; readonly value: Rational }
  | { readonly kind: 'rounded'; readonly value: Rounded }
  /** Closer to 0 than 10^exponent, and not told from 0. */
  | { readonly kind: 'nearZero'; readonly exponent: number };

/** Not rational, or not known to be. */
export type Irrational = Exclude<Known, { readonly kind: 'exact' }>;

/** A number that is not 0 to `count` digits, halves away from 0. */
export function roundRational({ n, d }: Rational, count: number): Rounded {
  const negative = n < 0n;
  const above = negative ? -n : n;
  // The first digit stands there, or one place below.
  let exponent = String(above).length - String(d).length;
  const isBelow = exponent >= 0 ? above < d * 10n ** BigInt(exponent) : above * 10n ** BigInt(-exponent) < d;
  if (isBelow) exponent--;
  const power = count - 1 - exponent;
  const scale = 10n ** BigInt(Math.abs(power));
  const [p, q] = power >= 0 ? [above * scale, d] : [above, d * scale];
  return carried(negative, String((2n * p + q) / (2n * q)), exponent, count);
}

/** One that is rounded already, to fewer digits; the same if it has no more. */
export function roundAgain(rounded: Rounded, count: number): Rounded {
  const { negative, digits, exponent, isBelow = false } = rounded;
  if (digits.length <= count) return rounded;
  const rest = digits.slice(count);
  const isUp = rest >= '5' && !(isBelow && /^50*$/.test(rest));
  return carried(negative, String(BigInt(digits.slice(0, count)) + (isUp ? 1n : 0n)), exponent, count);
}

/** The number that the digits are. */
export function valueOfRounded({ negative, digits, exponent }: Rounded): Rational {
  const power = exponent - digits.length + 1;
  const whole = negative ? -BigInt(digits) : BigInt(digits);
  return power >= 0 ? rational(whole * 10n ** BigInt(power)) : rational(whole, 10n ** BigInt(-power));
}

/** 9.96 rounded to two digits is 10.0, and 10 is enough. */
export function carried(negative: boolean, digits: string, exponent: number, count: number): Rounded {
  return digits.length > count
    ? { negative, digits: digits.slice(0, count), exponent: exponent + 1 }
    : { negative, digits, exponent };
}

/** Is the rounded number the number itself? */
export function isUnrounded(value: Rational, rounded: Rounded): boolean {
  return equal(value, valueOfRounded(rounded));
}
