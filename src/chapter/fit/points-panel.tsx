/** Points of the reader's own, on a plot and as a table: placed, moved and removed, with a pointer or with keys. */
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useDrag, type Press } from '../../controls/drag.ts';
import { add, multiply, rational, toNumber, type Rational } from '../../number/rational.ts';
import { parseTypedNumber } from '../../number/typed-number.ts';
import { OWN_DATA } from '#words/chapter/own-data-words.ts';
import { typedNumberSentence } from '#words/number-error.ts';
import { numberText } from '#words/number.ts';
import { MOST_POINTS, type Rows } from './fit-data.ts';
import {
  editWindow,
  movedPoint,
  snapped,
  withPoint,
  withoutPoint,
  type EditAxis,
  type EditWindow,
  type EditedPoint,
} from './point-edit.ts';
import '../own-data.css';

const words = OWN_DATA.points;

export interface PointsPanelProps {
  readonly rows: Rows;
  readonly onRows: (rows: Rows) => void;
}

export function PointsPanel({ rows, onRows }: PointsPanelProps) {
  const [picked, setPicked] = useState(0);
  const pick = Math.min(picked, rows.length - 1);
  return (
    <div className="columns fit-own-grid">
      <div>
        <PointPlot rows={rows} picked={pick} onPick={setPicked} onRows={onRows} />
        <p className="small">
          {words.hint} <span className="fit-point-keys">{words.keys}</span>
        </p>
      </div>
      <PointTable rows={rows} onRows={onRows} />
    </div>
  );
}

interface PointPlotProps extends PointsPanelProps {
  readonly picked: number;
  readonly onPick: (index: number) => void;
}

/** A press takes a point that is no further away, px. */
const REACH = 20;

function PointPlot({ rows, picked, onPick, onRows }: PointPlotProps) {
  const box = useRef<HTMLDivElement>(null);
  // The window of a drag, and the points before it.
  const [held, setHeld] = useState<{ readonly view: EditWindow; readonly before: Rows } | null>(null);
  const view = held?.view ?? editWindow(rows);
  const dragged = useRef(0);
  const share = ({ min, max }: EditAxis, value: Rational) => (toNumber(value) - min) / (max - min);
  const placeAt = ({ clientX, clientY }: Press): EditedPoint => {
    const { left, top, width, height } = (box.current as HTMLDivElement).getBoundingClientRect();
    const { x, y } = view;
    return [
      snapped(x, x.min + ((clientX - left) / width) * (x.max - x.min)),
      snapped(y, y.max - ((clientY - top) / height) * (y.max - y.min)),
    ];
  };
  /** The nearest point in reach, else -1. */
  const near = (press: Press): number => {
    const { left, top, width, height } = (box.current as HTMLDivElement).getBoundingClientRect();
    const distances = rows.map(([x, y]) =>
      Math.hypot(
        left + width * share(view.x, x as Rational) - press.clientX,
        top + height * (1 - share(view.y, y as Rational)) - press.clientY,
      ),
    );
    const nearest = distances.reduce((best, distance, i) => (distance < (distances[best] as number) ? i : best), 0);
    return (distances[nearest] as number) <= REACH ? nearest : -1;
  };
  const put = (index: number, point: EditedPoint) => onRows(movedPoint(rows, index, point));
  const addAt = (point: EditedPoint) => {
    const more = withPoint(rows, point);
    if (more === rows) return;
    onRows(more);
    onPick(rows.length);
  };
  const onPointerDown = useDrag({
    onStart: (press) => {
      const index = near(press);
      dragged.current = index === -1 ? rows.length : index;
      setHeld({ view, before: rows });
      if (index === -1) addAt(placeAt(press));
      else onPick(index);
    },
    onMove: ({ event }) => dragged.current < rows.length && put(dragged.current, placeAt(event)),
    onEnd: () => setHeld(null),
    onCancel: () => {
      if (held) onRows(held.before);
      setHeld(null);
    },
    onTap: (event) => {
      const index = near(event);
      if (index === -1) addAt(placeAt(event));
      else onPick(index);
    },
  });
  return (
    // The points in it are the controls.
    <div ref={box} className="fit-points" role="group" aria-label={words.plot} onPointerDown={onPointerDown}>
      {rows.map((row, i) => (
        <Handle
          key={i}
          name={words.point(i + 1, numberText(row[0] as Rational), numberText(row[1] as Rational))}
          left={share(view.x, row[0] as Rational)}
          top={1 - share(view.y, row[1] as Rational)}
          isPicked={i === picked}
          onKey={(key, times) => {
            const [x, y] = row as unknown as EditedPoint;
            const way = WAYS[key];
            if (way) {
              const by = (axis: EditAxis, steps: number) => multiply(axis.step, rational(steps * times));
              put(i, [add(x, by(view.x, way[0])), add(y, by(view.y, way[1]))]);
            } else if (key === 'Delete' || key === 'Backspace') onRows(withoutPoint(rows, i));
            else if (key === 'Insert' || key === 'Enter') addAt([add(x, multiply(view.x.step, rational(2))), y]);
            else if (key === 'PageDown' || key === 'PageUp') {
              onPick((i + rows.length + (key === 'PageDown' ? 1 : -1)) % rows.length);
            } else return false;
            return true;
          }}
        />
      ))}
    </div>
  );
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface HandleProps {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly isPicked: boolean;
  /** False: it means nothing. */
  readonly onKey: (key: string, times: number) => boolean;
}

/** The picked one is the stop of the Tab key; a point that becomes picked while another has the focus takes it over. */
function Handle({ name, left, top, isPicked, onKey }: HandleProps) {
  const focusWhenPicked = (button: HTMLButtonElement | null) => {
    const isAmong = document.activeElement?.classList.contains('fit-handle') ?? false;
    if (isPicked && isAmong && document.activeElement !== button) button?.focus();
  };
  return (
    <button
      ref={focusWhenPicked}
      type="button"
      className="fit-handle"
      tabIndex={isPicked ? 0 : -1}
      aria-label={name}
      aria-roledescription={words.role}
      style={{ '--x': left, '--y': top } as CSSProperties}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (onKey(event.key, event.shiftKey ? 10 : 1)) event.preventDefault();
      }}
    />
  );
}

