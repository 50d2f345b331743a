/**
 * Pieces of a formula that are plain text, and change while one drags: a decimal, or nothing where a 1 is not written; a sign
 * between terms. One of a kind takes the place of another without anything being drawn again.
 */
import { SIGN_SPACE_TEXT } from './one-line.ts';

const SIGN = /^\{\}[+-]\{\}$/;
const DECIMAL = /^(?:-?\d+(?:\.\d+)?)?$/;

/** Null for anything else. */
export function plainKind(tex: string): 'number' | 'sign' | null {
  if (SIGN.test(tex)) return 'sign';
  return DECIMAL.test(tex) ? 'number' : null;
}

/** As it is seen, with a true minus sign, and a sign with the space around it. */
export function plainText(tex: string): string {
  return tex.replaceAll('{}', SIGN_SPACE_TEXT).replace('-', '−');
}
