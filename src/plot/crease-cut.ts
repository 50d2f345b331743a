/**
 * A sampled sheet cut along the kinks of its nodes, so that a crease between two smooth parts is a line, and a face lies on
 * one side of it. A mesh knows no kinks: its triangles straddle them, and the crease looks like the edge of a saw.
 */
import { extent, mean } from 'd3-array';
import { LEAST_JUMP, crossing, slopeJump } from './kink.ts';
import type { Sampler } from './sample.ts';
import { EdgeList, type Edge, type Face, type Rectangle, type Surface } from './surface.ts';

/** With more faces than this nothing is cut any further. */
const MOST_FACES = 4000;
/** A cut so near to a corner, as a part of the edge, goes through it. */
const AT_CORNER = 1e-4;

/**
 * `surface`: of triangles. Comes back with each triangle on one side of every kink, up to the bend of a curved crease
 * within it, and with the edges marked on which the slope jumps.
 */
export function cutAlongKinks(surface: Surface, sampler: Sampler, ground: Rectangle): Surface {
  const [xs, ys, zs] = [[...surface.xs], [...surface.ys], [...surface.zs]];
  const place = (v: number): [number, number] => [xs[v] as number, ys[v] as number];
  const above = xs.map((_, v) => sampler.aboveKinks(place(v)));
  const kinks = above[0]?.length ?? 0;
  if (kinks === 0) return surface;

  const vertexAt = (p: number, q: number, share: number): number => {
    const [[px, py], [qx, qy]] = [place(p), place(q)];
    const at: [number, number] = [px + share * (qx - px), py + share * (qy - py)];
    xs.push(at[0]);
    ys.push(at[1]);
    zs.push(sampler.value(at));
    above.push(sampler.aboveKinks(at));
    return xs.length - 1;
  };
  const isAbove = (v: number, kink: number) => (above[v]?.[kink] as number) > 0;
  let triangles: readonly (readonly number[])[] = surface.faces.map(({ corners }) => corners);
  for (let kink = 0; kink < kinks && triangles.length <= MOST_FACES; kink++) {
    const cuts = new Map<string, number>();
    /** Where the kink crosses an edge: the same vertex for the faces on both sides of the edge. */
    const cut = (a: number, b: number): number => {
      const [p, q] = a < b ? [a, b] : [b, a];
      const key = `${p} ${q}`;
      const known = cuts.get(key);
      if (known !== undefined) return known;
      const [[px, py], [qx, qy]] = [place(p), place(q)];
      const share = crossing(
        (t) => sampler.aboveKinks([px + t * (qx - px), py + t * (qy - py)])[kink] as number,
        isAbove(p, kink),
      );
      const vertex = share < AT_CORNER ? p : share > 1 - AT_CORNER ? q : vertexAt(p, q, share);
      cuts.set(key, vertex);
      return vertex;
    };
    triangles = triangles.flatMap((corners) => {
      // Either one corner is alone on its side of the kink, or all three are on one side.
      const alone = corners.findIndex((v, k) =>
        [1, 2].every((step) => isAbove(corners[(k + step) % 3] as number, kink) !== isAbove(v, kink)),
      );
      if (alone < 0) return [corners];
      const [a, b, c] = [0, 1, 2].map((step) => corners[(alone + step) % 3]) as [number, number, number];
      const [ab, ca] = [cut(a, b), cut(c, a)];
      return [
        [a, ab, ca],
        [ab, b, c],
        [ab, c, ca],
      ].filter((triangle) => new Set(triangle).size === 3);
    });
  }

  const list = new EdgeList(xs.length);
  const faces = triangles.map((corners, face): Face => {
    list.addFace(face, corners);
    const middle = (values: readonly number[]) => mean(corners, (v) => values[v]) as number;
    return { corners, pattern: sampler.pattern([middle(xs), middle(ys)]), region: 0 };
  });
  const [low = 0, high = 0] = extent(zs);
  const range = high - low;
  const isCrease = ({ from, to, left, right }: Edge) =>
    right >= 0 &&
    faces[left]?.pattern !== faces[right]?.pattern &&
    Math.abs(jumpAcross(sampler, ground, place(from), place(to))) > LEAST_JUMP * range;
  return {
    ...surface,
    xs: Float64Array.from(xs),
    ys: Float64Array.from(ys),
    zs: Float64Array.from(zs),
    faces,
    edges: list.edges(() => false).map((edge) => ({ ...edge, crease: isCrease(edge) })),
  };
}

/** By how much the slope across an edge jumps in its middle; the window counts as a square of side 1. */
function jumpAcross(
  { value }: Sampler,
  { xMin, xMax, yMin, yMax }: Rectangle,
  [px, py]: readonly [number, number],
  [qx, qy]: readonly [number, number],
): number {
  const [width, height] = [xMax - xMin, yMax - yMin];
  const [u, v] = [(qx - px) / width, (qy - py) / height];
  const length = Math.hypot(u, v);
  const [nx, ny] = [(-v / length) * width, (u / length) * height];
  const [x, y] = [(px + qx) / 2, (py + qy) / 2];
  return slopeJump((shift) => value([x + shift * nx, y + shift * ny]));
}
