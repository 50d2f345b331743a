/** Sums as text, with each sign written once. */

/** What stands before a term: nothing or `−` before the first, ` + ` or ` − ` before the others. */
export function signBefore(isNegative: boolean, isFirst: boolean): string {
  if (isFirst) return isNegative ? '−' : '';
  return isNegative ? ' − ' : ' + ';
}

/** `−48 + 3 − 11x`, of terms that are written already. */
export function sumOfTexts(terms: readonly string[]): string {
  return terms
    .map((term, i) => {
      const isNegative = term.startsWith('−');
      return signBefore(isNegative, i === 0) + (isNegative ? term.slice(1) : term);
    })
    .join('');
}
