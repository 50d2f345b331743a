/** Numbers as people read them, with a true minus sign. Exact unless the text starts with ≈. */
import { absolute, toDecimalText, toFractionText, toNumber, type Rational } from '../algebra/rational.ts';

const PLACES = 6;

/** A terminating decimal of at most six places, else a fraction: `0.5`, `−3`, `1/3`. Always exact. */
export function numberText(value: Rational): string {
  return (toDecimalText(value, PLACES) ?? toFractionText(value)).replace('-', '−');
}

/** The exact text where it has room, else a rounded decimal that says so: `≈350.14`. */
export function shortNumberText(value: Rational, maxLength: number): string {
  const exact = numberText(value);
  return exact.length <= maxLength ? exact : approximateText(toNumber(value), maxLength);
}

/**
 * `≈` and the number rounded, in at most `maxLength` characters if two digits and an exponent find room in that: as a
 * decimal of up to four places where that shows two digits of it, else with an exponent, `≈8.1e−7`.
 */
export function approximateText(value: number, maxLength: number): string {
  const magnitude = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  const places = [4, 3, 2, 1, 0];
  const texts = [
    ...places.map((count) => magnitude.toFixed(count)),
    ...places.map((count) => magnitude.toExponential(count).replace('+', '')),
  ];
  const fitting = texts.filter(
    (text) => 1 + sign.length + text.length <= maxLength && digitCount(text) <= DOUBLE_DIGITS,
  );
  const text =
    fitting.find((candidate) => digitCount(candidate) >= 2) ??
    fitting.find((candidate) => digitCount(candidate) >= 1) ??
    magnitude.toExponential(0).replace('+', '');
  return `≈${sign}${text.replace('-', '−')}`;
}

/** A double has no more decimal digits than these. */
const DOUBLE_DIGITS = 15;

/** How many digits say something: not the zeros in front, nor the exponent. */
function digitCount(text: string): number {
  return text.replace(/e.*/, '').replace('.', '').replace(/^0+/, '').length;
}

/** As it is said aloud: `minus 1 over 3`. */
export function spokenNumber(value: Rational): string {
  const magnitude = absolute(value);
  const text = toDecimalText(magnitude, PLACES) ?? `${magnitude.n} over ${magnitude.d}`;
  return value.n < 0n ? `minus ${text}` : text;
}
