/** What a computation that runs again and again keeps from the time before, so that what has not changed stays the same record. */

/** The function, with its last answer remembered: for the same arguments (by identity) it is the same record. */
export function remembered<A extends readonly unknown[], T>(make: (...given: A) => T): (...given: A) => T {
  let last: { readonly given: A; readonly made: T } | null = null;
  return (...given) => {
    if (!last?.given.every((value, i) => Object.is(value, given[i]))) last = { given, made: make(...given) };
    return last.made;
  };
}

/** A value that depends on what it was before. `next(before)` gives the new one, or `before` to keep it; null at first. */
export function steady<T>(): (next: (before: T | null) => T) => T {
  let last: T | null = null;
  return (next) => (last = next(last));
}

/** A record, which stays the same one for as long as each of its fields does. */
export function steadyRecord<T extends object>(): (now: T) => T {
  let last: T | null = null;
  return (now) => {
    const before = last;
    const isSame =
      before !== null && (Object.keys(now) as (keyof T)[]).every((name) => Object.is(before[name], now[name]));
    return isSame ? before : (last = now);
  };
}
