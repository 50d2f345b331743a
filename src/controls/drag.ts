/**
 * The one drag of the page, a small state machine: idle, pressed (a finger or button is down, it may still become a tap),
 * dragging. Escape and `pointercancel` take the drag back.
 */
import { useEffect, useRef, type PointerEvent as ReactPointerEvent } from 'react';
import { perFrame } from './per-frame.ts';

/** Further than this and a press is a drag, px. */
const THRESHOLD = 3;

/** Where a press began. */
export type Press = Pick<PointerEvent, 'clientX' | 'clientY'>;

export interface DragMove {
  readonly event: PointerEvent;
  /** px from where the press began. */
  readonly dx: number;
  readonly dy: number;
}

export interface Drag {
  /** The press has become a drag. */
  readonly onStart?: (press: Press) => void;
  /** At most once a frame. */
  readonly onMove: (move: DragMove) => void;
  readonly onEnd?: () => void;
  readonly onCancel?: () => void;
  /** Pressed and released without a drag. */
  readonly onTap?: (event: PointerEvent) => void;
}

export interface DragKind {
  /** What makes a press a drag: a way in any direction, a way sideways, or nothing more (`press`). */
  readonly begins?: 'anywhere' | 'sideways' | 'press';
  /** The drag goes on where what it does to the page takes its control away; else it is taken back then. */
  readonly outlives?: boolean;
}

type Outcome = 'end' | 'cancel';

/** A press that has not ended. */
interface Hold {
  readonly isDrag: () => boolean;
  readonly finish: (outcome: Outcome) => void;
}

/** Returns the `onPointerDown` of the element that is dragged. */
export function useDrag(handlers: Drag, kind: DragKind = {}): (event: ReactPointerEvent<Element>) => void {
  const latest = useRef(handlers);
  const hold = useRef<Hold | null>(null);
  useEffect(() => {
    latest.current = handlers;
  });
  const outlives = kind.outlives ?? false;
  useEffect(
    () => () => {
      if (!outlives || !hold.current?.isDrag()) hold.current?.finish('cancel');
    },
    [outlives],
  );
  return (down) => {
    if (down.button !== 0 || hold.current) return;
    hold.current = follow(
      down,
      () => latest.current,
      kind.begins ?? 'anywhere',
      () => {
        hold.current = null;
      },
    );
  };
}

/** Listens until the press has ended: then `onDone` is called, and after it what the handlers have for that. */
function follow(
  down: ReactPointerEvent<Element>,
  handlers: () => Drag,
  begins: NonNullable<DragKind['begins']>,
  onDone: () => void,
): Hold {
  const { currentTarget: element, pointerId: id, clientX, clientY } = down;
  let isDrag = false;
  const moves = perFrame((move: DragMove) => handlers().onMove(move));
  const listening = new AbortController();

  const start = () => {
    isDrag = true;
    element.setPointerCapture(id);
    handlers().onStart?.({ clientX, clientY });
  };
  /** `tap`: the event that a tap ends with. */
  const finish = (outcome: Outcome, tap?: PointerEvent) => {
    moves[outcome === 'end' ? 'flush' : 'drop']();
    listening.abort();
    onDone();
    const { onEnd, onCancel, onTap } = handlers();
    if (isDrag) (outcome === 'end' ? onEnd : onCancel)?.();
    else if (tap) onTap?.(tap);
  };
  const move = (event: PointerEvent) => {
    const [dx, dy] = [event.clientX - clientX, event.clientY - clientY];
    if (!isDrag && Math.hypot(dx, begins === 'sideways' ? 0 : dy) < THRESHOLD) return;
    if (!isDrag) start();
    event.preventDefault();
    moves.put({ event, dx, dy });
  };

  const listen = <E extends 'pointermove' | 'pointerup' | 'pointercancel'>(type: E, hear: (e: PointerEvent) => void) =>
    window.addEventListener(type, (event) => event.pointerId === id && hear(event), { signal: listening.signal });
  listen('pointermove', move);
  listen('pointerup', (event) => finish('end', event));
  listen('pointercancel', () => finish('cancel'));
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // A panel around it stays open.
    event.preventDefault();
    event.stopPropagation();
    finish('cancel');
  };
  window.addEventListener('keydown', onKey, { capture: true, signal: listening.signal });
  if (begins === 'press') start();
  return { isDrag: () => isDrag, finish };
}
