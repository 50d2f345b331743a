/** The light grid that follows the folds: lines of a constant input, cut at the edges of each face. */
import type { Surface } from './surface.ts';

/** For each face its grid segments, six doubles each: x, y, z of one end, then of the other. Model units. */
export function gridLines(surface: Surface, xTicks: readonly number[], yTicks: readonly number[]): Float64Array[] {
  return surface.faces.map((_, face) => {
    const segments: number[] = [];
    for (const tick of xTicks) cut(surface, face, surface.xs, tick, segments);
    for (const tick of yTicks) cut(surface, face, surface.ys, tick, segments);
    return Float64Array.from(segments);
  });
}

/** Adds the segment of a face on which the coordinate `along` is `value`; none where the face only touches the line. */
function cut(surface: Surface, face: number, along: Float64Array, value: number, segments: number[]): void {
  const corners = surface.faces[face]?.corners ?? [];
  const ends: number[] = [];
  for (let k = 0; k < corners.length; k++) {
    const p = corners[k] as number;
    const q = corners[(k + 1) % corners.length] as number;
    const before = (along[p] as number) - value;
    const after = (along[q] as number) - value;
    // An edge on the line is drawn with the faces on both sides: either may be painted over the other's.
    if (before === 0 && after === 0) {
      segments.push(
        ...[p, q].flatMap((v) => [surface.xs[v] as number, surface.ys[v] as number, surface.zs[v] as number]),
      );
      return;
    }
    // Half open, so that a line through a corner meets one of its two edges.
    if (before < 0 === after < 0) continue;
    const share = before / (before - after);
    for (const values of [surface.xs, surface.ys, surface.zs]) {
      const from = values[p] as number;
      ends.push(from + share * ((values[q] as number) - from));
    }
  }
  if (ends.length === 6) segments.push(...ends);
}
