/**
 * The current input as a handle on the sheet: dragged with the pointer, or moved by two sliders, one for each input, that
 * lie hidden in it. Left and right arrow keys belong to the first, up and down to the second, whichever has the focus.
 */
import { useRef, type KeyboardEvent } from 'react';
import { toNumber, type Rational } from '../algebra/rational.ts';
import { moveBy, snap, stepFor } from '../controls/step.ts';
import { SHEET, placeText } from '../words/sheet.ts';
import { usePlaneDrag, type PlaneDrag } from './use-plane-drag.ts';
import type { Interval } from './view-window.ts';

export interface PointControlProps {
  readonly names: readonly string[];
  readonly values: readonly Rational[];
  readonly window: readonly Interval[];
  /** Where the handle is, px. */
  readonly at: readonly [number, number];
  /** What is there: "y hat 27, only node 2 on". */
  readonly description: string;
  readonly drag: PlaneDrag;
  readonly begin: () => void;
  readonly change: (values: readonly Rational[]) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
  readonly onFocusChange: (focused: boolean) => void;
}

export function PointControl(props: PointControlProps) {
  const { names, values, window: ends, at, description, begin, change, commit, cancel, onFocusChange } = props;
  const group = useRef<HTMLDivElement>(null);
  const stepping = useRef(false);
  const press = usePlaneDrag(props.drag);

  const put = (axis: number, value: Rational) =>
    change(values.map((before, k) => (k === axis ? clampTo(value, ends[k] as Interval) : before)));
  const step = (axis: number, value: Rational) => {
    if (!stepping.current) {
      stepping.current = true;
      begin();
    }
    put(axis, value);
    group.current?.querySelectorAll('input')[axis]?.focus();
  };
  const endStepping = () => {
    if (!stepping.current) return;
    stepping.current = false;
    commit();
  };
  const onKeyDown = (own: number) => (event: KeyboardEvent) => {
    const vertical = values.length - 1;
    const move = (axis: number, count: number) => step(axis, moveBy(values[axis] as Rational, count, stepFor(event)));
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        move(0, event.key === 'ArrowRight' ? 1 : -1);
        break;
      case 'ArrowUp':
      case 'ArrowDown':
        move(vertical, event.key === 'ArrowUp' ? 1 : -1);
        break;
      case 'PageUp':
      case 'PageDown':
        move(own, event.key === 'PageUp' ? 10 : -10);
        break;
      case 'Home':
      case 'End':
        step(own, (ends[own] as Interval)[event.key === 'End' ? 'max' : 'min']);
        break;
      case 'Escape':
        if (!stepping.current) return;
        stepping.current = false;
        cancel();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const place = placeText(names, values);
  return (
    <div
      ref={group}
      className="sheet-handle"
      role="group"
      aria-label={`${SHEET.currentInput}: ${place}`}
      style={{ transform: `translate(${at[0].toFixed(1)}px, ${at[1].toFixed(1)}px)` }}
      onPointerDown={(event) => {
        event.stopPropagation();
        press(event);
      }}
    >
      {names.map((name, axis) => {
        const { min, max } = ends[axis] as Interval;
        return (
          <input
            key={axis}
            type="range"
            aria-label={SHEET.currentInputOf(name)}
            aria-roledescription={names.length > 1 ? SHEET.twoDimensional : undefined}
            aria-valuetext={`${place}; ${description}`}
            aria-orientation={axis === 1 ? 'vertical' : 'horizontal'}
            title={names.length > 1 ? SHEET.pointKeys : undefined}
            min={toNumber(min)}
            max={toNumber(max)}
            step="any"
            value={toNumber(values[axis] as Rational)}
            onChange={(event) => {
              // Set outright, by assistive technology.
              begin();
              put(axis, snap(event.target.valueAsNumber));
              commit();
            }}
            onKeyDown={onKeyDown(axis)}
            onKeyUp={endStepping}
            onFocus={() => onFocusChange(true)}
            onBlur={(event) => {
              if (group.current?.contains(event.relatedTarget)) return;
              endStepping();
              onFocusChange(false);
            }}
          />
        );
      })}
    </div>
  );
}

export function clampTo(value: Rational, { min, max }: Interval): Rational {
  const number = toNumber(value);
  return number <= toNumber(min) ? min : number >= toNumber(max) ? max : value;
}
