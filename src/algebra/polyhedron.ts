/**
 * What one wants to know of a cell: its facets, a readable point inside, its vertices, its measure. All from the rays of
 * its cone; see `cone.ts` for what they mean.
 */
import { facetRows, isZeroOn, type Cone } from './cone.ts';
import { bigDot, toBigIntegers, type IntegerVector } from './integer-vector.ts';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  rational,
  sign,
  subtract,
  sum,
  type Rational,
} from '../number/rational.ts';
import { simplestIn } from '../number/simplest-rational.ts';

/** The row t >= 0 that each cone over R^n starts with: infinity, not a facet of the polyhedron. */
const AT_INFINITY = 0;

/** The irredundant inequalities a.x + b >= 0, as coprime integers (a.., b), sorted as tuples of integers. */
export function facetsOf(cone: Cone): (readonly bigint[])[] {
  return facetIndices(cone)
    .map((c) => toBigIntegers(cone.rows[c] as IntegerVector))
    .sort(compareTuples);
}

/** The same as indices into the cone's rows, unsorted. */
export function facetIndices(cone: Cone): number[] {
  return facetRows(cone).filter((c) => c !== AT_INFINITY);
}

/** Numeric order, entry by entry. */
export function compareTuples(a: readonly bigint[], b: readonly bigint[]): number {
  for (let i = 0; i < a.length; i++) {
    const [p, q] = [a[i] as bigint, b[i] as bigint];
    if (p !== q) return p < q ? -1 : 1;
  }
  return 0;
}

/**
 * A point strictly inside. `spread` = 1, 2, 3 ... gives different ones, no finite number of hyperplanes through the
 * polyhedron contains all of them: ray k has the weight spread^k.
 */
export function innerPoint(cone: Cone, spread = 1n): Rational[] {
  const generators = [...cone.rays, ...cone.lines].map(toBigIntegers);
  const size = (generators[0] as readonly bigint[]).length;
  const total = Array.from({ length: size }, () => 0n);
  let weight = 1n;
  for (const generator of generators) {
    generator.forEach((entry, i) => (total[i] = (total[i] as bigint) + weight * entry));
    weight *= spread;
  }
  const t = total[size - 1] as bigint;
  return total.slice(0, -1).map((entry) => rational(entry, t));
}

/** A point strictly inside, in numbers as simple as they come. */
export function readablePoint(cone: Cone): Rational[] {
  return simplified(
    innerPoint(cone),
    facetIndices(cone).map((c) => toBigIntegers(cone.rows[c] as IntegerVector)),
  );
}

/** From a point strictly inside the inequalities a.x + b >= 0, rows (a.., b), each coordinate made simplest in turn. */
export function simplified(inside: readonly Rational[], rows: readonly (readonly bigint[])[]): Rational[] {
  const x = [...inside];
  const n = x.length;
  for (let k = 0; k < n; k++) {
    let low: Rational | null = null;
    let high: Rational | null = null;
    for (const row of rows) {
      const slope = row[k] as bigint;
      if (slope === 0n) continue;
      // a_k x_k + rest > 0
      const rest = sum([
        ...x.map((value, i) => (i === k ? rational(0n) : scaleBy(row[i] as bigint, value))),
        whole(row[n]),
      ]);
      const bound = divide(negate(rest), rational(slope));
      if (slope > 0n && (!low || compare(bound, low) > 0)) low = bound;
      if (slope < 0n && (!high || compare(bound, high) < 0)) high = bound;
    }
    x[k] = simplestIn({ low, high, lowIncluded: false, highIncluded: false });
  }
  return x;
}

function whole(entry: bigint | undefined): Rational {
  return rational(entry as bigint);
}

function scaleBy(factor: bigint, { n, d }: Rational): Rational {
  return rational(factor * n, d);
}

/** The vertices, in no order. */
export function verticesOf(cone: Cone): Rational[][] {
  if (cone.lines.length > 0) return [];
  return cone.rays.flatMap((ray) => {
    const entries = toBigIntegers(ray);
    const t = entries[entries.length - 1] as bigint;
    return t > 0n ? [entries.slice(0, -1).map((entry) => rational(entry, t))] : [];
  });
}

/** The vertices of a polygon counter-clockwise from the lexicographically smallest; of an interval from left to right. */
export function orderedVertices(cone: Cone): Rational[][] {
  const vertices = verticesOf(cone).sort((p, q) => lexicographic(p, q));
  const first = vertices[0];
  const last = vertices[vertices.length - 1];
  if (!first || !last || first.length !== 2) return vertices;
  // Below the chord from the smallest to the largest one goes right, above it back left.
  const lower = vertices.filter((p) => turn(first, last, p) <= 0);
  const upper = vertices.filter((p) => turn(first, last, p) > 0);
  return [...lower, ...upper.reverse()];
}

