/** Contour lines as they are drawn: in px, with one label for each level. */
import { toNumber, type Rational } from '../number/rational.ts';
import { contours, sampledContour } from './contour.ts';
import { place } from './facet.ts';
import { MESH_SIDE } from './mesh.ts';
import { project, type Projection } from './projection.ts';
import type { SheetModel } from './sheet-model.ts';

export interface ContourLine {
  readonly level: number;
  /** x and y of one end, then of the other, in model units. */
  readonly ends: readonly number[];
}

/** Exact where the sheet is. */
export function contourLines({ surface, heights, ground }: SheetModel, levels: readonly Rational[]): ContourLine[] {
  if (heights) {
    return levels.map((level) => ({
      level: toNumber(level),
      ends: sampledContour(heights, MESH_SIDE + 1, ground, toNumber(level)),
    }));
  }
  const found = contours(surface, levels);
  return levels.map((level) => ({
    level: toNumber(level),
    ends: found.filter((line) => line.level === level).flatMap(({ from, to }) => [...place(from), ...place(to)]),
  }));
}

export interface DrawnContour {
  readonly level: number;
  /** px, as in `ends`. */
  readonly lines: readonly number[];
  /** Where the level is written, px; null where there is no room. */
  readonly label: readonly [number, number] | null;
}

/** How much a segment near the border counts. */
const BORDER = 0.01;
const MARGIN = 0.06;

function isInside({ ground }: Projection, ends: readonly number[], k: number): boolean {
  const [ax = 0, ay = 0, bx = 0, by = 0] = ends.slice(k, k + 4);
  const u = ((ax + bx) / 2 - ground.xMin) / (ground.xMax - ground.xMin);
  const v = ((ay + by) / 2 - ground.yMin) / (ground.yMax - ground.yMin);
  return Math.min(u, 1 - u, v, 1 - v) > MARGIN;
}

/** px between two labels. */
const APART = 30;

/** As seen by `projection`. Each label is at the middle of the longest segment that is not near another label. */
export function drawContours(lines: readonly ContourLine[], projection: Projection): DrawnContour[] {
  const taken: (readonly [number, number])[] = [];
  return lines.map(({ level, ends }) => {
    const drawn: number[] = [];
    for (let k = 0; k < ends.length; k += 2) {
      drawn.push(...project(projection, ends[k] as number, ends[k + 1] as number, level));
    }
    let best: { readonly length: number; readonly at: readonly [number, number] } | null = null;
    for (let k = 0; k < drawn.length; k += 4) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = drawn.slice(k, k + 4);
      const at = [(ax + bx) / 2, (ay + by) / 2] as const;
      // At the border a label would stick out: such a place is taken only if there is no other.
      const length = Math.hypot(bx - ax, by - ay) * (isInside(projection, ends, k) ? 1 : BORDER);
      if (best && length <= best.length) continue;
      if (taken.every(([x, y]) => Math.hypot(x - at[0], y - at[1]) >= APART)) best = { length, at };
    }
    if (best) taken.push(best.at);
    return { level, lines: drawn, label: best?.at ?? null };
  });
}
