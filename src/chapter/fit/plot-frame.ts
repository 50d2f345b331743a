/** What part of the plane a plot shows of its data, with some room around, and its ticks. */
import { scaleLinear } from 'd3-scale';
import { toNumber, type Rational } from '../../number/rational.ts';
import type { FitData } from './fit-data.ts';

export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

export interface PlotFrame {
  readonly x: Axis;
  readonly y: Axis;
  /** Of the data's output, for shades. */
  readonly value: { readonly min: number; readonly max: number };
}

/** As a share of the data's range, on each side. */
const ROOM = { across: 0.06, up: 0.22 };
const TICKS = 4;

/** One input: x and the output. Two: both inputs. More: the output, and what is predicted of it. */
export function frameOf({ inputs, rows }: FitData): PlotFrame {
  const column = (i: number): number[] => rows.map((row) => toNumber(row.at(i) as Rational));
  const values = column(-1);
  const value = { min: Math.min(...values), max: Math.max(...values) };
  const across = inputs.length > 2 ? values : column(0);
  const up = inputs.length === 2 ? axisOf(column(1), ROOM.across) : axisOf(values, ROOM.up);
  return { x: axisOf(across, ROOM.across), y: up, value };
}

function axisOf(values: readonly number[], share: number): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = share * (high - low || 1);
  const [min, max] = [low - room, high + room];
  return { min, max, ticks: scaleLinear([min, max], [0, 1]).ticks(TICKS) };
}
