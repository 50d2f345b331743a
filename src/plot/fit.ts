/** Where the camera stands so that the sheet fills the room that it has. */
import { interpolateNumber } from 'd3-interpolate';
import { NARROW_SHEET } from '../styles/sizes.ts';
import { boundsOf, type Projection, type Turn } from './projection.ts';
import type { Rectangle } from './surface.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
  /** Height of the title and the caption, and of the bar of buttons, where they lie over the picture. */
  readonly head: number;
  readonly bar: number;
}

/** What is over a picture, or stands above and below a narrow one (`NARROW_SHEET`), px. */
const HEAD = 36;
/** The names of the axes reach into the bar; where it stands below they need a row of their own, px. */
const NAMES = 18;

export function roomOf({ width, height }: { readonly width: number; readonly height: number }, bar: number): Room {
  return width > NARROW_SHEET ? { width, height, head: HEAD, bar } : { width, height, head: 0, bar: NAMES };
}

/** Lower than this there is no room for a row of names beside the numbers, px. */
const LOW = 234;

/** Too low for names beside the numbers. */
export function isCompact({ height, head }: Room): boolean {
  return height - head < LOW;
}

/** px that are kept free for numbers and names: seen from the side, and from above. */
const ASIDE = { top: 20, right: 30, bottom: 20, left: 44 };
const ABOVE = { top: 24, right: 26, bottom: 54, left: 62 };
const ASIDE_COMPACT = { top: 14, right: 24, bottom: 16, left: 40 };
const ABOVE_COMPACT = { top: 20, right: 24, bottom: 34, left: 48 };
/** From this pitch on the view changes gradually into the one from above, radians. */
const ALMOST = 1.2;

/** How much larger than what fits from all sides the sheet may be drawn where it fits. */
const BREATHE = 1.2;

/** Few sheets reach the top of the box at its farthest corner: this part of its height has to fit. */
const FULL = 0.84;

/**
 * The whole box fits: floor and heights, whatever sheet is in it, so that a sheet which is being bent does not move the
 * camera. The scale depends little on the yaw, so that nothing seems to come nearer while it turns: from all sides a point
 * at distance r from the middle and at height w reaches w cos(pitch) ± r sin(pitch).
 */
export function fitProjection(
  room: Room,
  turn: Turn,
  ground: Rectangle,
  [zMin, zMax]: readonly [number, number],
): Projection {
  const above = Math.max(0, Math.min(1, (turn.pitch - ALMOST) / (Math.PI / 2 - ALMOST)));
  const mix = (side: number, top: number) => interpolateNumber(side, top)(above);
  const [beside, over] = isCompact(room) ? [ASIDE_COMPACT, ABOVE_COMPACT] : [ASIDE, ABOVE];
  const inset = {
    top: room.head + mix(beside.top, over.top),
    right: mix(beside.right, over.right),
    bottom: room.bar + mix(beside.bottom, over.bottom),
    left: mix(beside.left, over.left),
  };
  const width = Math.max(80, room.width - inset.left - inset.right);
  const height = Math.max(60, room.height - inset.top - inset.bottom);
  const aspect = mix(Math.max(1, Math.min(1.45, (0.8 * width) / height)), Math.max(1, Math.min(1.9, width / height)));
  const rise = Math.max(0.34, Math.min(0.8, (0.78 * height) / width));
  const plain: Projection = { ...turn, ground, zMin, zMax, aspect, rise, scale: 1, centre: [0, 0] };

  const { left, right, top, bottom } = boundsOf(plain, corners(ground, [zMin, zMin + FULL * (zMax - zMin)]));
  const radius = Math.hypot(aspect, 1) / 2;
  const tall = FULL * rise * Math.cos(turn.pitch) + 2 * radius * Math.sin(turn.pitch);
  const fromAllSides = Math.min(width / (2 * radius), height / tall);
  const fromHere = Math.min(width / (right - left), height / (bottom - top));
  const scale = Math.min(fromHere, mix(BREATHE * fromAllSides, fromHere));
  return {
    ...plain,
    scale,
    centre: [
      inset.left + width / 2 - (scale * (left + right)) / 2,
      inset.top + height / 2 - (scale * (top + bottom)) / 2,
    ],
  };
}

function corners({ xMin, xMax, yMin, yMax }: Rectangle, heights: readonly number[]): [number, number, number][] {
  return [xMin, xMax].flatMap((x) =>
    [yMin, yMax].flatMap((y) => heights.map((z): [number, number, number] => [x, y, z])),
  );
}
