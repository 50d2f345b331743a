/** Contour lines of an exact sheet: on a flat facet they are straight, and their ends are rational points. */
import { add, compare, divide, equal, multiply, subtract, toNumber, type Rational } from '../algebra/rational.ts';
import { exactVertex } from './facet.ts';
import type { Surface } from './surface.ts';

export type ExactPoint = readonly [Rational, Rational];

export interface Contour {
  readonly level: Rational;
  readonly face: number;
  readonly from: ExactPoint;
  readonly to: ExactPoint;
}

/**
 * Where the sheet is exactly at one of the levels: a segment for each facet that is strictly above and below on parts of
 * it, or that has an edge at the level. A facet that is level itself has no contour line.
 */
export function contours(surface: Surface, levels: readonly Rational[]): Contour[] {
  return surface.faces.flatMap(({ corners }, face) => {
    const points = corners.map((vertex) => exactVertex(surface, face, vertex));
    // Heights in doubles are rounded once each, so they are ordered as the exact ones or equal to their neighbours.
    const heights = corners.map((vertex) => surface.zs[vertex] as number);
    const low = Math.min(...heights);
    const high = Math.max(...heights);
    return levels.flatMap((level): Contour[] => {
      const at = toNumber(level);
      if (at < low || at > high) return [];
      const ends = crossings(points, level);
      const [from, to] = ends;
      return ends.length === 2 && from && to ? [{ level, face, from, to }] : [];
    });
  });
}

function crossings(points: readonly (readonly [Rational, Rational, Rational])[], level: Rational): ExactPoint[] {
  const ends: ExactPoint[] = [];
  points.forEach((p, k) => {
    const q = points[(k + 1) % points.length] as typeof p;
    const side = compare(p[2], level);
    if (side === 0) ends.push([p[0], p[1]]);
    else if (side === -compare(q[2], level)) {
      const share = divide(subtract(level, p[2]), subtract(q[2], p[2]));
      ends.push([between(p[0], q[0], share), between(p[1], q[1], share)]);
    }
  });
  return ends;
}

function between(p: Rational, q: Rational, share: Rational): Rational {
  return equal(p, q) ? p : add(p, multiply(share, subtract(q, p)));
}
