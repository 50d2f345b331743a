/** What the sheet shows: the ends of its axes, its tilt. A popover, because the picture is what matters; made when it is first opened. */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { compare, type Rational } from '../number/rational.ts';
import { useLiveValue } from '../live/live.ts';
import { NumberField } from '../controls/number-field.tsx';
import { placeBeside, type Beside } from '../controls/popover.ts';
import { Apart, useRover } from '../controls/rover.tsx';
import { useTakeBack } from '../controls/use-take-back.ts';
import { SHEET } from '#words/sheet-words.ts';
import { HtmlInput } from './input-label.tsx';
import { SheetIcon } from './sheet-icon.tsx';
import type { Interval } from './view-window.ts';
import './view-menu.css';

export interface ViewMenuProps {
  readonly names: readonly string[];
  readonly window: readonly Interval[];
  /** The ends that the reader has set; null: chosen for the reader. */
  readonly own: readonly (Interval | null)[];
  readonly onWindow: (axis: number, ends: Interval | null) => void;
  readonly onReset: () => void;
  /** Radians; null where there is nothing to tilt. */
  readonly onTilt: ((pitch: number) => void) | null;
}

/** px: about its height. */
const PLACE: Beside = { side: 'above', align: 'right', width: 264, height: 160 };
const TILT = (8 * Math.PI) / 180;

export function ViewMenu(contents: ViewMenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isMade, setMade] = useState(false);
  const onKeyDown = useRover(button);
  const place = () => panel.current && button.current && placeBeside(panel.current, button.current, PLACE);
  // The browser may have opened it before it came alive.
  useLayoutEffect(() => {
    if (!panel.current?.matches(':popover-open')) return;
    setMade(true);
    place();
  }, []);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="quiet sheet-button"
        aria-label={SHEET.view}
        title={SHEET.view}
        aria-haspopup="dialog"
        popoverTarget={id}
        onKeyDown={onKeyDown}
      >
        <SheetIcon name="view" />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={SHEET.view}
        className="sheet-menu"
        onBeforeToggle={(event) => {
          if (event.newState !== 'open') return;
          // Before it is placed and takes the focus.
          flushSync(() => setMade(true));
          place();
        }}
      >
        {isMade && <Contents {...contents} />}
      </div>
    </>
  );
}

function Contents({ names, window: ends, own, onWindow, onReset, onTilt }: ViewMenuProps) {
  return (
    <Apart>
      {names.map((name, axis) => (
        <WindowRow
          key={axis}
          name={name}
          ends={ends[axis] as Interval}
          own={own[axis] ?? null}
          onChange={(next) => onWindow(axis, next)}
        />
      ))}
      <div className="flow small sheet-menu-row">
        {onTilt && (
          <>
            <button
              type="button"
              className="quiet sheet-button is-framed"
              aria-label={SHEET.tiltUp}
              title={SHEET.tiltUp}
              onClick={() => onTilt(TILT)}
            >
              <SheetIcon name="tiltUp" />
            </button>
            <button
              type="button"
              className="quiet sheet-button is-framed"
              aria-label={SHEET.tiltDown}
              title={SHEET.tiltDown}
              onClick={() => onTilt(-TILT)}
            >
              <SheetIcon name="tiltDown" />
            </button>
          </>
        )}
        <button type="button" className="quiet sheet-button is-framed" onClick={onReset}>
          {SHEET.resetView}
        </button>
      </div>
    </Apart>
  );
}

interface WindowRowProps {
  readonly name: string;
  readonly ends: Interval;
  readonly own: Interval | null;
  readonly onChange: (ends: Interval | null) => void;
}

function WindowRow({ name, ends, own, onChange }: WindowRowProps) {
  const [empty, setEmpty] = useState(false);
  const numbers = { min: useLiveValue(ends.min), max: useLiveValue(ends.max) };
  // Ends that were chosen for the reader go on being so.
  const gesture = useTakeBack(own, (before) => {
    setEmpty(false);
    onChange(before);
  });
  const field = (end: 'min' | 'max', label: string) => (
    <NumberField
      name={label}
      className="field sheet-end"
      maxLength={8}
      number={numbers[end]}
      change={(value: Rational) => {
        const next = { ...ends, [end]: value };
        const allowed = compare(next.min, next.max) < 0;
        setEmpty(!allowed);
        if (allowed) onChange(next);
      }}
      {...gesture}
    />
  );
  return (
    <div className="flow small sheet-menu-row">
      <span className="sheet-menu-name">
        <HtmlInput name={name} />
      </span>
      <span>{SHEET.fromShort}</span>
      {field('min', SHEET.from(name))}
      <span>{SHEET.toShort}</span>
      {field('max', SHEET.to(name))}
      {empty && (
        <p className="sheet-menu-problem" role="alert">
          {SHEET.emptyWindow(name)}
        </p>
      )}
    </div>
  );
}
