/** The notations of functions. */
import type { FunctionNotation, Notation } from './function.ts';

const BRACKET: Notation = { tex: ')', text: ')' };

/** `name(...)`. */
export function named(tex: string, text: string): FunctionNotation {
  return { open: { tex, text, named: true }, close: BRACKET };
}

/** A bracket, with a letter or nothing before it. */
export function bracketed(tex: string, text: string): FunctionNotation {
  return { open: { tex, text, named: false }, close: BRACKET };
}
