/**
 * A sampled sheet, finer where it bends: right-angled triangles that are halved from the right angle to the middle of the
 * longest side (W. Evans, D. Kirkpatrick, G. Townsend, "Right-triangulated irregular networks", 2001). The function is
 * sampled on a square grid; from the finest triangles up, each middle gets a bound on what leaving it out would cost.
 * The bounds grow upwards, so that two triangles which share a longest side are halved together: no gaps.
 */
import { extent, mean } from 'd3-array';
import { EdgeList, type Face, type Rectangle, type Surface } from './surface.ts';

/** Cells of the sampling grid along one side. */
export const MESH_SIDE = 64;
const POINTS = MESH_SIDE + 1;

export interface MeshOptions {
  /** The height error that is allowed, as a part of the range of heights. */
  readonly tolerance: number;
  /** The tolerance is doubled until there are at most so many triangles. */
  readonly maxTriangles: number;
}

export interface Mesh {
  readonly surface: Surface;
  /** The sampled heights, `MESH_SIDE` + 1 to a row, the rows from the lowest second input up. */
  readonly heights: Float64Array;
  /** No sampled height is farther than this from the mesh, in units of the output. */
  readonly error: number;
}

/**
 * A mesh over the rectangle of the ground, in model units. `value` (the height) is asked once for each point of the sampling
 * grid, `pattern` once in the middle of each triangle. Comes back as one region without creases, with nothing exact; `error`
 * may exceed the tolerance where that would take more than `maxTriangles`.
 */
export function meshOf(
  value: (x: readonly number[]) => number,
  pattern: (x: readonly number[]) => string,
  ground: Rectangle,
  { tolerance, maxTriangles }: MeshOptions,
): Mesh {
  const x = (i: number) => ground.xMin + ((ground.xMax - ground.xMin) * i) / MESH_SIDE;
  const y = (j: number) => ground.yMin + ((ground.yMax - ground.yMin) * j) / MESH_SIDE;
  const heights = new Float64Array(POINTS * POINTS);
  for (let j = 0; j < POINTS; j++) {
    for (let i = 0; i < POINTS; i++) {
      heights[j * POINTS + i] = value([x(i), y(j)]);
    }
  }
  const [low = 0, high = 0] = extent(heights);
  const bounds = errorBounds(heights);
  // A function that is flat up to rounding has no range to speak of.
  const rounding = 1e-12 * Math.max(Math.abs(low), Math.abs(high));
  let error = Math.max(tolerance * (high - low), rounding);
  while (countTriangles(bounds, error) > maxTriangles) error *= 2;

  const vertices: number[] = [];
  const indexOf = new Map<number, number>();
  const vertex = (point: number) => {
    const known = indexOf.get(point);
    if (known !== undefined) return known;
    indexOf.set(point, vertices.length);
    vertices.push(point);
    return vertices.length - 1;
  };
  const triangles: (readonly number[])[] = [];
  eachTriangle(bounds, error, (a, b, c) => triangles.push([vertex(a), vertex(b), vertex(c)]));
  const xs = Float64Array.from(vertices, (point) => x(point % POINTS));
  const ys = Float64Array.from(vertices, (point) => y(Math.floor(point / POINTS)));
  const list = new EdgeList(vertices.length);
  const faces = triangles.map((corners, k): Face => {
    list.addFace(k, corners);
    const middle = (values: Float64Array) => mean(corners, (v) => values[v]) as number;
    return { corners, pattern: pattern([middle(xs), middle(ys)]), region: 0 };
  });
  return {
    surface: {
      xs,
      ys,
      zs: Float64Array.from(vertices, (point) => heights[point] as number),
      faces,
      edges: list.edges(() => false),
      regionCount: 1,
      exact: null,
    },
    heights,
    error,
  };
}

/**
 * Triangles as a, b, c: grid points, counter-clockwise, the longest side from a to b, the right angle at c. Its halves are
 * (c, a, m) and (b, c, m), with m the middle of a and b. Level after level, the two halves of the square first.
 */
const triangles = (() => {
  const levels = 2 * Math.log2(MESH_SIDE);
  const count = 2 * (2 ** levels - 1);
  const corners = new Int32Array(3 * count);
  const corner = (i: number, j: number) => j * POINTS * MESH_SIDE + i * MESH_SIDE;
  corners.set([corner(1, 1), corner(0, 0), corner(1, 0), corner(0, 0), corner(1, 1), corner(0, 1)]);
  for (let k = 0; 2 * k + 3 < count; k++) {
    const [a, b, c] = corners.subarray(3 * k, 3 * k + 3) as unknown as [number, number, number];
    const m = (a + b) / 2;
    corners.set([c, a, m, b, c, m], 3 * (2 * k + 2));
  }
  return { corners, count };
})();

/**
 * bounds[m]: if the triangles with the middle m are not halved, no sampled height within them is farther from them than
 * this. The height missed at m itself, plus the worse of the bounds of the two halves: a half differs from the whole by
 * at most the height missed at m, because they agree on its other two corners.
 */
function errorBounds(heights: Float64Array): Float64Array {
  const bounds = new Float64Array(POINTS * POINTS);
  const { corners, count } = triangles;
  const middle = (k: number) => ((corners[3 * k] as number) + (corners[3 * k + 1] as number)) / 2;
  for (let k = count - 1; k >= 0; k--) {
    const m = middle(k);
    const a = heights[corners[3 * k] as number] as number;
    const b = heights[corners[3 * k + 1] as number] as number;
    let bound = Math.abs((heights[m] as number) - (a + b) / 2);
    const half = 2 * k + 2;
    if (half < count) bound += Math.max(bounds[middle(half)] as number, bounds[middle(half + 1)] as number);
    bounds[m] = Math.max(bounds[m] as number, bound);
  }
  return bounds;
}

function eachTriangle(bounds: Float64Array, error: number, emit: (a: number, b: number, c: number) => void): void {
  const visit = (a: number, b: number, c: number) => {
    const m = (a + b) / 2;
    // The finest triangles have their longest side across one cell: no grid point in its middle.
    const finest = Math.abs((a % POINTS) - (b % POINTS)) === 1;
    if (!finest && (bounds[m] as number) > error) {
      visit(c, a, m);
      visit(b, c, m);
    } else emit(a, b, c);
  };
  const { corners } = triangles;
  visit(corners[0] as number, corners[1] as number, corners[2] as number);
  visit(corners[3] as number, corners[4] as number, corners[5] as number);
}

function countTriangles(bounds: Float64Array, error: number): number {
  let count = 0;
  eachTriangle(bounds, error, () => count++);
  return count;
}
