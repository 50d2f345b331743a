/**
 * Counts in digits, and the forms of words that go with them. In words, where they are small: `counted` in
 * `verdict-words.ts`. The rules of English stand here, because a browser's own (`Intl`) take it 55 ms to get ready for, when
 * the page begins. A test has them as its oracle.
 */

/** `20,000`. Of a whole number that is not negative. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `is` of one thing, `are` of none, and of two. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** `1 crease`, `1,500 creases` */
export function countText(n: number, one: string): string {
  return `${thousands(n)} ${plural(n, one, `${one}s`)}`;
}
