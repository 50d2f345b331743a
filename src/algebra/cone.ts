/**
 * Polyhedra as cones of integer rays, and how a hyperplane cuts them: the double description method (T. S. Motzkin et
 * al., "The double description method", 1953; K. Fukuda and A. Prodon, "Double description method revisited", 1996).
 *
 * A polyhedron {x : a.x + b >= 0 ...} in R^n is the slice t = 1 of the cone {(x, t) : a.x + b t >= 0 ..., t >= 0} in
 * R^(n+1). A ray with t > 0 is the vertex x/t, a ray with t = 0 a direction of recession. All of R^n has no vertex: a
 * cone is the sum of a linear space (`lines`) and of the cone over `rays`, extreme modulo that space. So boxes, orthants
 * and all of space are one case.
 */
import { crossing, dot, integerVector, negateVector, slideInto, type IntegerVector } from './integer-vector.ts';

export interface Cone {
  /** Its dimension as a set: n + 1 for a cell, n for a facet of a cell. */
  readonly dimension: number;
  /** A basis of the largest linear space in it. */
  readonly lines: readonly IntegerVector[];
  /** Coprime, one for each extreme ray. */
  readonly rays: readonly IntegerVector[];
  /** Inequalities row . (x, t) >= 0; some may be redundant, no two are the same hyperplane. */
  readonly rows: readonly IntegerVector[];
  /** Bit c of ray r, in words r * words .. : is row c zero on ray r? */
  readonly zeros: Int32Array;
  readonly words: number;
}

/** The cone {(x, t) : row . (x, t) >= 0 for all rows, t >= 0} over R^n. Full-dimensional rows only. */
export function coneOf(n: number, rows: readonly IntegerVector[]): Cone {
  const unit = (k: number) => integerVector(Array.from({ length: n + 1 }, (_, i) => (i === k ? 1n : 0n)));
  let cone: Cone = {
    dimension: n + 1,
    lines: Array.from({ length: n + 1 }, (_, k) => unit(k)),
    rays: [],
    rows: [],
    zeros: new Int32Array(0),
    words: 1,
  };
  for (const row of [unit(n), ...rows]) {
    const { above } = split(cone, row, negateVector(row));
    if (!above) throw new RangeError('these inequalities have no interior');
    cone = above;
  }
  return cone;
}

/** The parts of positive or negative h. A part is null when it is not full-dimensional; then the other is the cone itself. */
export interface Split {
  readonly below: Cone | null;
  readonly above: Cone | null;
}

/** Reused: the values of h on the rays. */
let values = new Float64Array(64);

/** Cuts a cone by the hyperplane h = 0. `minus` is -h, which becomes the row of the lower part. h is not 0 on the cone. */
export function split(cone: Cone, h: IntegerVector, minus: IntegerVector): Split {
  for (let k = 0; k < cone.lines.length; k++) {
    const value = dot(h, cone.lines[k] as IntegerVector);
    if (value !== 0) return splitAlongLine(cone, h, minus, k, value);
  }
  const { rays } = cone;
  const count = rays.length;
  if (values.length < count) values = new Float64Array(2 * count);
  let positive = 0;
  let negative = 0;
  for (let r = 0; r < count; r++) {
    const value = dot(h, rays[r] as IntegerVector);
    values[r] = value;
    if (value > 0) positive++;
    else if (value < 0) negative++;
  }
  if (negative === 0) return { below: null, above: cone };
  if (positive === 0) return { below: cone, above: null };
  return splitBetweenRays(cone, h, minus);
}

/** Some line of the cone crosses h: it becomes a ray on either side, and all else slides along it into h = 0. */
function splitAlongLine(cone: Cone, h: IntegerVector, minus: IntegerVector, k: number, value: number): Split {
  const line = cone.lines[k] as IntegerVector;
  const slide = (v: IntegerVector) => slideInto(h, v, dot(h, v), line, value);
  const lines = cone.lines.filter((_, i) => i !== k).map(slide);
  const slid = cone.rays.map(slide);
  const reverse = negateVector(line);
  const [up, down] = value > 0 ? [line, reverse] : [reverse, line];

  // A line is zero on every row so far; the rays' zeros do not change by sliding along it, and h is added to them.
  const bit = cone.rows.length;
  const words = (bit >> 5) + 1;
  const zeros = new Int32Array((slid.length + 1) * words);
  for (let r = 0; r < slid.length; r++) {
    copyZeros(cone, r, zeros, r, words);
    setBit(zeros, r * words, bit);
  }
  for (let c = 0; c < bit; c++) setBit(zeros, slid.length * words, c);
  const part = (direction: IntegerVector, row: IntegerVector): Cone => ({
    dimension: cone.dimension,
    lines,
    rays: [...slid, direction],
    rows: [...cone.rows, row],
    zeros,
    words,
  });
  return { below: part(down, minus), above: part(up, h) };
}

