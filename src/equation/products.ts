/** A computed coefficient as the sum of its paths: `21 = 2·0.5 + 5·4`. */
import type { Product, Term } from '../algebra/derivation.ts';
import { absolute, isOne, sign, type Rational } from '../algebra/rational.ts';
import { markedOnce, numberText } from '../words/number.ts';

/** Null when the coefficient was not computed in this line. `write` may round. */
export function productsText(
  { coefficient, products }: Term,
  write: (value: Rational) => string = numberText,
): string | null {
  if (products.length === 0) return null;
  const parts = products.map((product, i) => productText(product, i === 0, write));
  return markedOnce(`${write(coefficient)} = ${parts.join('')}`);
}

/** One product with the sign in front of it. A factor 1 outside is not written; a negative second one is in brackets. */
function productText([outer, inner]: Product, isFirst: boolean, write: (value: Rational) => string): string {
  const [first, second] = isOne(outer) ? [inner, null] : [outer, inner];
  const negative = sign(first) < 0;
  const operator = isFirst ? (negative ? '−' : '') : negative ? ' − ' : ' + ';
  const times = second ? `·${sign(second) < 0 ? `(${write(second)})` : write(second)}` : '';
  return `${operator}${write(absolute(first))}${times}`;
}
