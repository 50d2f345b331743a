/** Counts in digits, and the forms of words that go with them. In words, where they are small: `counted` in `verdict-words.ts`. */
import { LANGUAGE } from './language.ts';

const DIGITS = new Intl.NumberFormat(LANGUAGE);
const CARDINAL = new Intl.PluralRules(LANGUAGE);

/** `20,000` */
export function thousands(count: number): string {
  return DIGITS.format(count);
}

/** `is` of one thing, `are` of none, and of two. */
export function plural(count: number, one: string, many: string): string {
  return CARDINAL.select(count) === 'one' ? one : many;
}

/** `1 crease`, `1,500 creases` */
export function countText(n: number, one: string): string {
  return `${thousands(n)} ${plural(n, one, `${one}s`)}`;
}
