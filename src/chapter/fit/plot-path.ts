/** Points of a plot in the square that it is drawn in; its box stretches the square. */
import { line as straightLine } from 'd3-shape';
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
  return [whole((SIZE * (px - x.min)) / (x.max - x.min)), whole((SIZE * (y.max - py)) / (y.max - y.min))];
}

/** Far outside a path need not go: browsers lose their way there. */
function whole(value: number): number {
  return Math.round(Math.max(-10 * SIZE, Math.min(11 * SIZE, value))) + 0;
}

/** A share of a box, for a style. */
export function percent(share: number): string {
  return `${Math.round(1e4 * share) / 100}%`;
}

/** The same line without points that it passes within `room` of (Douglas and Peucker). */
export function thinned(points: readonly Point[], room: number): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 3 || !first || !last) return points;
  const slope = (last[1] - first[1]) / (last[0] - first[0] || 1);
  const gaps = points.map(([x, y]) => Math.abs(y - first[1] - slope * (x - first[0])));
  const largest = gaps.reduce((best, gap, i) => (gap > (gaps[best] as number) ? i : best), 0);
  if ((gaps[largest] as number) <= room) return [first, last];
  return [...thinned(points.slice(0, largest + 1), room).slice(0, -1), ...thinned(points.slice(largest), room)];
}
