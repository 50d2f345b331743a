/** A computed number as the sum of its paths: `21 = 2·0.5 + 5·4`. */
import type { Product } from '../../algebra/sum.ts';
import { absolute, isOne, sign, type Rational } from '../../number/rational.ts';
import { lineOfNumbers, numberText, type LineOfNumbers } from './number.ts';
import { signBefore } from './sum-text.ts';

/** Exact, however long. Null when the number was not computed. */
export function productsText(value: Rational, products: readonly Product[]): string | null {
  return written(value, products, { text: numberText, isRounded: false });
}

/** The same to be read at a glance: long numbers are rounded, and then it says ≈ for =. */
export function shortProductsText(value: Rational, products: readonly Product[]): string | null {
  return written(value, products, lineOfNumbers([value, ...products.flat()]));
}

/** `1 + 20 = 21`, to be read at a glance. */
export function sumText(parts: readonly Rational[], total: Rational): string {
  const { text, isRounded } = lineOfNumbers([...parts, total]);
  const sum = parts.map((part, i) => `${signBefore(sign(part) < 0, i === 0)}${text(absolute(part))}`).join('');
  return `${sum} ${isRounded ? '≈' : '='} ${text(total)}`;
}

function written(value: Rational, products: readonly Product[], { text, isRounded }: LineOfNumbers): string | null {
  if (products.length === 0) return null;
  const parts = products.map((product, i) => productText(product, i === 0, text));
  return `${text(value)} ${isRounded ? '≈' : '='} ${parts.join('')}`;
}

/** One product with the sign in front of it. A factor 1 outside is not written; a negative second one is in brackets. */
function productText([outer, inner]: Product, isFirst: boolean, text: (value: Rational) => string): string {
  const [first, second] = isOne(outer) ? [inner, null] : [outer, inner];
  const times = second ? `·${sign(second) < 0 ? `(${text(second)})` : text(second)}` : '';
  return `${signBefore(sign(first) < 0, isFirst)}${text(absolute(first))}${times}`;
}