/** The double description step. `values` holds h on the rays. */
function splitBetweenRays(cone: Cone, h: IntegerVector, minus: IntegerVector): Split {
  const { rays } = cone;
  const count = rays.length;
  const bit = cone.rows.length;
  const words = (bit >> 5) + 1;
  const above: IntegerVector[] = [];
  const below: IntegerVector[] = [];
  const aboveFrom: number[] = [];
  const belowFrom: number[] = [];
  for (let r = 0; r < count; r++) {
    const value = values[r] as number;
    if (value >= 0) {
      above.push(rays[r] as IntegerVector);
      aboveFrom.push(r);
    }
    if (value <= 0) {
      below.push(rays[r] as IntegerVector);
      belowFrom.push(r);
    }
  }

  // New rays: where an edge (two adjacent rays) crosses h. `edges` keeps the pairs for their common zeros.
  const edges: number[] = [];
  for (let p = 0; p < count; p++) {
    if (!((values[p] as number) > 0)) continue;
    for (let q = 0; q < count; q++) {
      if (!((values[q] as number) < 0) || !adjacent(cone, p, q)) continue;
      const ray = crossing(
        h,
        rays[p] as IntegerVector,
        values[p] as number,
        rays[q] as IntegerVector,
        values[q] as number,
      );
      above.push(ray);
      below.push(ray);
      edges.push(p, q);
    }
  }

  const part = (partRays: readonly IntegerVector[], from: readonly number[], row: IntegerVector): Cone => {
    const zeros = new Int32Array(partRays.length * words);
    for (let i = 0; i < from.length; i++) {
      const r = from[i] as number;
      copyZeros(cone, r, zeros, i, words);
      if (values[r] === 0) setBit(zeros, i * words, bit);
    }
    for (let e = 0, i = from.length; e < edges.length; e += 2, i++) {
      const p = (edges[e] as number) * cone.words;
      const q = (edges[e + 1] as number) * cone.words;
      for (let w = 0; w < cone.words; w++) {
        zeros[i * words + w] = (cone.zeros[p + w] as number) & (cone.zeros[q + w] as number);
      }
      setBit(zeros, i * words, bit);
    }
    return { dimension: cone.dimension, lines: cone.lines, rays: partRays, rows: [...cone.rows, row], zeros, words };
  };
  return { below: part(below, belowFrom, minus), above: part(above, aboveFrom, h) };
}

/**
 * Do rays p and q span an edge (a two-dimensional face)? Exactly when no other ray is zero on all rows on which both are
 * (Fukuda and Prodon, proposition 7). There must be dimension - 2 such rows, which is cheaper to see.
 */
function adjacent({ zeros, words, rays, lines, dimension }: Cone, p: number, q: number): boolean {
  const pointed = dimension - lines.length;
  if (words === 1) {
    const common = (zeros[p] as number) & (zeros[q] as number);
    if (bitCount(common) < pointed - 2) return false;
    for (let r = 0; r < rays.length; r++)
      if (((zeros[r] as number) & common) === common && r !== p && r !== q) return false;
    return true;
  }
  let size = 0;
  for (let w = 0; w < words; w++) size += bitCount((zeros[p * words + w] as number) & (zeros[q * words + w] as number));
  if (size < pointed - 2) return false;
  for (let r = 0; r < rays.length; r++) {
    if (r === p || r === q) continue;
    let contains = true;
    for (let w = 0; w < words && contains; w++) {
      const common = (zeros[p * words + w] as number) & (zeros[q * words + w] as number);
      contains = ((zeros[r * words + w] as number) & common) === common;
    }
    if (contains) return false;
  }
  return true;
}

/** Is row c zero on ray r? */
export function isZeroOn({ zeros, words }: Cone, c: number, r: number): boolean {
  return (((zeros[r * words + (c >> 5)] as number) >>> (c & 31)) & 1) === 1;
}

/**
 * The rows that are facets, as indices: those that are zero on some face of dimension one less. On a facet's rays no
 * other row is zero throughout; a smaller face lies in two facets at least.
 */
export function facetRows(cone: Cone): number[] {
  const { zeros, words, rays, rows } = cone;
  if (cone.dimension - cone.lines.length === 1) return rows.map((_, c) => c);
  return rows.flatMap((_, c) => {
    const common = new Int32Array(words).fill(-1);
    let tight = 0;
    for (let r = 0; r < rays.length; r++) {
      if (!isZeroOn(cone, c, r)) continue;
      tight++;
      for (let w = 0; w < words; w++) common[w] = (common[w] as number) & (zeros[r * words + w] as number);
    }
    let shared = 0;
    for (let w = 0; w < words; w++) shared += bitCount(common[w] as number);
    return tight > 0 && shared === 1 ? [c] : [];
  });
}

/** The facet on row c, as a cone of one dimension less. */
export function facetCone(cone: Cone, c: number): Cone {
  const kept = cone.rays.flatMap((_, r) => (isZeroOn(cone, c, r) ? [r] : []));
  const zeros = new Int32Array(kept.length * cone.words);
  kept.forEach((r, i) => copyZeros(cone, r, zeros, i, cone.words));
  return { ...cone, dimension: cone.dimension - 1, rays: kept.map((r) => cone.rays[r] as IntegerVector), zeros };
}

function copyZeros(cone: Cone, from: number, zeros: Int32Array, to: number, words: number): void {
  for (let w = 0; w < cone.words; w++) zeros[to * words + w] = cone.zeros[from * cone.words + w] as number;
}

function setBit(bits: Int32Array, offset: number, bit: number): void {
  const at = offset + (bit >> 5);
  bits[at] = (bits[at] as number) | (1 << (bit & 31));
}

/** How many bits of a 32-bit word are set (Warren, Hacker's Delight, figure 5-2). */
function bitCount(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
