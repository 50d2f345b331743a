/**
 * A small picture with axes, to scale. Curves are an SVG that stretches with its box; words and points are HTML over it, so
 * that they keep their size on every screen.
 */
import { ticks } from 'd3-array';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { rational, toNumber, type Rational } from '../number/rational.ts';
import { useDrag } from '../controls/drag.ts';
import { slideByKey, snap, within } from '../controls/number-step.ts';
import { saidNumber } from '../controls/said-number.ts';
import { useTakeBack } from '../controls/use-take-back.ts';
import { numberText } from '#words/number.ts';
import { percentScale } from './percent-scale.ts';

/** What is shown, from and to. */
export interface View {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** To per cent of the box, y pointing up. */
export function scalesOf({ x, y }: View) {
  return { across: percentScale(x), down: percentScale(y, [100, 0]) };
}

export interface PlotBoxProps {
  readonly view: View;
  readonly xName: string;
  readonly yName: string;
  /** Paths, in per cent of the box. */
  readonly curves: ReactNode;
  /** HTML over them. */
  readonly children: ReactNode;
}

export function PlotBox({ view, xName, yName, curves, children }: PlotBoxProps) {
  const { across, down } = scalesOf(view);
  const inside = ([from, to]: readonly [number, number]) =>
    ticks(from, to, 4).filter((tick) => tick !== 0 && tick > from && tick < to);
  return (
    <div className="plate plot plot-box">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path className="axis" d={`M0 ${down(0)}H100M${across(0)} 0V100`} />
        {curves}
      </svg>
      <svg className="plot-numbers" aria-hidden="true">
        {inside(view.x).map((tick) => (
          <text className="is-x" key={`x${tick}`} x={`${across(tick)}%`} y={`${down(0)}%`}>
            {numberText(snap(tick))}
          </text>
        ))}
        {inside(view.y).map((tick) => (
          <text className="is-y" key={`y${tick}`} x={`${across(0)}%`} y={`${down(tick)}%`}>
            {numberText(snap(tick))}
          </text>
        ))}
        <text className="plot-name is-x" x="100%" y={`${down(0)}%`}>
          {xName}
        </text>
        <text className="plot-name is-y" x={`${across(0)}%`} y="0">
          {yName}
        </text>
      </svg>
      {children}
    </div>
  );
}

export function placeIn(view: View, x: number, y: number) {
  const { across, down } = scalesOf(view);
  return { left: `${across(x)}%`, top: `${down(y)}%` };
}

export interface PlotHandleProps {
  readonly view: View;
  readonly name: string;
  readonly x: Rational;
  readonly y: number;
  /** It moves from here to there, along x. */
  readonly from: number;
  readonly to: number;
  readonly onMove: (x: Rational) => void;
}

/** A point that is moved sideways, by pointer and by keys. */
export function PlotHandle({ view, name, x, y, from, to, onMove }: PlotHandleProps) {
  const [low, high] = [rational(from), rational(to)];
  const said = saidNumber(x);
  const handle = useRef<HTMLSpanElement>(null);
  const { begin, cancel } = useTakeBack(x, onMove);
  const drag = useDrag({
    onStart: begin,
    onMove: ({ event }) => {
      const box = handle.current?.parentElement?.getBoundingClientRect();
      if (!box || box.width === 0) return;
      const wanted = snap(scalesOf(view).across.invert((100 * (event.clientX - box.left)) / box.width));
      onMove(within(wanted, low, high));
    },
    onCancel: cancel,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = slideByKey(x, event, low, high);
    if (!next) return;
    onMove(next);
    event.preventDefault();
  };
  return (
    <span
      ref={handle}
      className="plot-dot plot-handle"
      style={placeIn(view, toNumber(x), y)}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={said.now}
      aria-valuetext={said.text}
      onKeyDown={onKeyDown}
      onPointerDown={drag}
    />
  );
}
