/**
 * How cells make up the function's picture: forms, regions (cells of equal form joined across facets), and the facets on
 * which the function bends. Conventions: SPEC.md, R1 to R4.
 */
import { formKey, type Cell } from './cells.ts';
import { facetCone, isZeroOn, split, type Cone } from './cone.ts';
import { integerText, negateVector, toBigIntegers, type IntegerVector } from './integer-vector.ts';
import { compareTuples, facetIndices } from './polyhedron.ts';
import { rational, type Rational } from '../number/rational.ts';

export interface CreaseFacet {
  /** Coprime integers (a.., b), the first entry that is not 0 positive. */
  readonly row: readonly bigint[];
  /** Cell numbers: row < 0 in `below`, > 0 in `above`. */
  readonly below: number;
  readonly above: number;
  /** form(above) - form(below) = jump * row, as affine functions. */
  readonly jump: Rational;
}

export interface Regions {
  /** How many different forms the cells have. */
  readonly formCount: number;
  readonly regionCount: number;
  /** The region of each cell, numbered by first appearance. */
  readonly regionOf: readonly number[];
  /** Every pair of cells of different form that share a facet, sorted by row, then by cells. */
  readonly creaseFacets: readonly CreaseFacet[];
}

/** Cells `below` and `above` of the hyperplane `row` that have a common part of dimension n - 1 on it. */
interface Neighbours {
  readonly row: readonly bigint[];
  readonly below: number;
  readonly above: number;
}

/** Joins all cells of one network over one domain. */
export function regionsOf(cells: readonly Cell[]): Regions {
  const keys = cells.map(formKey);
  const parent = cells.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  const creaseFacets: CreaseFacet[] = [];
  for (const { row, below, above } of neighboursOf(cells)) {
    if (keys[below] === keys[above]) parent[root(below)] = root(above);
    else creaseFacets.push({ row, below, above, jump: jumpAlong(row, cells[below] as Cell, cells[above] as Cell) });
  }
  const numbers = new Map<number, number>();
  const regionOf = cells.map((_, i) => {
    const number = numbers.get(root(i)) ?? numbers.size;
    numbers.set(root(i), number);
    return number;
  });
  creaseFacets.sort((a, b) => compareTuples(a.row, b.row) || a.below - b.below || a.above - b.above);
  return { formCount: new Set(keys).size, regionCount: numbers.size, regionOf, creaseFacets };
}

/** (form(above) - form(below)) / row, by the first entry of row that is not 0. */
function jumpAlong(row: readonly bigint[], below: Cell, above: Cell): Rational {
  const i = row.findIndex((entry) => entry !== 0n);
  const [f, g] = [below, above].map(({ output }) => BigInt((output.small ?? output.big)?.[i] ?? 0));
  return rational((g as bigint) - (f as bigint), below.scale * (row[i] as bigint));
}

/** One facet of one cell. */
interface Side {
  readonly cell: number;
  /** Index into the rows of the cell's cone. */
  readonly row: number;
  readonly key: string;
}

/**
 * All pairs of cells that share a part of dimension n - 1. That part is a whole facet of both: where a facet of one cell
 * had a border inside the facet of the other, some z would cross a kink there, and z is continuous and affine on the other
 * cell, so it would cross the kink in there too. Equal facets have equal rays, except where cells contain lines: then rays
 * are equal only up to the lines, and facets that did not match are compared each with each.
 */
function* neighboursOf(cells: readonly Cell[]): Generator<Neighbours> {
  const numberOf = numbering();
  const planes = new Map<string, { row: readonly bigint[]; below: Side[]; above: Side[] }>();
  cells.forEach(({ cone }, cell) => {
    const rays = cone.rays.map(numberOf);
    const lines = cone.lines.map(numberOf);
    for (const c of facetIndices(cone)) {
      const vector = cone.rows[c] as IntegerVector;
      const positive = (vector.small ?? toBigIntegers(vector)).find((entry) => Number(entry) !== 0) as number | bigint;
      const canonical = positive > 0 ? vector : negateVector(vector);
      const key = integerText(canonical);
      const plane = planes.get(key) ?? { row: toBigIntegers(canonical), below: [], above: [] };
      planes.set(key, plane);
      (positive > 0 ? plane.above : plane.below).push({ cell, row: c, key: facetKey(cone, c, rays, lines) });
    }
  });
  for (const { row, below, above } of planes.values()) {
    const unmatched = new Map(below.map((side) => [side.key, side]));
    const rest: Side[] = [];
    for (const side of above) {
      const match = unmatched.get(side.key);
      if (match) {
        unmatched.delete(side.key);
        yield { row, below: match.cell, above: side.cell };
      } else rest.push(side);
    }
    for (const lower of unmatched.values()) {
      const first = (cells[lower.cell] as Cell).cone;
      if (first.lines.length === 0) continue;
      const match = rest.find((upper) => overlap(first, lower.row, (cells[upper.cell] as Cell).cone, upper.row));
      if (match) yield { row, below: lower.cell, above: match.cell };
    }
  }
}

/** Numbers vectors so that equal ones have equal numbers. Cells share most of their rays as objects: those are found first. */
function numbering(): (vector: IntegerVector) => number {
  const byObject = new Map<IntegerVector, number>();
  const byText = new Map<string, number>();
  return (vector) => {
    const known = byObject.get(vector);
    if (known !== undefined) return known;
    const text = integerText(vector);
    const number = byText.get(text) ?? byText.size;
    byText.set(text, number);
    byObject.set(vector, number);
    return number;
  };
}

/** A text for a facet: facets of one hyperplane with equal texts are equal. (Not the reverse, where cells contain lines.) */
function facetKey(cone: Cone, row: number, rays: readonly number[], lines: readonly number[]): string {
  const own = rays.filter((_, r) => isZeroOn(cone, row, r)).sort((a, b) => a - b);
  return `${own.join(' ')}|${lines.join(' ')}`;
}

/** Do two facets on one hyperplane have a common part of their own dimension? */
function overlap(first: Cone, firstRow: number, second: Cone, secondRow: number): boolean {
  let common = facetCone(first, firstRow);
  for (const c of facetIndices(second)) {
    if (c === secondRow) continue;
    const row = second.rows[c] as IntegerVector;
    const { above } = split(common, row, negateVector(row));
    if (!above) return false;
    common = above;
  }
  return true;
}
