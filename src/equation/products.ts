/** A computed coefficient as the sum of its paths: `21 = 2·0.5 + 5·4`. */
import type { Product, Term } from '../algebra/derivation.ts';
import { absolute, isOne, sign, type Rational } from '../algebra/rational.ts';
import { SPOKEN } from '../words/spoken-formula.ts';
import { markedOnce, numberText, spokenNumber } from '../words/number.ts';
import type { Notation } from './notation.ts';
import { exactForm } from './number-tex.ts';

export interface SpokenNotation extends Notation {
  readonly spoken: string;
}

/** Null when the coefficient was not computed in this line. Its text may round (`write`), the rest is exact. */
export function productsNotation(
  { coefficient, products }: Term,
  write: (value: Rational) => string = numberText,
): SpokenNotation | null {
  if (products.length === 0) return null;
  const parts = products.map((product, i) => productNotation(product, i, write));
  return {
    tex: `${exactForm(coefficient).tex} = ${parts.map((part) => part.tex).join('')}`,
    text: markedOnce(`${write(coefficient)} = ${parts.map((part) => part.text).join('')}`),
    spoken: [spokenNumber(coefficient), SPOKEN.equals, ...parts.map((part) => part.spoken)].join(' '),
  };
}

/** One product with the sign in front of it. A factor 1 outside is not written. */
function productNotation([outer, inner]: Product, i: number, write: (value: Rational) => string): SpokenNotation {
  const [first, second] = isOne(outer) ? [inner, null] : [outer, inner];
  const negative = sign(first) < 0;
  const leading = i === 0;
  const magnitude = absolute(first);
  const operator = leading ? (negative ? '-' : '') : negative ? ' - ' : ' + ';
  const operatorSpoken = negative ? [SPOKEN.minus] : leading ? [] : [SPOKEN.plus];
  const times = second ? [SPOKEN.times, spokenNumber(second)] : [];
  return {
    tex: `${operator}${exactForm(magnitude).tex}${second ? ` \\cdot ${bracketed(second, exactForm(second).tex)}` : ''}`,
    text: `${operator.replace('-', '−')}${write(magnitude)}${second ? `·${bracketed(second, write(second))}` : ''}`,
    spoken: [...operatorSpoken, spokenNumber(magnitude), ...times].join(' '),
  };
}

/** A negative second factor stands in brackets. */
function bracketed(value: Rational, written: string): string {
  return sign(value) < 0 ? `(${written})` : written;
}
