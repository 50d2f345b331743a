/**
 * Numbers of data, exactly as they are written, and doubles as the rationals that they are.
 */
import { fail, ok, type Result } from '../number/result.ts';
import { MAX_NUMBER_TEXT, parseNumberText, type NumberTextError } from '../number/number-text.ts';
import { rational, type Rational } from '../number/rational.ts';

/** Doubles end at 10^308 and 10^-324. */
const MAX_EXPONENT = 1000;
const WITH_EXPONENT = /^([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d+)$/;

export type ExactNumberError = NumberTextError | { readonly kind: 'exponent' };

/** A decimal, perhaps with an exponent as in `-1.5e-3`, or a fraction `2/3`: 0.1 is 1/10. */
export function parseExactNumber(text: string): Result<Rational, ExactNumberError> {
  const match = text.length > MAX_NUMBER_TEXT ? null : WITH_EXPONENT.exec(text);
  if (!match) return parseNumberText(text);
  const [, sign, whole = '', places = '', exponentText] = match;
  if (Math.abs(Number(exponentText)) > MAX_EXPONENT) return fail({ kind: 'exponent' });
  const exponent = Number(exponentText) - places.length;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${places}`);
  return ok(exponent >= 0 ? rational(digits * 10n ** BigInt(exponent)) : rational(digits, 10n ** BigInt(-exponent)));
}

/** The rational that a finite double is. */
export function exactDouble(value: number): Rational {
  let whole = value;
  let halvings = 0;
  // Doubling is exact, and no double has more than 1074 binary places.
  for (; !Number.isInteger(whole); halvings++) whole *= 2;
  return rational(BigInt(whole), 1n << BigInt(halvings));
}

/** A finite double in full, without an exponent: it reads back as the same one. */
export function doubleText(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', rest = '', exponentText] = match;
  const exponent = Number(exponentText);
  const digits = first + rest;
  return exponent < 0
    ? `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
    : sign + digits + '0'.repeat(exponent - rest.length);
}
