/** Where the axes stand: along the two edges of the floor that face the viewer, and upright at its leftmost corner. */
import { least } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { project, type Projection } from './projection.ts';

export interface Tick {
  readonly value: number;
  /** The point on the axis, px. */
  readonly at: readonly [number, number];
  /** Where its number is centred, px. */
  readonly label: readonly [number, number];
}

export interface AxisLine {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly ticks: readonly Tick[];
  /** Where the axis' name is centred, px. */
  readonly name: readonly [number, number];
  /** The name runs upwards: beside an upright axis a long one has no room across. */
  readonly upwards: boolean;
}

export interface Axes {
  readonly floor: readonly number[];
  readonly first: AxisLine;
  readonly second: AxisLine;
  /** Null when seen from above. */
  readonly height: AxisLine | null;
}

/** px from an axis to the middle of its numbers, and on to its name. */
const NUMBER_GAP = 13;
const NAME_GAP = 30;
/** px from an axis to its name where that stands among the numbers. */
const INLINE_GAP = 15;
const FLAT = 1.3;
/** Nearer than this two numbers lie over each other, px. */
const OVER = 8;
/** A name of as many characters stands across wherever it is. */
const SHORT_NAME = 3;
/** Width of one more character, px. */
const NAME_CHARACTER = 5.6;

export interface AxisTicks {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly height: readonly number[];
}

/** Characters of the names of the first and the second input. */
export type NameLengths = readonly [number, number];

/** `inline`: names stand among the numbers. Numbers that a name or a height would run into are left out. */
export function axesOf(p: Projection, ticks: AxisTicks, inline = false, lengths: NameLengths = [1, 1]): Axes {
  const { xMin, xMax, yMin, yMax } = p.ground;
  const floor = (x: number, y: number) => project(p, x, y, p.zMin);
  // The first axis runs along the edge whose outside looks at the viewer; so does the second. From above: below and left.
  const front = Math.cos(p.yaw) >= 0 ? yMin : yMax;
  const side = -Math.sin(p.yaw) > 1e-6 ? xMax : xMin;
  const middle = floor((xMin + xMax) / 2, (yMin + yMax) / 2);
  const shared = floor(side, front);
  const corners = [
    [xMin, yMin],
    [xMax, yMin],
    [xMax, yMax],
    [xMin, yMax],
  ] as const;
  const [lx, ly] = least(corners, (corner) => floor(...corner)[0]) ?? corners[0];
  const low = project(p, lx, ly, p.zMin);
  const high = project(p, lx, ly, p.zMax);
  const height =
    p.pitch > FLAT
      ? null
      : {
          from: low,
          to: high,
          ticks: ticks.height.map((value) => {
            const at = project(p, lx, ly, value);
            return { value, at, label: [at[0] - 7, at[1]] as const };
          }),
          name: [high[0], high[1] - 13] as const,
          upwards: false,
        };
  const edge = (
    from: readonly [number, number],
    to: readonly [number, number],
    values: readonly number[],
    ends: readonly [number, number],
    length: number,
  ): AxisLine => {
    const out = outwards(from, to, middle);
    const across = scaleLinear(ends, [from[0], to[0]]);
    const down = scaleLinear(ends, [from[1], to[1]]);
    const place = (value: number): [number, number] => [across(value), down(value)];
    const shift = ([x, y]: readonly [number, number], gap: number): [number, number] => [
      x + out[0] * gap,
      y + out[1] * gap,
    ];
    const name = shift(place((ends[0] + ends[1]) / 2), inline ? INLINE_GAP : NAME_GAP);
    const upwards = length > SHORT_NAME && Math.abs(from[0] - to[0]) < 1;
    const beside = (length - 1) * (NAME_CHARACTER / 2);
    return {
      from,
      to,
      ticks: values
        .map((value) => ({ value, at: place(value), label: shift(place(value), NUMBER_GAP) }))
        .filter(
          ({ at, label }) =>
            !isNear(at, shared) &&
            !isNear(label, name, beside, upwards) &&
            !height?.ticks.some((tick) => Math.hypot(label[0] - tick.label[0], label[1] - tick.label[1]) < OVER),
        ),
      name,
      upwards,
    };
  };
  return {
    floor: corners.flatMap((corner) => floor(...corner)),
    first: edge(floor(xMin, front), floor(xMax, front), ticks.first, [xMin, xMax], lengths[0]),
    second: edge(floor(side, yMin), floor(side, yMax), ticks.second, [yMin, yMax], lengths[1]),
    height,
  };
}

/** Two labels that would run into each other; the second may be so much longer to both sides, px. */
function isNear(
  [x, y]: readonly [number, number],
  [u, v]: readonly [number, number],
  longer = 0,
  upwards = false,
): boolean {
  const [along, across] = upwards ? [y - v, x - u] : [x - u, y - v];
  return Math.hypot(Math.max(0, Math.abs(along) - longer), across) < 14;
}

/** Unit vector across an edge, away from the middle of the floor. */
function outwards(
  from: readonly [number, number],
  to: readonly [number, number],
  middle: readonly [number, number],
): readonly [number, number] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const side = (middle[0] - from[0]) * dy - (middle[1] - from[1]) * dx;
  const sign = side > 0 ? -1 : 1;
  return [(sign * dy) / length, (-sign * dx) / length];
}
