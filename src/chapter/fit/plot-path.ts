/** Points of a plot in the square that it is drawn in; its box stretches the square. */
import { line as straightLine } from 'd3';
import type { Point } from './bent-line.ts';
import type { PlotFrame } from './plot-frame.ts';

/** Of the square. */
export const SIZE = 1000;

const drawn = straightLine();

/** A path through points of the model, in the square. */
export function pathOf(frame: PlotFrame, points: readonly Point[]): string {
  return drawn(points.map((point) => placeOf(frame, point))) ?? '';
}

export function placeOf({ x, y }: PlotFrame, [px, py]: Point): [number, number] {
  return [tenths((SIZE * (px - x.min)) / (x.max - x.min)), tenths((SIZE * (y.max - py)) / (y.max - y.min))];
}

/** Far outside a path need not go: browsers lose their way there. */
function tenths(value: number): number {
  return Math.round(10 * Math.max(-10 * SIZE, Math.min(11 * SIZE, value))) / 10 + 0;
}
