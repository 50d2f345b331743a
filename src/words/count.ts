/** Counts in digits. In words, where they are small: `counted` in `verdict-words.ts`. */

/** `20,000` */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 crease`, `1,500 creases` */
export function countText(n: number, one: string): string {
  return `${thousands(n)} ${one}${n === 1 ? '' : 's'}`;
}
