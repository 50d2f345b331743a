/**
 * Sums of products over the rows of a table, exactly: what least squares and the largest stable rate are made of. Columns
 * are 1, x1, ..., xn, y. They are summed as integers, block by block, each column of a block times its own common
 * denominator; two blocks whose denominators differ are brought to a common one when they are added.
 */
import { dot, bigDot, integerVector, lcm, type IntegerVector } from '../algebra/integer-vector.ts';
import type { Rational } from '../number/rational.ts';

export interface Gram {
  /** sums[p][q] = sum over the rows of (scales[p] column p) (scales[q] column q), for q <= p. */
  readonly sums: readonly (readonly bigint[])[];
  /** One for each column: 1 for the column of ones. */
  readonly scales: readonly bigint[];
  readonly rows: number;
}

const BLOCK = 64;

/** Of rows (x1, ..., xn, y), all of one length; there is at least one. */
export function gramOf(rows: readonly (readonly Rational[])[]): Gram {
  return gramBetween(rows, 0, rows.length);
}

/** Halving keeps numbers of a part as short as the part's own denominators allow. */
function gramBetween(rows: readonly (readonly Rational[])[], start: number, end: number): Gram {
  if (end - start <= BLOCK) return gramOfBlock(rows.slice(start, end));
  const middle = (start + end) >> 1;
  return addGrams(gramBetween(rows, start, middle), gramBetween(rows, middle, end));
}

function gramOfBlock(rows: readonly (readonly Rational[])[]): Gram {
  const width = rows[0]?.length ?? 0;
  const scales = [1n];
  const columns: IntegerVector[] = [integerVector(rows.map(() => 1n))];
  for (let c = 0; c < width; c++) {
    let scale = 1n;
    for (const row of rows) scale = lcm(scale, (row[c] as Rational).d);
    const entries = rows.map((row) => {
      const { n, d } = row[c] as Rational;
      return d === scale ? n : n * (scale / d);
    });
    scales.push(scale);
    columns.push(integerVector(entries));
  }
  const sums = columns.map((p, i) => columns.slice(0, i + 1).map((q) => exactDot(p, q)));
  return { sums, scales, rows: rows.length };
}

function exactDot(p: IntegerVector, q: IntegerVector): bigint {
  const value = dot(p, q);
  return Number.isFinite(value) ? BigInt(value) : bigDot(p, q);
}

function addGrams(a: Gram, b: Gram): Gram {
  const scales = a.scales.map((scale, p) => lcm(scale, b.scales[p] as bigint));
  const [fa, fb] = [a, b].map((gram) => scales.map((scale, p) => scale / (gram.scales[p] as bigint)));
  const times = (factors: readonly bigint[] | undefined, p: number, q: number, sum: bigint): bigint => {
    const factor = (factors?.[p] as bigint) * (factors?.[q] as bigint);
    return factor === 1n ? sum : factor * sum;
  };
  const sums = a.sums.map((row, p) =>
    row.map((sum, q) => times(fa, p, q, sum) + times(fb, p, q, (b.sums[p] as readonly bigint[])[q] as bigint)),
  );
  return { sums, scales, rows: a.rows + b.rows };
}
