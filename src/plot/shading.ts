/** Light from the left and the back, so that faces of one colour can be told apart. */
import type { Rectangle, Surface } from './surface.ts';

/** Shades of grey: few, so that equal colours stay equal. */
export const SHADES = 12;
const LIGHT = [-0.45, 0.35, 0.82] as const;

/**
 * For each face a shade from 0 (turned to the light) to `SHADES`. Measured on the model as it is drawn: the ground a unit
 * square, heights `rise` in all.
 */
export function shades(
  { xs, ys, zs, faces }: Surface,
  ground: Rectangle,
  [zMin, zMax]: readonly [number, number],
  rise: number,
): number[] {
  const at = (vertex: number) => [
    (xs[vertex] as number) / (ground.xMax - ground.xMin),
    (ys[vertex] as number) / (ground.yMax - ground.yMin),
    ((zs[vertex] as number) / (zMax - zMin)) * rise,
  ];
  return faces.map(({ corners }) => {
    // Twice the area vector, summed over the fan: thin corners count for little.
    const normal = [0, 0, 0];
    const [px = 0, py = 0, pz = 0] = at(corners[0] as number);
    for (let k = 1; k + 1 < corners.length; k++) {
      const [qx = 0, qy = 0, qz = 0] = at(corners[k] as number);
      const [rx = 0, ry = 0, rz = 0] = at(corners[k + 1] as number);
      const [ax, ay, az, bx, by, bz] = [qx - px, qy - py, qz - pz, rx - px, ry - py, rz - pz];
      normal[0] = (normal[0] as number) + ay * bz - az * by;
      normal[1] = (normal[1] as number) + az * bx - ax * bz;
      normal[2] = (normal[2] as number) + ax * by - ay * bx;
    }
    const length = Math.hypot(...normal) || 1;
    const light = LIGHT.reduce((sum, part, k) => sum + part * (normal[k] as number), 0) / length / Math.hypot(...LIGHT);
    return Math.max(0, Math.min(SHADES, Math.round(SHADES * (1 - light))));
  });
}
