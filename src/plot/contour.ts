/** Contour lines of an exact sheet: on a flat facet they are straight, and their ends are rational points. */
import { extent } from 'd3-array';
import { combine, crossing, dot, integerVector, type IntegerVector } from '../algebra/integer-vector.ts';
import { toNumber, type Rational } from '../number/rational.ts';
import type { Rectangle, Surface } from './surface.ts';

export interface Contour {
  readonly level: Rational;
  readonly face: number;
  /** The ends as rays: (x, y, t) is the point (x/t, y/t), in coprime integers. */
  readonly from: IntegerVector;
  readonly to: IntegerVector;
}

const ONE = integerVector([0n, 0n, 1n]);

/**
 * Where the sheet is exactly at one of the levels: a segment for each facet that is strictly above and below on parts of
 * it, or that has an edge at the level. A facet that is level itself has no contour line. None for a sampled mesh.
 */
export function contours({ exact, faces, zs }: Surface, levels: readonly Rational[]): Contour[] {
  if (!exact) return [];
  return faces.flatMap(({ corners }, face) => {
    // Heights are rounded once each, and so is the level: rounding keeps their order, or makes them equal.
    const [low = Infinity, high = -Infinity] = extent(corners, (vertex) => zs[vertex]);
    const rays = corners.map((vertex) => exact.rays[vertex] as IntegerVector);
    const output = exact.outputs[face] as IntegerVector;
    return levels.flatMap((level): Contour[] => {
      const at = toNumber(level);
      if (at < low || at > high) return [];
      // d (output - scale level): as a row over (x, y, t) it has the sign of the height above the level.
      const above = combine(integerVector([level.d, -level.n * exact.scale]), [output, ONE], 3);
      const [from, to, ...more] = ends(rays, above);
      return from && to && more.length === 0 ? [{ level, face, from, to }] : [];
    });
  });
}

/** Where a row is 0 on the border of a polygon: at corners and between them. */
function ends(rays: readonly IntegerVector[], row: IntegerVector): IntegerVector[] {
  const values = rays.map((ray) => dot(row, ray));
  return rays.flatMap((p, k) => {
    const next = (k + 1) % rays.length;
    const [hp, hq] = [values[k] as number, values[next] as number];
    if (hp === 0) return [p];
    return Math.sign(hp) === -Math.sign(hq) ? [crossing(row, p, hp, rays[next] as IntegerVector, hq)] : [];
  });
}

/**
 * Where a function is at a level, from its heights on a square grid (row by row, `points` to a row): segments as x, y of
 * one end and of the other. Each cell of the grid is cut into two triangles, which leaves no doubtful case.
 */
export function sampledContour(heights: Float64Array, points: number, ground: Rectangle, level: number): number[] {
  const found: number[] = [];
  const x = (k: number) => ground.xMin + ((ground.xMax - ground.xMin) * (k % points)) / (points - 1);
  const y = (k: number) => ground.yMin + ((ground.yMax - ground.yMin) * Math.floor(k / points)) / (points - 1);
  const cross = (p: number, q: number) => {
    const before = (heights[p] as number) - level;
    const after = (heights[q] as number) - level;
    if (before < 0 === after < 0) return;
    const share = before / (before - after);
    found.push(x(p) + share * (x(q) - x(p)), y(p) + share * (y(q) - y(p)));
  };
  for (let j = 0; j + 1 < points; j++) {
    for (let i = 0; i + 1 < points; i++) {
      const [a, b, c, d] = [j * points + i, j * points + i + 1, (j + 1) * points + i + 1, (j + 1) * points + i];
      for (const [p, q, r] of [
        [a, b, c],
        [a, c, d],
      ] as const) {
        cross(p, q);
        cross(q, r);
        cross(r, p);
      }
    }
  }
  return found;
}
