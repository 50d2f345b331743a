/** A gesture on something that has no history of its own: it can be taken back, and that is all. */
import { useRef } from 'react';
import type { NumberGesture } from './number-gesture.ts';

/** `now`: what it is; `put` is called with what it was when the gesture began. */
export function useTakeBack<T>(now: T, put: (before: T) => void): Pick<NumberGesture, 'begin' | 'commit' | 'cancel'> {
  const before = useRef(now);
  return {
    begin: () => {
      before.current = now;
    },
    commit: () => undefined,
    cancel: () => put(before.current),
  };
}
