/** Where the camera stands so that the sheet fills the room that it has. */
import type { Projection, Turn } from './projection.ts';
import { project } from './projection.ts';
import type { Rectangle, Surface } from './surface.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
  /** Height of the bar of buttons at the bottom. */
  readonly bar: number;
}

/** Lower than this there is no room for a row of names beside the numbers, px. */
const LOW = 270;

export function isCompact({ height }: Room): boolean {
  return height < LOW;
}

/** px that are kept free for titles, numbers and names: seen from the side, and from above. */
const ASIDE = { top: 58, right: 30, bottom: 14, left: 44 };
const ABOVE = { top: 60, right: 26, bottom: 54, left: 62 };
const ASIDE_COMPACT = { top: 54, right: 24, bottom: 20, left: 40 };
const ABOVE_COMPACT = { top: 56, right: 24, bottom: 34, left: 48 };
/** From this pitch on the view changes gradually into the one from above, radians. */
const ALMOST = 1.2;

/** How much larger than what fits from all sides the sheet may be drawn where it fits. */
const BREATHE = 1.2;

/**
 * The scale depends little on the yaw, so the sheet does not seem to come nearer while it turns: seen from all sides a
 * point at distance r from the middle and at height w reaches w cos(pitch) ± r sin(pitch).
 */
export function fitProjection(
  room: Room,
  turn: Turn,
  ground: Rectangle,
  [zMin, zMax]: readonly [number, number],
  surface: Surface,
): Projection {
  const above = Math.max(0, Math.min(1, (turn.pitch - ALMOST) / (Math.PI / 2 - ALMOST)));
  const mix = (side: number, top: number) => side + above * (top - side);
  const [beside, over] = isCompact(room) ? [ASIDE_COMPACT, ABOVE_COMPACT] : [ASIDE, ABOVE];
  const inset = {
    top: mix(beside.top, over.top),
    right: mix(beside.right, over.right),
    bottom: room.bar + mix(beside.bottom, over.bottom),
    left: mix(beside.left, over.left),
  };
  const width = Math.max(80, room.width - inset.left - inset.right);
  const height = Math.max(60, room.height - inset.top - inset.bottom);
  const aspect = mix(Math.max(1, Math.min(1.45, (0.8 * width) / height)), Math.max(1, Math.min(1.9, width / height)));
  const rise = Math.max(0.34, Math.min(0.8, (0.78 * height) / width));
  const plain: Projection = { ...turn, ground, zMin, zMax, aspect, rise, scale: 1, centre: [0, 0] };

  const { xs, ys, zs } = surface;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let [highest, lowest, widest] = [-Infinity, Infinity, 0];
  const include = (x: number, y: number, z: number) => {
    const [px, py] = project(plain, x, y, z);
    left = Math.min(left, px);
    right = Math.max(right, px);
    top = Math.min(top, py);
    bottom = Math.max(bottom, py);
    const u = ((x - ground.xMin) / (ground.xMax - ground.xMin) - 0.5) * aspect;
    const v = (y - ground.yMin) / (ground.yMax - ground.yMin) - 0.5;
    const w = ((z - zMin) / (zMax - zMin) - 0.5) * rise;
    const r = Math.hypot(u, v);
    highest = Math.max(highest, w * Math.cos(turn.pitch) + r * Math.sin(turn.pitch));
    lowest = Math.min(lowest, w * Math.cos(turn.pitch) - r * Math.sin(turn.pitch));
    widest = Math.max(widest, r);
  };
  for (const x of [ground.xMin, ground.xMax]) for (const y of [ground.yMin, ground.yMax]) include(x, y, zMin);
  for (let k = 0; k < xs.length; k++) include(xs[k] as number, ys[k] as number, zs[k] as number);

  const turning = Math.min(width / (2 * widest), height / (highest - lowest));
  const resting = Math.min(width / (right - left), height / (bottom - top));
  const scale = Math.min(resting, mix(BREATHE * turning, resting));
  return {
    ...plain,
    scale,
    centre: [
      inset.left + width / 2 - (scale * (left + right)) / 2,
      inset.top + height / 2 - (scale * (top + bottom)) / 2,
    ],
  };
}
