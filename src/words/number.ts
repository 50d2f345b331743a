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

/** `≈` and a decimal of about `maxLength` characters. */
export function approximateText(value: number, maxLength: number): string {
  const room = Math.max(2, maxLength - 2);
  const magnitude = Math.abs(value);
  const text =
    magnitude !== 0 && (magnitude >= 10 ** room || magnitude < 10 ** -(room - 2))
      ? value.toExponential(1).replace('e+', 'e')
      : value.toFixed(Math.max(0, Math.min(4, room - Math.max(1, Math.ceil(Math.log10(magnitude + 1))) - 1)));
  return `≈${text.replaceAll('-', '−')}`;
}

/** As it is said aloud: `minus 1 over 3`. */
export function spokenNumber(value: Rational): string {
  const magnitude = absolute(value);
  const text = toDecimalText(magnitude, PLACES) ?? `${magnitude.n} over ${magnitude.d}`;
  return value.n < 0n ? `minus ${text}` : text;
}
