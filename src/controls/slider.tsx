/**
 * A slider for an exact number: a native range input for its role and its touch handling, with our own steps so that its
 * values stay on the grid. Its ends widen when the value lies beyond them. It knows nothing of networks.
 */
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { negate, toNumber, type Rational } from '../algebra/rational.ts';
import { spokenNumber } from '../words/number.ts';
import type { NumberGesture } from './number-field.tsx';
import { clamp, moveBy, sliderBound, snap, stepFor } from './step.ts';
import './slider.css';

export interface SliderProps extends NumberGesture {
  readonly name: string;
}

export function Slider({ name, value, begin, change, commit, cancel, hold }: SliderProps) {
  // While the thumb is being dragged the ends stay where they are.
  const [frozen, setFrozen] = useState<Rational | null>(null);
  const stepping = useRef(false);
  const bound = frozen ?? sliderBound(value);
  const end = toNumber(bound);
  const position = toNumber(value);

  const step = (next: Rational) => {
    if (!stepping.current) {
      stepping.current = true;
      begin();
    }
    change(next);
  };
  const endStepping = () => {
    if (!stepping.current) return;
    stepping.current = false;
    commit();
  };
  const endDrag = (close: () => void) => {
    if (!frozen) return;
    setFrozen(null);
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = (count: number) => step(clamp(moveBy(value, count, stepFor(event)), bound));
    switch (event.key) {
      case 'ArrowRight':
      case 'ArrowUp':
        move(1);
        break;
      case 'ArrowLeft':
      case 'ArrowDown':
        move(-1);
        break;
      case 'PageUp':
        step(clamp(moveBy(value, 10, stepFor(event)), bound));
        break;
      case 'PageDown':
        step(clamp(moveBy(value, -10, stepFor(event)), bound));
        break;
      case 'Home':
        step(negate(bound));
        break;
      case 'End':
        step(bound);
        break;
      case 'Escape':
        if (frozen) endDrag(cancel);
        else if (stepping.current) {
          stepping.current = false;
          cancel();
        } else return;
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const share = (v: number) => `${50 + (50 * Math.max(-end, Math.min(end, v))) / end}%`;
  const fill = { '--from': share(Math.min(0, position)), '--to': share(Math.max(0, position)) } as CSSProperties;
  return (
    <input
      type="range"
      className="slider"
      aria-label={name}
      aria-valuetext={spokenNumber(value)}
      min={-end}
      max={end}
      step="any"
      value={position}
      style={fill}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        setFrozen(bound);
        hold?.(true);
        begin();
      }}
      onPointerUp={() => endDrag(commit)}
      onPointerCancel={() => endDrag(commit)}
      onChange={(event) => {
        // Without a pointer (assistive technology sets the value outright) a change is a gesture of its own.
        const next = snap(event.target.valueAsNumber);
        if (frozen) return change(next);
        begin();
        change(next);
        commit();
      }}
      onKeyDown={onKeyDown}
      onKeyUp={endStepping}
      onFocus={() => hold?.(true)}
      onBlur={() => {
        endStepping();
        endDrag(commit);
        hold?.(false);
      }}
    />
  );
}