function PointTable({ rows, onRows }: PointsPanelProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const set = (index: number, column: 0 | 1, text: string) => {
    const typed = parseTypedNumber(text);
    setProblem(typed.ok ? null : typedNumberSentence(typed.error));
    if (!typed.ok) return;
    const [x, y] = rows[index] as unknown as EditedPoint;
    onRows(movedPoint(rows, index, column === 0 ? [typed.value, y] : [x, typed.value]));
  };
  return (
    <div>
      <div className="fit-point-table" role="group" aria-label={words.table}>
        {rows.map((row, i) => (
          <div key={i} className="fit-point-row">
            <Cell name={words.cell('x', i + 1)} value={row[0] as Rational} onType={(text) => set(i, 0, text)} />
            <Cell name={words.cell('y', i + 1)} value={row[1] as Rational} onType={(text) => set(i, 1, text)} />
            <button
              type="button"
              className="button is-small is-icon"
              aria-label={words.remove(i + 1)}
              aria-disabled={rows.length === 1 || undefined}
              onClick={() => onRows(withoutPoint(rows, i))}
            >
              ×
            </button>
          </div>
        ))}
      </div>
      <div className="screen-only flow">
        <button
          type="button"
          className="button is-small"
          aria-disabled={rows.length === MOST_POINTS || undefined}
          onClick={() => onRows(withPoint(rows, rows.at(-1) as unknown as EditedPoint))}
        >
          {words.add}
        </button>
        <span role="status">{problem ?? words.count(rows.length)}</span>
      </div>
    </div>
  );
}

interface CellProps {
  readonly name: string;
  readonly value: Rational;
  readonly onType: (text: string) => void;
}

/** Typed text is taken when it is left, or with Enter; Escape takes it back. */
function Cell({ name, value, onType }: CellProps) {
  const [text, setText] = useState<string | null>(null);
  const take = () => {
    if (text !== null && text !== numberText(value)) onType(text);
    setText(null);
  };
  return (
    <input
      className="field"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={name}
      value={text ?? numberText(value)}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        else if (event.key === 'Escape') setText(null);
      }}
    />
  );
}
