/**
 * The current input as a handle on the sheet: dragged with the pointer, or moved by two sliders, one for each input, that
 * lie hidden in it. Left and right arrow keys belong to the first, up and down to the second, whichever has the focus.
 */
import {
  memo,
  useCallback,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type RefCallback,
  type RefObject,
} from 'react';
import { toNumber, type Rational } from '../number/rational.ts';
import { useDrag, type Drag } from '../controls/drag.ts';
import { Rover, useRover } from '../controls/rover.tsx';
import { slideByKey, snap, within } from '../controls/number-step.ts';
import { useGesture, type Gesture } from '../controls/use-gesture.ts';
import { useHold } from '../controls/use-hold.ts';
import { SHEET, placeText } from '#words/sheet-words.ts';
import { useDrawn, type Live } from '../live/live.ts';
import { useRested, whenAtRest } from '../live/rest.ts';
import { useKnowledge } from '../live/use-store.ts';
import type { Interval } from './view-window.ts';

export interface PointControlProps {
  readonly names: readonly string[];
  readonly values: readonly Rational[];
  readonly window: readonly Interval[];
  /** Where the handle is, px. */
  readonly at: Live<readonly [number, number]>;
  /** What is there: "y hat 27, only node 2 on". */
  readonly description: Live<string>;
  readonly drag: Drag;
  readonly begin: () => void;
  readonly change: (values: readonly Rational[]) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
  readonly onFocusChange: (focused: boolean) => void;
}

export function PointControl(props: PointControlProps) {
  const { names, values, window: ends, at } = props;
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  /** A key is down: its steps are one gesture, whichever of the sliders they move. */
  const steps = useGesture(props, 'commit');
  const hold = useHold(props.onFocusChange);
  const press = useDrag(props.drag);
  const description = useRested(props.description);
  const handle = useFollowing(at);
  const place = placeText(names, values);
  return (
    <div
      className="screen-only sheet-handle"
      role="group"
      aria-label={`${SHEET.currentInput}: ${place}`}
      ref={handle}
      style={placeAt(useDrawn(at))}
      onPointerDown={(event) => {
        event.stopPropagation();
        press(event);
      }}
    >
      <Rover>
        {names.map((name, axis) => {
          const { min, max } = ends[axis] as Interval;
          return (
            <AxisSlider
              key={axis}
              axis={axis}
              name={name}
              inPlane={names.length > 1}
              text={`${place}; ${description}`}
              min={toNumber(min)}
              max={toNumber(max)}
              value={toNumber(values[axis] as Rational)}
              control={latest}
              steps={steps}
              hold={hold}
            />
          );
        })}
      </Rover>
    </div>
  );
}

function placeAt([x, y]: readonly [number, number]) {
  return { transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` };
}

/**
 * Keeps the handle on the point. While a weight is dragged nobody sees it, and it follows when that has ended: what is moved
 * makes the browser put the layers of the whole page together anew.
 */
function useFollowing(at: Live<readonly [number, number]>): RefCallback<HTMLElement> {
  const known = useKnowledge();
  return useCallback(
    (handle) => {
      if (!handle) return undefined;
      let endWait: () => void = () => undefined;
      const write = () => Object.assign(handle.style, placeAt(at.get()));
      const follow = () => {
        endWait();
        if (known.gesture && !handle.matches(':hover, :focus-within')) endWait = whenAtRest(known, write);
        else write();
      };
      const stop = at.subscribe(follow);
      write();
      return () => {
        endWait();
        stop();
      };
    },
    [at, known],
  );
}

interface AxisSliderProps {
  readonly axis: number;
  readonly name: string;
  /** One of two. */
  readonly inPlane: boolean;
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** The newest props of the whole control, for the handlers: a slider is not drawn again with the sheet. */
  readonly control: RefObject<PointControlProps>;
  readonly steps: Gesture;
  readonly hold: (focused: boolean) => void;
}

const AxisSlider = memo(function AxisSlider(props: AxisSliderProps) {
  const { axis: own, name, inPlane, text, min, max, value, control, steps, hold } = props;
  const slider = useRef<HTMLInputElement>(null);
  // One stop for both; their arrow keys move the point.
  useRover(slider);
  const put = (axis: number, next: Rational) => {
    const { values, window: ends, change } = control.current;
    change(
      values.map((before, k) =>
        k === axis ? within(next, (ends[k] as Interval).min, (ends[k] as Interval).max) : before,
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { values, window: ends } = control.current;
    const sliders = event.currentTarget.parentElement?.querySelectorAll('input');
    const step = (axis: number, next: Rational) => {
      steps.open();
      put(axis, next);
      sliders?.[axis]?.focus();
    };
    // Left and right are the first input's, up and down the last one's.
    const axis =
      { ArrowLeft: 0, ArrowRight: 0, ArrowUp: values.length - 1, ArrowDown: values.length - 1 }[event.key] ?? own;
    const { min: least, max: most } = ends[axis] as Interval;
    const next = slideByKey(values[axis] as Rational, event, least, most);
    if (next) step(axis, next);
    else if (event.key !== 'Escape' || !steps.close('cancel')) return;
    event.preventDefault();
  };
  return (
    <input
      ref={slider}
      type="range"
      aria-label={SHEET.currentInputOf(name)}
      aria-roledescription={inPlane ? SHEET.twoDimensional : undefined}
      aria-valuetext={text}
      aria-orientation={own === 1 ? 'vertical' : 'horizontal'}
      title={inPlane ? SHEET.pointKeys : undefined}
      min={min}
      max={max}
      step="any"
      value={value}
      onChange={(event) => {
        // Set outright, by assistive technology.
        control.current.begin();
        put(own, snap(event.target.valueAsNumber));
        control.current.commit();
      }}
      onKeyDown={onKeyDown}
      onKeyUp={() => steps.close('commit')}
      onFocus={() => hold(true)}
      onBlur={(event) => {
        if (event.currentTarget.parentElement?.contains(event.relatedTarget)) return;
        steps.close('commit');
        hold(false);
      }}
    />
  );
});
