/** Which face is under the pointer, and where on it. */
import type { Surface } from './surface.ts';

export interface Hit {
  readonly face: number;
  /** Ground coordinates, model units. */
  readonly x: number;
  readonly y: number;
}

/**
 * The nearest face at (px, py), or null beside the sheet. `screen`: px of each vertex, x and y in turn. `order`: faces
 * from the farthest to the nearest. Faces are linear, so the place on them follows from barycentric coordinates in px.
 */
export function hitTest(
  surface: Surface,
  screen: Float64Array,
  order: readonly number[],
  px: number,
  py: number,
): Hit | null {
  for (let i = order.length - 1; i >= 0; i--) {
    const face = order[i] as number;
    const corners = surface.faces[face]?.corners ?? [];
    for (let k = 1; k + 1 < corners.length; k++) {
      const [p, q, r] = [corners[0] as number, corners[k] as number, corners[k + 1] as number];
      const at = barycentric(screen, p, q, r, px, py);
      if (!at) continue;
      const mix = (values: Float64Array) =>
        at[0] * (values[p] as number) + at[1] * (values[q] as number) + at[2] * (values[r] as number);
      return { face, x: mix(surface.xs), y: mix(surface.ys) };
    }
  }
  return null;
}

/** Shares of three corners at a point of their triangle; null outside, or when the triangle is seen edge on. */
function barycentric(
  screen: Float64Array,
  p: number,
  q: number,
  r: number,
  px: number,
  py: number,
): readonly [number, number, number] | null {
  const x = (k: number) => screen[2 * k] as number;
  const y = (k: number) => screen[2 * k + 1] as number;
  const double = (x(q) - x(p)) * (y(r) - y(p)) - (x(r) - x(p)) * (y(q) - y(p));
  if (Math.abs(double) < 1e-9) return null;
  const forQ = ((px - x(p)) * (y(r) - y(p)) - (x(r) - x(p)) * (py - y(p))) / double;
  const forR = ((x(q) - x(p)) * (py - y(p)) - (px - x(p)) * (y(q) - y(p))) / double;
  const forP = 1 - forQ - forR;
  return forP < 0 || forQ < 0 || forR < 0 ? null : [forP, forQ, forR];
}
