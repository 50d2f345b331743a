/** A computed coefficient as the sum of its paths: `21 = 2·0.5 + 5·4`. */
import type { Product, Term } from '../algebra/derivation.ts';
import { absolute, isOne, sign, type Rational } from '../algebra/rational.ts';
import { SPOKEN } from '../words/spoken-formula.ts';
import { spokenNumber } from '../words/number.ts';
import type { Notation } from './notation.ts';
import { exactForm } from './number-tex.ts';

export interface SpokenNotation extends Notation {
  readonly spoken: string;
}

/** Null when the coefficient was not computed in this line. */
export function productsNotation({ coefficient, products }: Term): SpokenNotation | null {
  if (products.length === 0) return null;
  const whole = exactForm(coefficient);
  const parts = products.map(productNotation);
  return {
    tex: `${whole.tex} = ${parts.map((part) => part.tex).join('')}`,
    text: `${whole.text} = ${parts.map((part) => part.text).join('')}`,
    spoken: [spokenNumber(coefficient), SPOKEN.equals, ...parts.map((part) => part.spoken)].join(' '),
  };
}

/** One product with the sign in front of it. A factor 1 outside is not written. */
function productNotation([outer, inner]: Product, i: number): SpokenNotation {
  const [first, second] = isOne(outer) ? [inner, null] : [outer, inner];
  const negative = sign(first) < 0;
  const leading = i === 0;
  const magnitude = exactForm(absolute(first));
  const operator = leading ? (negative ? '-' : '') : negative ? ' - ' : ' + ';
  const operatorSpoken = negative ? [SPOKEN.minus] : leading ? [] : [SPOKEN.plus];
  const times = second ? [SPOKEN.times, spokenNumber(second)] : [];
  return {
    tex: `${operator}${magnitude.tex}${second ? ` \\cdot ${bracketed(second).tex}` : ''}`,
    text: `${operator.replace('-', '−')}${magnitude.text}${second ? `·${bracketed(second).text}` : ''}`,
    spoken: [...operatorSpoken, spokenNumber(absolute(first)), ...times].join(' '),
  };
}

/** A negative second factor stands in brackets. */
function bracketed(value: Rational): Notation {
  const { tex, text } = exactForm(value);
  return sign(value) < 0 ? { tex: `(${tex})`, text: `(${text})` } : { tex, text };
}
