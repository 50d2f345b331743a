/** Numbers in formulas: exact as a decimal or a fraction; on screen a very long one is rounded, and says so. */
import { toNumber, type Rational } from '../algebra/rational.ts';
import { numberText } from '../words/number.ts';

export interface NumberForm {
  readonly tex: string;
  /** Plain text, with a true minus sign. */
  readonly text: string;
  /** Rounded, and written with ≈. */
  readonly approximate: boolean;
}

/** More digits than this, above and below the line together, are too long to read in a formula. */
const MAX_SCREEN_DIGITS = 12;
const SIGNIFICANT_DIGITS = 4;

/** A decimal where it is short, else a fraction: `0.5`, `-3`, `\tfrac{1}{3}`. */
export function exactForm(value: Rational): NumberForm {
  const text = numberText(value);
  const fraction = /^(−?)(\d+)\/(\d+)$/.exec(text);
  const tex = fraction ? `${fraction[1]}\\tfrac{${fraction[2]}}{${fraction[3]}}` : text;
  return { tex: tex.replace('−', '-'), text, approximate: false };
}

/** The exact form where it can be read, else four digits: `≈0.3333`. */
export function screenForm(value: Rational): NumberForm {
  const { tex, text, approximate } = unmarkedForm(value);
  return approximate ? { tex: `{\\approx}${tex}`, text: `≈${text}`, approximate } : { tex, text, approximate };
}

/** The same without ≈, for a line that has it in place of the equals sign. */
export function unmarkedForm(value: Rational): NumberForm {
  const exact = exactForm(value);
  const digits = exact.text.replace(/\D/g, '').length;
  if (digits <= MAX_SCREEN_DIGITS) return exact;
  const [mantissa = '', exponent] = toNumber(value).toPrecision(SIGNIFICANT_DIGITS).split('e');
  const power = exponent === undefined ? null : String(Number(exponent));
  return {
    tex: `${mantissa}${power === null ? '' : `\\cdot 10^{${power}}`}`,
    text: `${mantissa}${power === null ? '' : `·10^${power}`}`.replaceAll('-', '−'),
    approximate: true,
  };
}
