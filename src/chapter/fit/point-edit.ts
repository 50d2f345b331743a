/** Points of the reader's own, changed one at a time: on a grid of short decimals, so that every point can be read. */
import { rational, multiply, toNumber, type Rational } from '../../number/rational.ts';
import { MOST_POINTS, type Rows } from './fit-data.ts';

export type EditedPoint = readonly [x: Rational, y: Rational];

/** What the plot shows while points are edited: it stays as it is during a drag. */
export interface EditWindow {
  readonly x: EditAxis;
  readonly y: EditAxis;
}

export interface EditAxis {
  readonly min: number;
  readonly max: number;
  /** Between two places of the grid. */
  readonly step: Rational;
}

/** On each side, as a share of what the points take. */
const ROOM = 0.25;

export function editWindow(rows: Rows): EditWindow {
  return {
    x: axisOf(rows.map((row) => toNumber(row[0] as Rational))),
    y: axisOf(rows.map((row) => toNumber(row[1] as Rational))),
  };
}

function axisOf(values: readonly number[]): EditAxis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = high - low || 2;
  const exponent = Math.floor(Math.log10(range));
  const power = exponent < 0 ? rational(1, 10n ** BigInt(-exponent)) : rational(10n ** BigInt(exponent));
  const room = high === low ? 1 : ROOM * range;
  return { min: low - room, max: high + room, step: multiply(power, rational(1, 20)) };
}

/** The place of the grid that is nearest, within the window. */
export function snapped({ min, max, step }: EditAxis, value: number): Rational {
  const unit = toNumber(step);
  const notch = Math.round(Math.max(min, Math.min(max, value)) / unit);
  return multiply(rational(notch), step);
}

export function movedPoint(rows: Rows, index: number, point: EditedPoint): Rows {
  return rows.map((row, i) => (i === index ? point : row));
}

/** The new point is the last one. Unchanged where there are as many as can be. */
export function withPoint(rows: Rows, point: EditedPoint): Rows {
  return rows.length < MOST_POINTS ? [...rows, point] : rows;
}

/** One point stays. */
export function withoutPoint(rows: Rows, index: number): Rows {
  return rows.length > 1 ? rows.filter((_, i) => i !== index) : rows;
}
