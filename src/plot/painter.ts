/**
 * The order in which faces are painted so that nearer ones cover farther ones.
 *
 * The faces tile a rectangle, and the surface is the graph of a function. A line of sight runs over the ground in one
 * direction and passes from face to face across edges (a generic one misses the corners). So it is enough that of each
 * two neighbours the farther one comes first; for convex tiles this has no cycles (translation order in the plane).
 */
import { mean, sort } from 'd3-array';
import type { Face, Surface } from './surface.ts';

/** Faces from the farthest to the nearest. `towards`: the direction along the ground to the viewer, model units. */
export function paintOrder({ xs, ys, faces, edges }: Surface, towards: readonly [number, number]): number[] {
  const after: number[][] = faces.map(() => []);
  const waits = new Int32Array(faces.length);
  for (const { from, to, left, right } of edges) {
    if (right < 0) continue;
    // The normal of the edge that points from the left face to the right one.
    const nx = (ys[to] as number) - (ys[from] as number);
    const ny = (xs[from] as number) - (xs[to] as number);
    const side = nx * towards[0] + ny * towards[1];
    if (side === 0) continue;
    const [far, near] = side > 0 ? [left, right] : [right, left];
    (after[far] as number[]).push(near);
    waits[near] = (waits[near] as number) + 1;
  }
  const order: number[] = [];
  const ready = faces.flatMap((_, k) => (waits[k] === 0 ? [k] : []));
  for (let k = ready.pop(); k !== undefined; k = ready.pop()) {
    order.push(k);
    for (const next of after[k] as number[]) {
      waits[next] = (waits[next] as number) - 1;
      if (waits[next] === 0) ready.push(next);
    }
  }
  // A cycle comes only from faces thinner than a rounding error. The faces that are left are ordered by their middles.
  if (order.length < faces.length) {
    const done = new Set(order);
    const depth = ({ corners }: Face) =>
      mean(corners, (k) => (xs[k] as number) * towards[0] + (ys[k] as number) * towards[1]);
    const rest = faces.map((face, k) => ({ k, depth: depth(face) })).filter(({ k }) => !done.has(k));
    order.push(...sort(rest, (face) => face.depth).map(({ k }) => k));
  }
  return order;
}
