/** Where the axes stand: along the two edges of the floor that face the viewer, and upright at its leftmost corner. */
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

export interface AxisTicks {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly height: readonly number[];
}

/** `inline`: names stand among the numbers, of which those too near are left out. */
export function axesOf(p: Projection, ticks: AxisTicks, inline = false): Axes {
  const { xMin, xMax, yMin, yMax } = p.ground;
  const floor = (x: number, y: number) => project(p, x, y, p.zMin);
  // The first axis runs along the edge whose outside looks at the viewer; so does the second. From above: below and left.
  const front = Math.cos(p.yaw) >= 0 ? yMin : yMax;
  const side = -Math.sin(p.yaw) > 1e-6 ? xMax : xMin;
  const middle = floor((xMin + xMax) / 2, (yMin + yMax) / 2);
  const shared = floor(side, front);
  const edge = (
    from: readonly [number, number],
    to: readonly [number, number],
    values: readonly number[],
    ends: readonly [number, number],
  ): AxisLine => {
    const out = outwards(from, to, middle);
    const place = (value: number): [number, number] => {
      const share = (value - ends[0]) / (ends[1] - ends[0]);
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    };
    const shift = ([x, y]: readonly [number, number], gap: number): [number, number] => [
      x + out[0] * gap,
      y + out[1] * gap,
    ];
    const name = shift(place((ends[0] + ends[1]) / 2), inline ? INLINE_GAP : NAME_GAP);
    return {
      from,
      to,
      ticks: values
        .filter((value) => !isNear(place(value), shared) && !isNear(shift(place(value), NUMBER_GAP), name))
        .map((value) => ({ value, at: place(value), label: shift(place(value), NUMBER_GAP) })),
      name,
    };
  };
  const corners = [
    [xMin, yMin],
    [xMax, yMin],
    [xMax, yMax],
    [xMin, yMax],
  ] as const;
  const [left] = corners.toSorted((a, b) => floor(...a)[0] - floor(...b)[0]);
  const [lx, ly] = left as readonly [number, number];
  const low = project(p, lx, ly, p.zMin);
  const high = project(p, lx, ly, p.zMax);
  return {
    floor: corners.flatMap((corner) => floor(...corner)),
    first: edge(floor(xMin, front), floor(xMax, front), ticks.first, [xMin, xMax]),
    second: edge(floor(side, yMin), floor(side, yMax), ticks.second, [yMin, yMax]),
    height:
      p.pitch > FLAT
        ? null
        : {
            from: low,
            to: high,
            ticks: ticks.height.map((value) => {
              const at = project(p, lx, ly, value);
              return { value, at, label: [at[0] - 7, at[1]] };
            }),
            name: [high[0], high[1] - 13],
          },
  };
}

/** Two labels that would run into each other. */
function isNear([x, y]: readonly [number, number], [u, v]: readonly [number, number]): boolean {
  return Math.hypot(x - u, y - v) < 14;
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