function lexicographic(p: readonly Rational[], q: readonly Rational[]): number {
  for (let i = 0; i < p.length; i++) {
    const order = compare(p[i] as Rational, q[i] as Rational);
    if (order !== 0) return order;
  }
  return 0;
}

/** Positive when r is to the left of the way from p to q. */
function turn(p: readonly Rational[], q: readonly Rational[], r: readonly Rational[]): number {
  const [px, py] = p as [Rational, Rational];
  const [qx, qy] = q as [Rational, Rational];
  const [rx, ry] = r as [Rational, Rational];
  const left = multiply(subtract(qx, px), subtract(ry, py));
  const right = multiply(subtract(qy, py), subtract(rx, px));
  return sign(subtract(left, right));
}

/** Length, area, volume ... of a bounded polyhedron; null when it is unbounded. */
export function measureOf(cone: Cone): Rational | null {
  const rays = cone.rays.map(toBigIntegers);
  const size = cone.dimension;
  if (cone.lines.length > 0 || rays.some((ray) => ray[size - 1] === 0n)) return null;
  let total = rational(0n);
  for (const simplex of triangulate(
    cone,
    rays.map((_, r) => r),
    size,
  )) {
    const corners = simplex.map((r) => rays[r] as readonly bigint[]);
    const heights = corners.reduce((product, corner) => product * (corner[size - 1] as bigint), 1n);
    const volume = determinant(corners);
    total = add(total, rational(volume < 0n ? -volume : volume, heights));
  }
  let factorial = 1n;
  for (let k = 2n; k < BigInt(size); k++) factorial *= k;
  return divide(total, rational(factorial));
}

/**
 * Simplices (as ray indices) that tile a face given by its rays: its first ray joined to the simplices of the facets that
 * do not contain it (J. Cohen and T. Hickey, "Two algorithms for determining volumes of convex polyhedra", 1979).
 */
function triangulate(cone: Cone, face: readonly number[], dimension: number): number[][] {
  const apex = face[0] as number;
  if (dimension === 1) return [[apex]];
  const cuts = cone.rows
    .map((_, c) => face.filter((r) => isZeroOn(cone, c, r)))
    .filter((subset) => subset.length >= dimension - 1 && subset.length < face.length);
  const facets = cuts.filter((subset, i) => cuts.every((other, k) => k === i || !isCoveredBy(subset, other, i > k)));
  return facets
    .filter((facet) => !facet.includes(apex))
    .flatMap((facet) => triangulate(cone, facet, dimension - 1).map((simplex) => [apex, ...simplex]));
}

/** Is `subset` within `other`? Equal ones count only when `equalCounts`, so that one of several stays. */
function isCoveredBy(subset: readonly number[], other: readonly number[], equalCounts: boolean): boolean {
  if (subset.length > other.length || (subset.length === other.length && !equalCounts)) return false;
  return subset.every((r) => other.includes(r));
}

/** Determinant of a square integer matrix (E. H. Bareiss, "Sylvester's identity", 1968). */
function determinant(rows: readonly (readonly bigint[])[]): bigint {
  const m = rows.map((row) => [...row]);
  const size = m.length;
  let previous = 1n;
  let flips = 1n;
  for (let k = 0; k < size - 1; k++) {
    const pivotRow = m.findIndex((row, i) => i >= k && row[k] !== 0n);
    if (pivotRow < 0) return 0n;
    if (pivotRow !== k) {
      [m[k], m[pivotRow]] = [m[pivotRow] as bigint[], m[k] as bigint[]];
      flips = -flips;
    }
    const pivot = m[k] as bigint[];
    for (let i = k + 1; i < size; i++) {
      const row = m[i] as bigint[];
      const factor = row[k] as bigint;
      for (let j = k + 1; j < size; j++) {
        row[j] = ((row[j] as bigint) * (pivot[k] as bigint) - factor * (pivot[j] as bigint)) / previous;
      }
    }
    previous = pivot[k] as bigint;
  }
  return flips * ((m[size - 1] as bigint[])[size - 1] as bigint);
}

/** The least and greatest value of row . (x, 1) on the polyhedron; null is unbounded. */
export function rangeOn(
  cone: Cone,
  row: IntegerVector,
): { readonly min: Rational | null; readonly max: Rational | null } {
  let min: Rational | null = null;
  let max: Rational | null = null;
  if (cone.lines.some((line) => bigDot(row, line) !== 0n)) return { min, max };
  let fromBelow = true;
  let fromAbove = true;
  for (const ray of cone.rays) {
    const entries = toBigIntegers(ray);
    const t = entries[entries.length - 1] as bigint;
    const value = bigDot(row, ray);
    if (t === 0n) {
      if (value < 0n) fromBelow = false;
      if (value > 0n) fromAbove = false;
      continue;
    }
    const height = rational(value, t);
    if (!min || compare(height, min) < 0) min = height;
    if (!max || compare(height, max) > 0) max = height;
  }
  return { min: fromBelow ? min : null, max: fromAbove ? max : null };
}
