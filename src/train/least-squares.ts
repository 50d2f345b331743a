/**
 * The floor: the best linear model there is for a table, and its loss, exactly. No network without a bend can come below.
 *
 * Least squares by the normal equations, in integers: Gaussian elimination without fractions (Bareiss 1968) on the matrix of
 * sums of products, the columns in the order 1, x1, ..., xn. A column that is a combination of those before it has a pivot
 * of exactly 0, and its coefficient is 0 here; the others are then unique, and the loss is so in any case.
 */
import { ZERO, rational, type Rational } from '../number/rational.ts';
import type { Affine } from '../algebra/affine.ts';
import { gramOf, type Gram } from './gram.ts';

export interface Floor extends Affine {
  /** The mean of the squared errors. */
  readonly loss: Rational;
  /** Inputs that are combinations of the inputs before them and of 1 on all rows: their coefficients are 0. */
  readonly dependent: readonly number[];
}

/** Of rows (x1, ..., xn, y), all of one length; there is at least one. */
export function leastSquares(rows: readonly (readonly Rational[])[]): Floor {
  return floorOf(gramOf(rows));
}

function floorOf({ sums, scales, rows }: Gram): Floor {
  const y = scales.length - 1;
  const matrix = scales.map((_, p) => scales.map((__, q) => (p >= q ? sums[p]?.[q] : sums[q]?.[p]) as bigint));
  const { pivots, last } = eliminate(matrix, y);
  // Back substitution, also in integers: by Cramer's rule each unknown of the scaled columns is a whole number over `last`.
  const solved = scales.slice(0, y).map(() => 0n);
  for (const p of [...pivots].reverse()) {
    const row = matrix[p] as bigint[];
    let rest = last * (row[y] as bigint);
    for (const q of pivots) if (q > p) rest -= (row[q] as bigint) * (solved[q] as bigint);
    solved[p] = rest / (row[p] as bigint);
  }
  const scaleOfY = scales[y] as bigint;
  const [intercept = ZERO, ...coef] = solved.map((value, p) =>
    rational(value * (scales[p] as bigint), last * scaleOfY),
  );
  const dependent = coef.flatMap((_, i) => (pivots.includes(i + 1) ? [] : [i]));
  // What is left of y . y is the sum of the squared errors.
  const left = (matrix[y] as bigint[])[y] as bigint;
  return { coef, intercept, loss: rational(left, last * scaleOfY * scaleOfY * BigInt(rows)), dependent };
}

/**
 * Columns 0 to n - 1 eliminated in place from a symmetric matrix without negative eigenvalues: which of them had a pivot,
 * and the last pivot. Each entry is a determinant, so that every division is exact.
 */
export function eliminate(
  matrix: bigint[][],
  n: number,
): { readonly pivots: readonly number[]; readonly last: bigint } {
  const pivots: number[] = [];
  let last = 1n;
  for (let p = 0; p < n; p++) {
    const pivotRow = matrix[p] as bigint[];
    const pivot = pivotRow[p] as bigint;
    if (pivot === 0n) continue;
    for (let r = p + 1; r < matrix.length; r++) {
      const row = matrix[r] as bigint[];
      const factor = row[p] as bigint;
      for (let c = p + 1; c < row.length; c++) {
        row[c] = (pivot * (row[c] as bigint) - factor * (pivotRow[c] as bigint)) / last;
      }
      row[p] = 0n;
    }
    pivots.push(p);
    last = pivot;
  }
  return { pivots, last };
}
