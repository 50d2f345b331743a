/** A value that depends on what it was before: it changes only when `next` says so. */
import { useState } from 'react';

/** `next(before)` gives the value to show, or `before` itself to keep it. Pure; `before` is null at first. */
export function useSteady<T>(next: (before: T | null) => T): T {
  const [kept, setKept] = useState<T>(() => next(null));
  const value = next(kept);
  if (value !== kept) setKept(value);
  return value;
}
