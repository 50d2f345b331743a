/** The thumb of a slider, which the browser moves: when it is a gesture, and what of the browser's doing is not meant. */
import { useRef, useState, type PointerEvent } from 'react';
import type { Rational } from '../number/rational.ts';
import type { NumberEditor } from './number-editor.ts';
import type { NumberGesture } from './number-gesture.ts';
import { sliderBound } from './number-step.ts';
import { useGesture } from './use-gesture.ts';

/** A finger that has moved less may still become either, px. */
const SLOP = 8;

interface Touch {
  readonly x: number;
  readonly y: number;
  /** What the browser made of the press; a tap sets it. */
  wanted: Rational | null;
}

export interface Thumb {
  /** The slider's end, which stays where it is while the thumb is dragged; else null. */
  readonly frozen: Rational | null;
  /** The browser has moved the thumb; `refuse` puts it back. */
  readonly moved: (to: Rational, refuse: () => void) => void;
  /** False when there is no drag. The pointer may still be down: the browser goes on moving the thumb with it. */
  readonly end: (how: 'commit' | 'cancel') => boolean;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

export function useThumb(gesture: NumberGesture, { hold, set }: NumberEditor): Thumb {
  const drag = useGesture(gesture, 'cancel');
  const [frozen, setFrozen] = useState<Rational | null>(null);
  /** A finger is down that may be scrolling the page: it has not moved the slider yet. */
  const touch = useRef<Touch | null>(null);
  /** It went up or down, or its drag has been ended: what it does is none of the slider's business. */
  const lost = useRef(false);
  const start = () => {
    setFrozen(sliderBound(gesture.number.get()));
    hold(true);
    drag.open();
  };
  const end = (how: 'commit' | 'cancel') => {
    if (!drag.close(how)) return false;
    setFrozen(null);
    lost.current = true;
    return true;
  };
  const endTouch = () => {
    touch.current = null;
    // Firefox moves the thumb to the pointer once more when it goes up, and says so after this.
    setTimeout(() => (lost.current = false));
  };
  return {
    frozen,
    end,
    moved: (to, refuse) => {
      if (frozen) gesture.change(to);
      else if (touch.current || lost.current) {
        if (touch.current) touch.current.wanted = to;
        refuse();
      }
      // Without a pointer (assistive technology sets the value outright) a change is a gesture of its own.
      else set(to);
    },
    onPointerDown: ({ button, pointerType, clientX, clientY }) => {
      if (button !== 0) return;
      lost.current = false;
      if (pointerType === 'touch') touch.current = { x: clientX, y: clientY, wanted: null };
      else start();
    },
    onPointerMove: ({ clientX, clientY }) => {
      if (!touch.current) return;
      const [across, down] = [Math.abs(clientX - touch.current.x), Math.abs(clientY - touch.current.y)];
      if (Math.max(across, down) < SLOP) return;
      touch.current = null;
      if (across > down) start();
      else lost.current = true;
    },
    onPointerUp: () => {
      const wanted = touch.current?.wanted;
      end('commit');
      endTouch();
      if (wanted) set(wanted);
    },
    onPointerCancel: () => {
      end('cancel');
      endTouch();
    },
  };
}
