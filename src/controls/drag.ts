/**
 * A sideways drag as a small state machine: idle, pressed (a finger or button is down, it may still become a tap),
 * dragging. Pixels become steps here and nowhere else. Escape and `pointercancel` take the drag back.
 */
import { useEffect, useRef, type PointerEvent as ReactPointerEvent } from 'react';
import { perFrame } from './per-frame.ts';

/** Further than this and a press is a drag, px. */
const THRESHOLD = 3;

export interface DragHandlers {
  /** The press has become a drag. */
  readonly onStart: () => void;
  /** `dx`: px to the right of where the press began. At most once a frame. */
  readonly onMove: (dx: number, event: PointerEvent) => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
  /** Pressed and released without a drag. */
  readonly onTap?: () => void;
}

type Phase =
  { readonly kind: 'idle' } | { readonly kind: 'pressed' | 'dragging'; readonly id: number; readonly x: number };

const IDLE: Phase = { kind: 'idle' };

/** Returns the `onPointerDown` of the element that is dragged. */
export function useDrag(handlers: DragHandlers): (event: ReactPointerEvent<Element>) => void {
  const latest = useRef(handlers);
  const phase = useRef<Phase>(IDLE);
  const release = useRef<() => void>(() => undefined);
  useEffect(() => {
    latest.current = handlers;
  });
  // A drag goes on until it is let go of, even when what it does to the page takes its control away: what moves the
  // number is not the element.
  useEffect(
    () => () => {
      if (phase.current.kind === 'dragging') return;
      phase.current = IDLE;
      release.current();
    },
    [],
  );

  return (down) => {
    if (down.button !== 0 || phase.current.kind !== 'idle') return;
    const element = down.currentTarget;
    phase.current = { kind: 'pressed', id: down.pointerId, x: down.clientX };

    const moves = perFrame(({ dx, event }: { dx: number; event: PointerEvent }) => latest.current.onMove(dx, event));
    const finish = (outcome: 'end' | 'cancel') => {
      const { kind } = phase.current;
      moves[outcome === 'end' ? 'flush' : 'drop']();
      phase.current = IDLE;
      release.current();
      if (kind === 'dragging') latest.current[outcome === 'end' ? 'onEnd' : 'onCancel']();
      else if (kind === 'pressed' && outcome === 'end') latest.current.onTap?.();
    };
    const move = (event: PointerEvent) => {
      const now = phase.current;
      if (now.kind === 'idle' || event.pointerId !== now.id) return;
      const dx = event.clientX - now.x;
      if (now.kind === 'pressed') {
        if (Math.abs(dx) < THRESHOLD) return;
        phase.current = { ...now, kind: 'dragging' };
        element.setPointerCapture(event.pointerId);
        latest.current.onStart();
      }
      event.preventDefault();
      moves.put({ dx, event });
    };
    const up = (event: PointerEvent) => {
      if (phase.current.kind !== 'idle' && event.pointerId === phase.current.id) finish('end');
    };
    const lost = (event: PointerEvent) => {
      if (phase.current.kind !== 'idle' && event.pointerId === phase.current.id) finish('cancel');
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // A panel around it stays open.
      event.preventDefault();
      event.stopPropagation();
      finish('cancel');
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
