/**
 * A slider for an exact number: a native range input for its role and its touch handling, with our own steps so that its
 * values stay on the grid. Its ends widen when the value lies beyond them. It knows nothing of networks.
 *
 * A number field stands beside it, and does all that its keys do: Tab stops at that one only.
 */
import { useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { negate, toNumber, type Rational } from '../number/rational.ts';
import { spokenNumber } from '../words/number.ts';
import { useDrawn } from '../live/live.ts';
import type { NumberGesture } from './number-field.tsx';
import { slideByKey, sliderBound, snap } from './number-step.ts';
import { useGesture } from './use-gesture.ts';
import { useHold } from './use-hold.ts';
import './slider.css';

export interface SliderProps extends NumberGesture {
  readonly name: string;
}

export function Slider(props: SliderProps) {
  const { name, number, begin, change, commit } = props;
  const hold = useHold(props.hold);
  const steps = useGesture(props, 'commit');
  const drag = useGesture(props, 'cancel');
  // While the thumb is being dragged the ends stay where they are.
  const [frozen, setFrozen] = useState<Rational | null>(null);
  /** A finger is down that may be scrolling the page: it has not moved the slider yet. */
  const touch = useRef<Touch | null>(null);
  /** It went up or down, or its drag has been ended: what it does is none of the slider's business. */
  const lost = useRef(false);
  const placeOf = (value: Rational): Place => {
    const end = toNumber(frozen ?? sliderBound(value));
    const position = toNumber(value);
    const share = (v: number) => `${50 + (50 * Math.max(-end, Math.min(end, v))) / end}%`;
    return {
      end,
      position,
      fill: { '--from': share(Math.min(0, position)), '--to': share(Math.max(0, position)) },
      spoken: spokenNumber(value),
    };
  };
  const place = placeOf(useDrawn(number));
  const slider = useRef<HTMLInputElement>(null);
  const show = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    show.current = () => {
      if (slider.current) write(slider.current, placeOf(number.get()));
    };
    show.current();
  });
  useLayoutEffect(() => number.subscribe(() => show.current()), [number]);

  const step = (next: Rational) => {
    steps.open();
    change(next);
  };
  const startDrag = () => {
    setFrozen(sliderBound(number.get()));
    hold(true);
    drag.open();
  };
  /** False when there is none. The pointer may still be down: the browser goes on moving the thumb with it. */
  const endDrag = (how: 'commit' | 'cancel') => {
    if (!drag.close(how)) return false;
    setFrozen(null);
    lost.current = true;
    return true;
  };
  const endTouch = () => {
    touch.current = null;
    lost.current = false;
  };
  const set = (next: Rational) => {
    begin();
    change(next);
    commit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const value = number.get();
    const bound = frozen ?? sliderBound(value);
    const next = slideByKey(value, event, negate(bound), bound);
    if (next) step(next);
    else if (event.key !== 'Escape' || (!endDrag('cancel') && !steps.close('cancel'))) return;
    event.preventDefault();
  };

  return (
    <input
      ref={slider}
      type="range"
      className="slider"
      tabIndex={-1}
      aria-label={name}
      aria-valuetext={place.spoken}
      min={-place.end}
      max={place.end}
      step="any"
      defaultValue={place.position}
      style={place.fill as CSSProperties}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        lost.current = false;
        const { pointerType, clientX, clientY } = event;
        if (pointerType === 'touch') touch.current = { x: clientX, y: clientY, wanted: null };
        else startDrag();
      }}
      onPointerMove={({ clientX, clientY }) => {
        const start = touch.current;
        if (!start) return;
        const [across, down] = [Math.abs(clientX - start.x), Math.abs(clientY - start.y)];
        if (Math.max(across, down) < SLOP) return;
        touch.current = null;
        if (across > down) startDrag();
        else lost.current = true;
      }}
      onPointerUp={() => {
        const start = touch.current;
        endDrag('commit');
        endTouch();
        if (start?.wanted) set(start.wanted);
      }}
      onPointerCancel={() => {
        endDrag('cancel');
        endTouch();
      }}
      onChange={(event) => {
        const next = snap(event.target.valueAsNumber);
        if (frozen) return change(next);
        if (touch.current || lost.current) {
          if (touch.current) touch.current.wanted = next;
          show.current();
          return;
        }
        // Without a pointer (assistive technology sets the value outright) a change is a gesture of its own.
        set(next);
      }}
      onKeyDown={onKeyDown}
      onKeyUp={() => steps.close('commit')}
      onFocus={() => hold(true)}
      onBlur={() => {
        steps.close('commit');
        endDrag('commit');
        hold(false);
      }}
    />
  );
}

interface Touch {
  readonly x: number;
  readonly y: number;
  /** What the browser made of the press; a tap sets it. */
  wanted: Rational | null;
}

/** A finger that has moved less may still become either, px. */
const SLOP = 8;

interface Place {
  /** The ends are -end and end. */
  readonly end: number;
  readonly position: number;
  /** What is filled: from 0 to the thumb. */
  readonly fill: Readonly<Record<'--from' | '--to', string>>;
  readonly spoken: string;
}

/** The same attributes that the component draws. */
function write(slider: HTMLInputElement, { end, position, fill, spoken }: Place): void {
  if (slider.max !== String(end)) {
    slider.min = String(-end);
    slider.max = String(end);
  }
  if (slider.value !== String(position)) slider.value = String(position);
  for (const [property, share] of Object.entries(fill)) slider.style.setProperty(property, share);
  slider.setAttribute('aria-valuetext', spoken);
}
