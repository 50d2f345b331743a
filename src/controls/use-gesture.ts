/** A gesture that is never left open: the control that it belongs to may go before the key is up. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { NumberGesture } from './number-gesture.ts';

export interface Gesture {
  /** Begins it, unless it is open. */
  readonly open: () => void;
  /** False when there is nothing to close. */
  readonly close: (how: 'commit' | 'cancel') => boolean;
}

/** `whenGone`: what becomes of it when the control goes. */
export function useGesture(
  handlers: Pick<NumberGesture, 'begin' | 'commit' | 'cancel'>,
  whenGone: 'commit' | 'cancel',
): Gesture {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const [gesture] = useState((): Gesture => {
    let isOpen = false;
    return {
      open: () => {
        if (isOpen) return;
        isOpen = true;
        latest.current.begin();
      },
      close: (how) => {
        if (!isOpen) return false;
        isOpen = false;
        latest.current[how]();
        return true;
      },
    };
  });
  useEffect(() => () => void gesture.close(whenGone), [gesture, whenGone]);
  return gesture;
}
