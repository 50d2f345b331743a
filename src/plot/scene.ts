/** What is drawn of a surface from one point of view, in px, from the farthest face to the nearest. */
import { pathRound, type Path } from 'd3-path';
import { project, type Projection } from './projection.ts';
import type { Surface } from './surface.ts';

/** Lines are x, y of one end, then of the other, one after another. */
export interface FaceDrawing {
  readonly face: number;
  /** x and y of each corner. */
  readonly outline: readonly number[];
  readonly grid: readonly number[];
  readonly creases: readonly number[];
  readonly borders: readonly number[];
}

/** x and y in px of each vertex. */
export function screenOf({ xs, ys, zs }: Surface, projection: Projection): Float64Array {
  const screen = new Float64Array(2 * xs.length);
  for (let k = 0; k < xs.length; k++) {
    screen.set(project(projection, xs[k] as number, ys[k] as number, zs[k] as number), 2 * k);
  }
  return screen;
}

/** `grid`: as from `gridLines`, or null for none. */
export function sceneOf(
  surface: Surface,
  screen: Float64Array,
  order: readonly number[],
  grid: readonly Float64Array[] | null,
  projection: Projection,
): FaceDrawing[] {
  const rank = new Int32Array(surface.faces.length);
  order.forEach((face, k) => (rank[face] = k));
  const last = surface.exact ? null : lastRanks(surface, rank);
  const creases: number[][] = surface.faces.map(() => []);
  const borders: number[][] = surface.faces.map(() => []);
  for (const { from, to, left, right, crease } of surface.edges) {
    if (right >= 0 && !crease) continue;
    // With the nearer of its faces, so that this face does not cover half of the line. The faces of a mesh are so small
    // that those which only touch its ends would cover it, too.
    const nearer = right < 0 || (rank[left] as number) > (rank[right] as number) ? left : right;
    const owner = last ? (order[Math.max(last[from] as number, last[to] as number)] as number) : nearer;
    const lines = (right < 0 ? borders : creases)[owner] as number[];
    lines.push(...(corner(screen, from) as number[]), ...(corner(screen, to) as number[]));
  }
  return order.map((face) => ({
    face,
    outline: (surface.faces[face]?.corners ?? []).flatMap((vertex) => corner(screen, vertex)),
    grid: grid ? projectLines(projection, grid[face] as Float64Array) : [],
    creases: creases[face] as number[],
    borders: borders[face] as number[],
  }));
}

/** For each vertex the place in the order of the nearest of its faces. */
function lastRanks({ xs, faces }: Surface, rank: Int32Array): Int32Array {
  const last = new Int32Array(xs.length);
  faces.forEach(({ corners }, face) => {
    for (const v of corners) last[v] = Math.max(last[v] as number, rank[face] as number);
  });
  return last;
}

/** Ends of lines from model units (x, y, z) to px. */
function projectLines(projection: Projection, ends: Float64Array): number[] {
  const lines: number[] = [];
  for (let k = 0; k < ends.length; k += 3) {
    lines.push(...project(projection, ends[k] as number, ends[k + 1] as number, ends[k + 2] as number));
  }
  return lines;
}

function corner(screen: Float64Array, vertex: number): [number, number] {
  return [screen[2 * vertex] as number, screen[2 * vertex + 1] as number];
}

/** Draws on a canvas, or writes SVG path data: D3's path takes the same calls. */
type Pen = Pick<Path, 'moveTo' | 'lineTo' | 'closePath'>;

/** `points`: x and y of each corner. */
export function drawPolygon(pen: Pen, points: readonly number[]): void {
  pen.moveTo(points[0] ?? 0, points[1] ?? 0);
  for (let k = 2; k < points.length; k += 2) pen.lineTo(points[k] as number, points[k + 1] as number);
  pen.closePath();
}

/** Separate lines: x and y of one end, then of the other. */
export function drawLines(pen: Pen, ends: readonly number[]): void {
  for (let k = 0; k < ends.length; k += 4) {
    pen.moveTo(ends[k] as number, ends[k + 1] as number);
    pen.lineTo(ends[k + 2] as number, ends[k + 3] as number);
  }
}

/** SVG path data of what is drawn, to a tenth of a px. */
export function pathOf(draw: typeof drawLines, numbers: readonly number[]): string {
  const path = pathRound(1);
  draw(path, numbers);
  return path.toString();
}

/** To a tenth of a px: the prerendered page and every browser write the same attribute. */
export function tenth(px: number): number {
  return Math.round(10 * px) / 10;
}
