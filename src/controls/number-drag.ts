/** A number that is dragged sideways: pixels become steps from where it was. */
import { useRef, type PointerEvent as ReactPointerEvent } from 'react';
import { useDrag, type DragKind, type DragMove } from './drag.ts';
import type { NumberGesture } from './number-gesture.ts';
import { moveBy, stepFor } from './number-step.ts';

const PIXELS_PER_STEP = 4;
/** It may take its own control away: what moves the number is not the element. */
const SIDEWAYS: DragKind = { begins: 'sideways', outlives: true };

export interface NumberDragOptions {
  /** How many px make one step. */
  readonly pixelsPerStep?: number | undefined;
  readonly onStart?: () => void;
  /** However it ended, before the gesture is closed. */
  readonly onEnd?: () => void;
  /** Pressed and released without a drag. */
  readonly onTap?: () => void;
}

/** Returns the `onPointerDown` of what is dragged. */
export function useNumberDrag(
  { number, begin, change, commit, cancel }: NumberGesture,
  { pixelsPerStep = PIXELS_PER_STEP, onStart, onEnd, onTap }: NumberDragOptions,
): (event: ReactPointerEvent<Element>) => void {
  const from = useRef(number.get());
  const drag = {
    onStart: () => {
      from.current = number.get();
      onStart?.();
      begin();
    },
    onMove: ({ dx, event }: DragMove) => change(moveBy(from.current, Math.trunc(dx / pixelsPerStep), stepFor(event))),
    onEnd: () => {
      onEnd?.();
      commit();
    },
    onCancel: () => {
      onEnd?.();
      cancel();
    },
    ...(onTap ? { onTap } : {}),
  };
  return useDrag(drag, SIDEWAYS);
}
