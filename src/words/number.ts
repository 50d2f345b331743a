/** Numbers as people read them, with a true minus sign. Exact unless the text starts with ≈. */
import { absolute, toDecimalText, toShortText, type Rational } from '../algebra/rational.ts';

/** A decimal with no more places than these is written as one, however short the fraction is. */
const PLACES = 6;

/** A decimal where it is short, else a fraction: `0.5`, `−3`, `0.1234567`, `1/128`, `1/3`. Always exact. */
export function numberText(value: Rational): string {
  return (toDecimalText(value, PLACES) ?? toShortText(value)).replace('-', '−');
}

/**
 * The exact text where it has room, else a rounded decimal that says so: `≈350.14`. Rounded from the exact value. A minus
 * sign needs no room: a number looks the same on both sides of 0.
 */
export function shortNumberText(value: Rational, maxLength: number): string {
  const magnitude = absolute(value);
  if (numberText(magnitude).length <= maxLength) return numberText(value);
  return roundedText(value.n < 0n, maxLength, Infinity, {
    fixed: (places) => fixedText(magnitude, places),
    exponential: (places) => exponentialText(magnitude, places),
  });
}

/**
 * `≈` and the number rounded, in at most `maxLength` characters beside its sign if two digits and an exponent find room in
 * that: as a decimal of up to four places where that shows two digits of it, else with an exponent, `≈8.1e−7`.
 */
export function approximateText(value: number, maxLength: number): string {
  const magnitude = Math.abs(value);
  return roundedText(value < 0, maxLength, DOUBLE_DIGITS, {
    fixed: (places) => magnitude.toFixed(places),
    exponential: (places) => magnitude.toExponential(places).replace('+', ''),
  });
}

/** A double has no more decimal digits than these. */
const DOUBLE_DIGITS = 15;

/** Most places after the point first. */
const PLACES_TRIED = [4, 3, 2, 1, 0];

interface Roundings {
  readonly fixed: (places: number) => string;
  readonly exponential: (places: number) => string;
}

function roundedText(
  negative: boolean,
  maxLength: number,
  mostDigits: number,
  { fixed, exponential }: Roundings,
): string {
  const sign = negative ? '−' : '';
  const texts = [...PLACES_TRIED.map(fixed), ...PLACES_TRIED.map(exponential)];
  const fitting = texts.filter((text) => 1 + text.length <= maxLength && digitCount(text) <= mostDigits);
  const text =
    fitting.find((candidate) => digitCount(candidate) >= 2) ??
    fitting.find((candidate) => digitCount(candidate) >= 1) ??
    exponential(0);
  return `≈${sign}${text.replace('-', '−')}`;
}

/** How many digits say something: not the zeros in front, nor the exponent. */
function digitCount(text: string): number {
  return text.replace(/e.*/, '').replace('.', '').replace(/^0+/, '').length;
}

/** As `toFixed` of a double, of an exact magnitude. */
function fixedText(magnitude: Rational, places: number): string {
  return withPoint(String(roundedTimes(magnitude, places)).padStart(places + 1, '0'), places);
}

/** As `toExponential` of a double, of an exact magnitude above 0. */
function exponentialText(magnitude: Rational, places: number): string {
  // The first digit stands there, or one place below.
  const { n, d } = magnitude;
  let exponent = String(n).length - String(d).length;
  const isBelow = exponent >= 0 ? n < d * 10n ** BigInt(exponent) : n * 10n ** BigInt(-exponent) < d;
  if (isBelow) exponent--;
  let digits = String(roundedTimes(magnitude, places - exponent));
  // 9.96 rounded to one place is 10.0.
  if (digits.length > places + 1) digits = String(roundedTimes(magnitude, places - ++exponent));
  return `${withPoint(digits, places)}e${exponent}`;
}

/** magnitude · 10^power, to the nearest integer. */
function roundedTimes({ n, d }: Rational, power: number): bigint {
  const scale = 10n ** BigInt(Math.abs(power));
  const [above, below] = power >= 0 ? [n * scale, d] : [n, d * scale];
  return (2n * above + below) / (2n * below);
}

function withPoint(digits: string, places: number): string {
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** An equation of such texts with one mark: `1 + ≈0.3333 = ≈1.333` is `1 + 0.3333 ≈ 1.333`. */
export function markedOnce(equation: string): string {
  return equation.includes('≈') ? equation.replaceAll('≈', '').replace(' = ', ' ≈ ') : equation;
}

/** As it is said aloud: `minus 1 over 3`. */
export function spokenNumber(value: Rational): string {
  const text = numberText(absolute(value)).replace('/', ' over ');
  return value.n < 0n ? `minus ${text}` : text;
}
