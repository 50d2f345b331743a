/** As many items, each the same as its partner. */
export function sameList<T>(p: readonly T[], q: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return p === q || (p.length === q.length && p.every((a, i) => same(a, q[i] as T)));
}
