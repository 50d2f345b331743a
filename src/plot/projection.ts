/**
 * From model units to px, and back. The ground rectangle becomes a rectangle of sides `aspect` and 1 around 0, heights go
 * from -rise/2 to rise/2; then an orthographic camera that turns by `yaw` about the vertical and looks down by `pitch`.
 */
import { extent } from 'd3-array';
import type { Rectangle } from './surface.ts';

export interface Turn {
  /** Radians. 0: the first input to the right, the second away from the viewer. */
  readonly yaw: number;
  /** Radians above the horizon: pi/2 is from above. */
  readonly pitch: number;
}

export interface Projection extends Turn {
  readonly ground: Rectangle;
  readonly zMin: number;
  readonly zMax: number;
  /** Length of the first input's side, where the second input's is 1. */
  readonly aspect: number;
  /** Height of the model, in the same unit. */
  readonly rise: number;
  /** px per unit. */
  readonly scale: number;
  /** Where the middle of the model is, px; y downwards. */
  readonly centre: readonly [number, number];
}

export const FROM_ABOVE: Turn = { yaw: 0, pitch: Math.PI / 2 };

/** (x, y, z) in model units to px. */
export function project(p: Projection, x: number, y: number, z: number): [number, number] {
  const u = ((x - p.ground.xMin) / (p.ground.xMax - p.ground.xMin) - 0.5) * p.aspect;
  const v = (y - p.ground.yMin) / (p.ground.yMax - p.ground.yMin) - 0.5;
  const w = ((z - p.zMin) / (p.zMax - p.zMin) - 0.5) * p.rise;
  const right = u * Math.cos(p.yaw) - v * Math.sin(p.yaw);
  const away = u * Math.sin(p.yaw) + v * Math.cos(p.yaw);
  return [p.centre[0] + p.scale * right, p.centre[1] - p.scale * (w * Math.cos(p.pitch) + away * Math.sin(p.pitch))];
}

/** The point at height z that is seen at (px, py): the inverse of `project` on a horizontal plane. */
export function unprojectAt(p: Projection, px: number, py: number, z: number): [number, number] {
  const w = ((z - p.zMin) / (p.zMax - p.zMin) - 0.5) * p.rise;
  const right = (px - p.centre[0]) / p.scale;
  const away = ((p.centre[1] - py) / p.scale - w * Math.cos(p.pitch)) / Math.sin(p.pitch);
  const u = right * Math.cos(p.yaw) + away * Math.sin(p.yaw);
  const v = away * Math.cos(p.yaw) - right * Math.sin(p.yaw);
  return [
    p.ground.xMin + (u / p.aspect + 0.5) * (p.ground.xMax - p.ground.xMin),
    p.ground.yMin + (v + 0.5) * (p.ground.yMax - p.ground.yMin),
  ];
}

/** Direction along the ground from the sheet towards the viewer, in model units. */
export function towardsViewer({ yaw, ground, aspect }: Projection): [number, number] {
  return [(-Math.sin(yaw) / aspect) * (ground.xMax - ground.xMin), -Math.cos(yaw) * (ground.yMax - ground.yMin)];
}

/** What of the model must fit: the least and greatest px of the points, for a camera of scale 1 at 0. */
export function boundsOf(
  p: Projection,
  points: Iterable<readonly [number, number, number]>,
): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
  const plain: Projection = { ...p, scale: 1, centre: [0, 0] };
  const places = Array.from(points, (point) => project(plain, ...point));
  const [left = 0, right = 0] = extent(places, ([x]) => x);
  const [top = 0, bottom = 0] = extent(places, ([, y]) => y);
  return { left, right, top, bottom };
}
