/** Powers of ten, on the logarithmic axis of a graph. */
import { axisNumber } from './number.ts';

/** A power of ten as an axis shows it: `100`, `0.01`, `10⁻⁶`. */
export function powerText(power: number): string {
  const exponent = Math.round(Math.log10(power));
  if (exponent >= -3 && exponent <= 4) return axisNumber(power);
  return `10${[...String(exponent)].map((digit) => RAISED[digit] ?? '').join('')}`;
}

const RAISED: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};
