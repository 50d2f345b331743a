/**
 * Numbers as people type them, read exactly: `0.5`, `-3`, `1/3`, `0,5`, `1e-3`, `−2`. Nothing is rounded: the rational
 * is the one that the text means. Deliberately narrower than a general parser: what could be read in two ways is refused.
 */
import { fail, ok, type Result } from './result.ts';
import { ZERO, add, divide, isZero, rational, type Rational } from './rational.ts';

export type TypedNumberError =
  | { readonly kind: 'empty' }
  /** `at` is the position of the first character that can't be part of a number. */
  | { readonly kind: 'notANumber'; readonly text: string; readonly at: number }
  | { readonly kind: 'zeroDenominator' }
  /** `1,000`: one, or a thousand? */
  | { readonly kind: 'ambiguousComma'; readonly text: string }
  /** Too far from 0, too close to it, or neither: too many digits, of a decimal or above or below the line. */
  | { readonly kind: 'tooLong'; readonly why: 'large' | 'small' | 'digits' | 'fraction' };

/** No more digits than this in numerator or denominator: exact sums of products stay fast and readable. */
export const MAX_DIGITS = 20;
const MAX_TEXT = 48;
const DECIMAL = /^(?:(\d+)(?:[.,](\d*))?|[.,](\d+))(?:[eE]([+-]?\d{1,3}))?$/;
const MINUS_SIGNS = /[\u2212\u2013\uFE63\uFF0D]/g;
const LIMIT = 10n ** BigInt(MAX_DIGITS);

/**
 * One number: a decimal (with a point or a comma, perhaps with an exponent) or a fraction of two of them, with spaces
 * around it, behind its sign and around its `/`. Comes back exact, in lowest terms, with at most `MAX_DIGITS` digits above and
 * below the line; else with what is wrong. Never throws.
 */
export function parseTypedNumber(typed: string): Result<Rational, TypedNumberError> {
  const trimmed = typed.trim();
  if (trimmed === '') return fail({ kind: 'empty' });
  if (trimmed.length > MAX_TEXT) return fail(tooManyDigits(trimmed));
  const text = trimmed
    .replace(MINUS_SIGNS, '-')
    .replace(/\s*\/\s*/g, '/')
    .replace(/^([+-])\s+/, '$1');
  const negative = text.startsWith('-');
  const unsigned = /^[+-]/.test(text) ? text.slice(1) : text;
  const [above = '', below, ...more] = unsigned.split('/');
  if (more.length > 0) return fail({ kind: 'notANumber', text, at: text.lastIndexOf('/') });
  for (const part of [above, below ?? '1']) {
    if (!DECIMAL.test(part)) return fail({ kind: 'notANumber', text, at: firstOddCharacter(text) });
    if (/^[1-9]\d{0,2},\d{3}(?!\d)/.test(part)) return fail({ kind: 'ambiguousComma', text: part });
  }
  const numerator = readDecimal(above);
  const denominator = readDecimal(below ?? '1');
  if (!numerator || !denominator) {
    const isSmall = numerator ? !hasNegativeExponent(below ?? '') : hasNegativeExponent(above);
    return fail({ kind: 'tooLong', why: isSmall ? 'small' : 'large' });
  }
  if (isZero(denominator)) return fail({ kind: 'zeroDenominator' });
  const value = divide(numerator, denominator);
  if (!withinDigits(value)) return fail(tooLong(value, text));
  return ok(negative ? { n: -value.n, d: value.d } : value);
}

/** A number, or numbers to be added: `0.1+0.2` is 3/10. For fields that people type into; links hold numbers only. */
export function parseTypedSum(typed: string): Result<Rational, TypedNumberError> {
  const text = typed.trim().replace(MINUS_SIGNS, '-');
  if (text.length > MAX_TEXT) return fail(tooManyDigits(text));
  // Before a sign that stands between two numbers: the one in `1e-3` does not.
  const parts = text.split(/(?<=[\d.,])\s*(?=[+-]\s*[\d.,])/);
  let total = ZERO;
  for (const part of parts) {
    const number = parseTypedNumber(part);
    if (!number.ok) return parts.length === 1 ? number : fail(placed(number.error, text));
    total = add(total, number.value);
  }
  return withinDigits(total) ? ok(total) : fail(tooLong(total, text));
}

function tooManyDigits(text: string): TypedNumberError {
  return { kind: 'tooLong', why: text.includes('/') ? 'fraction' : 'digits' };
}

/** What is wrong with a number that is not `withinDigits`. */
function tooLong({ n, d }: Rational, text: string): TypedNumberError {
  const magnitude = n < 0n ? -n : n;
  if (magnitude >= LIMIT * d) return { kind: 'tooLong', why: 'large' };
  return magnitude * LIMIT <= d ? { kind: 'tooLong', why: 'small' } : tooManyDigits(text);
}

function hasNegativeExponent(text: string): boolean {
  return /e-/i.test(text);
}

/** The error of one part, said of the whole that was typed. */
function placed(error: TypedNumberError, text: string): TypedNumberError {
  return error.kind === 'notANumber' ? { ...error, text, at: firstOddCharacter(text) } : error;
}

/** At most `MAX_DIGITS` digits above and below the line. */
export function withinDigits({ n, d }: Rational): boolean {
  return n < LIMIT && n > -LIMIT && d < LIMIT;
}

/** Null when the exponent is beyond any number that would be accepted. */
function readDecimal(text: string): Rational | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, whole = '', fraction = match[3] ?? '', , exponentText = '0'] = match;
  const exponent = Number(exponentText) - fraction.length;
  if (Math.abs(exponent) > 2 * MAX_TEXT) return null;
  const digits = BigInt(`${whole}${fraction}` || '0');
  return exponent >= 0 ? rational(digits * 10n ** BigInt(exponent)) : rational(digits, 10n ** BigInt(-exponent));
}

/** Where a sentence about `text` may point: the first character no number has, else its end. */
function firstOddCharacter(text: string): number {
  const at = text.search(/[^0-9.,/eE+-]/);
  return at === -1 ? Math.max(0, text.length - 1) : at;
}
