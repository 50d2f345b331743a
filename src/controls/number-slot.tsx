/**
 * A number that somebody else draws, in the middle of a formula, and that is a control itself: a spin button that is
 * dragged sideways. When it gets the focus, or is tapped, the field comes to it (`number-field.tsx`), and goes when it is
 * left. So a page with many numbers has one field.
 */
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useDrawn } from '../live/live.ts';
import type { Rational } from '../number/rational.ts';
import { numberText, shortNumberText } from '#words/number.ts';
import { NumberField, type FieldVisit } from './number-field.tsx';
import type { NumberGesture } from './number-gesture.ts';
import { useNumberDrag } from './number-drag.ts';
import { useRover } from './rover.tsx';
import { saidNumber } from './said-number.ts';
import { writeAttributes } from './write-attributes.ts';
import './number-slot.css';

export interface NumberSlotProps extends NumberGesture {
  /** The accessible name: "weight from E to hidden node 1". */
  readonly name: string;
  /** What is seen: the number. A 1 is not written: then it is what the number stands before. */
  readonly children: ReactNode;
}

export function NumberSlot({ name, children, ...gesture }: NumberSlotProps) {
  const { number, hold } = gesture;
  const slot = useRef<HTMLSpanElement>(null);
  const [visit, setVisit] = useState<FieldVisit['by'] | null>(null);
  const [dragging, setDragging] = useState(false);
  const wasVisited = useRef(false);
  useRover(slot, visit !== null, wasVisited);
  useEffect(() => {
    wasVisited.current = visit !== null;
  }, [visit]);

  const said = attributesOf(useDrawn(number));
  const isRest = visit === null;
  useLayoutEffect(() => {
    if (!isRest) {
      // Shift and Tab lead past it. (The field has the focus by now.)
      slot.current?.removeAttribute('tabindex');
      return undefined;
    }
    const follow = () => slot.current && writeAttributes(slot.current, attributesOf(number.get()));
    follow();
    return number.subscribe(follow);
  }, [number, isRest]);

  const drag = useNumberDrag(gesture, {
    onStart: () => {
      setDragging(true);
      hold?.(true);
    },
    onEnd: () => {
      setDragging(false);
      hold?.(false);
    },
    // At once: a phone opens its keys only for a focus that a finger has given.
    onTap: () => flushSync(() => setVisit('tap')),
  });
  const atRest = {
    role: 'spinbutton',
    'aria-label': name,
    ...said,
    onPointerDown: drag,
    // A press may become a drag: it is the tap that gives the focus.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onFocus: () => setVisit('focus'),
  };
  return (
    <span
      ref={slot}
      className="number-slot"
      data-dragging={dragging || undefined}
      data-visited={!isRest || undefined}
      {...(isRest ? atRest : {})}
    >
      {children}
      {visit !== null && <NumberField {...gesture} name={name} visit={{ by: visit, onLeft: () => setVisit(null) }} />}
    </span>
  );
}

/** Longer numbers are written rounded, and say all of it when they are pointed at. */
const LONGEST = 24;

function attributesOf(value: Rational) {
  const exact = numberText(value);
  const { now, text } = saidNumber(value);
  return {
    'aria-valuenow': now,
    'aria-valuetext': text,
    title: shortNumberText(value, LONGEST) === exact ? undefined : exact,
  };
}
