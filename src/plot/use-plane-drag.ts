/**
 * A drag in two directions as a small state machine: idle, pressed (it may still become a tap), dragging. Escape and
 * `pointercancel` take the drag back.
 */
import { useEffect, useRef, type PointerEvent as ReactPointerEvent } from 'react';
import { perFrame } from '../controls/per-frame.ts';

/** Further than this and a press is a drag, px. */
const THRESHOLD = 3;

export interface PlaneDrag {
  /** `press`: where it began. */
  readonly onStart?: (press: { readonly clientX: number; readonly clientY: number }) => void;
  /** `dx`, `dy`: px since the last move. At most once a frame. */
  readonly onMove: (move: { readonly event: PointerEvent; readonly dx: number; readonly dy: number }) => void;
  readonly onEnd?: () => void;
  readonly onCancel?: () => void;
  /** Pressed and released without a drag. */
  readonly onTap?: (event: PointerEvent) => void;
}

interface Press {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly dragging: boolean;
}

/** Returns the `onPointerDown` of the element that is dragged. */
export function usePlaneDrag(handlers: PlaneDrag): (event: ReactPointerEvent<HTMLElement>) => void {
  const latest = useRef(handlers);
  const press = useRef<Press | null>(null);
  const release = useRef<() => void>(() => undefined);
  useEffect(() => {
    latest.current = handlers;
  });
  // A control that is taken away in the middle of a drag takes the drag back.
  useEffect(
    () => () => {
      const last = press.current;
      press.current = null;
      release.current();
      if (last?.dragging) latest.current.onCancel?.();
    },
    [],
  );

  return (down) => {
    if (down.button !== 0 || press.current) return;
    const element = down.currentTarget;
    press.current = { id: down.pointerId, x: down.clientX, y: down.clientY, dragging: false };
    const moves = perFrame((event: PointerEvent) => {
      const last = press.current;
      if (!last) return;
      press.current = { ...last, x: event.clientX, y: event.clientY };
      latest.current.onMove({ event, dx: event.clientX - last.x, dy: event.clientY - last.y });
    });
    const finish = (outcome: 'end' | 'cancel') => {
      moves[outcome === 'end' ? 'flush' : 'drop']();
      const last = press.current;
      press.current = null;
      release.current();
      return last;
    };
    const move = (event: PointerEvent) => {
      const last = press.current;
      if (!last || event.pointerId !== last.id) return;
      if (!last.dragging) {
        if (Math.hypot(event.clientX - last.x, event.clientY - last.y) < THRESHOLD) return;
        element.setPointerCapture(event.pointerId);
        press.current = { ...last, dragging: true };
        latest.current.onStart?.({ clientX: last.x, clientY: last.y });
      }
      event.preventDefault();
      moves.put(event);
    };
    const up = (event: PointerEvent) => {
      if (press.current?.id !== event.pointerId) return;
      if (finish('end')?.dragging) latest.current.onEnd?.();
      else latest.current.onTap?.(event);
    };
    const lost = (event: PointerEvent) => {
      if (press.current?.id === event.pointerId && finish('cancel')?.dragging) latest.current.onCancel?.();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // A panel around it stays open.
      event.preventDefault();
      event.stopPropagation();
      if (finish('cancel')?.dragging) latest.current.onCancel?.();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', lost);
    window.addEventListener('keydown', key, true);
    release.current = () => {
      moves.drop();
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', lost);
      window.removeEventListener('keydown', key, true);
    };
  };
}
