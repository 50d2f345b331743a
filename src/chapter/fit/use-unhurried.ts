/** What is read, not watched: numbers that change with every frame can't be read, and cost as much as the drawing. */
import { useEffect, useRef, useState } from 'react';

/** Between two readings, ms. */
const PAUSE = 125;

/** A value as it was a moment ago while it moves, and as it is when it rests; `isLike`: may the old one still be shown? */
export function useUnhurried<T>(value: T, isMoving: boolean, isLike: (old: T, now: T) => boolean): T {
  const [kept, keep] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const now = performance.now();
    if (isMoving && now - last.current < PAUSE) return;
    last.current = now;
    keep(value);
  }, [value, isMoving]);
  return isMoving && isLike(kept, value) ? kept : value;
}
