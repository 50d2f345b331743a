/**
 * A slider for an exact number: a native range input for its role and its touch handling, with our own steps so that its
 * values stay on the grid. Its ends widen when the value lies beyond them. It knows nothing of networks.
 *
 * A number field stands beside it, and does all that its keys do: Tab stops at that one only.
 */
import { useLayoutEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { negate, toNumber, type Rational } from '../number/rational.ts';
import { spokenNumber } from '#words/number.ts';
import { useDrawn } from '../live/live.ts';
import type { NumberGesture } from './number-gesture.ts';
import { slideByKey, sliderBound, snap } from './number-step.ts';
import { useNumberEditor } from './number-editor.ts';
import { useThumb } from './use-thumb.ts';
import './slider.css';

export interface SliderProps extends NumberGesture {
  readonly name: string;
}

export function Slider(props: SliderProps) {
  const { name, number } = props;
  const editor = useNumberEditor(props);
  const thumb = useThumb(props, editor);
  const placeOf = (value: Rational): Place => {
    const end = toNumber(thumb.frozen ?? sliderBound(value));
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

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const value = number.get();
    const bound = thumb.frozen ?? sliderBound(value);
    const next = slideByKey(value, event, negate(bound), bound);
    if (next) editor.step(next);
    else if (event.key !== 'Escape' || (!thumb.end('cancel') && !editor.takeBack())) return;
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
      onPointerDown={thumb.onPointerDown}
      onPointerMove={thumb.onPointerMove}
      onPointerUp={thumb.onPointerUp}
      onPointerCancel={thumb.onPointerCancel}
      onChange={(event) => thumb.moved(snap(event.target.valueAsNumber), show.current)}
      onKeyDown={onKeyDown}
      onKeyUp={editor.settle}
      onFocus={() => editor.hold(true)}
      onBlur={() => {
        editor.settle();
        thumb.end('commit');
        editor.hold(false);
      }}
    />
  );
}

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
