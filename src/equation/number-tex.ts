/** Numbers in formulas: exact as a decimal or a fraction; on screen a very long one is rounded, and its line says so. */
import type { Rational } from '../number/rational.ts';
import type { Irrational } from '../number/rounding.ts';
import { constantText, numberText, readableText, roundedText } from '#words/number.ts';

export interface NumberForm {
  readonly tex: string;
  /** Plain text, with a true minus sign. */
  readonly text: string;
  /** Rounded. It has no ≈ of its own: its line has one. */
  readonly approximate: boolean;
}

/** A decimal where it is short, else a fraction: `0.5`, `-3`, `\tfrac{1}{3}`. */
export function exactForm(value: Rational): NumberForm {
  return { ...formOf(numberText(value)), approximate: false };
}

/** The exact form where it can be read, else four digits. */
export function screenForm(value: Rational): NumberForm {
  const exact = readableText(value);
  return exact === null ? roundedForm(value) : { ...formOf(exact), approximate: false };
}

/** Four digits, for a line where another number is rounded; exact where they say all of it. */
export function roundedForm(value: Rational): NumberForm {
  const text = roundedText(value);
  return { ...formOf(text), approximate: text !== readableText(value) };
}

/** Its size. */
export function constantForm(constant: Irrational): NumberForm {
  return { ...formOf(constantText(constant)), approximate: true };
}

/** A number's text in a formula. */
export function formOf(text: string): Pick<NumberForm, 'tex' | 'text'> {
  const [, minus = '', above = '', below] = /^(−?)([^/e]+)(?:\/(\d+))?/.exec(text) ?? [];
  const exponent = /e(.+)$/.exec(text)?.[1];
  const sign = minus === '' ? '' : '-';
  if (below !== undefined) return { tex: `${sign}\\tfrac{${above}}{${below}}`, text };
  if (exponent === undefined) return { tex: sign + above, text };
  return {
    tex: `${sign}${above}\\cdot 10^{${exponent.replace('−', '-')}}`,
    text: `${minus}${above}·10^${exponent}`,
  };
}
