/** For views of a part of a value: goes on giving the first value it saw for as long as `same` holds. */
export function keep<A extends readonly unknown[], T>(
  get: (...from: A) => T,
  same: (before: T, after: T) => boolean,
): (...from: A) => T {
  let last: { readonly value: T } | null = null;
  return (...from) => {
    const value = get(...from);
    if (!last || (last.value !== value && !same(last.value, value))) last = { value };
    return last.value;
  };
}
