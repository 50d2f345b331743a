/** The curve of an edge: it leaves and arrives level, as a cubic whose control points share the middle x. px. */
import { curveBumpX } from 'd3-shape';
import { pathData } from './path-data.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Link {
  readonly from: Point;
  readonly to: Point;
}

/** As an SVG path, the one of D3's `linkHorizontal`. */
export function linkPath({ from, to }: Link): string {
  return pathData(curveBumpX, [
    [from.x, from.y],
    [to.x, to.y],
  ]);
}

/** The link as a curve: t = 0 is where it leaves its unit, t = 1 where it arrives. px. */
export function curveOf(link: Link): (t: number) => Point {
  return (t) => pointOnLink(link, t);
}

/** The point at parameter t from 0 to 1 of the curve that `linkPath` draws. D3 has no points on curves. */
export function pointOnLink({ from, to }: Link, t: number): Point {
  const middle = (from.x + to.x) / 2;
  const s = 1 - t;
  // Bernstein polynomials; in y the two middle ones fall on the ends: 3t² - 2t³.
  const rise = t * t * (3 - 2 * t);
  return {
    x: s * s * s * from.x + 3 * s * t * middle + t * t * t * to.x,
    y: from.y + rise * (to.y - from.y),
  };
}
