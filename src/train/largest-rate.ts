/**
 * How large a learning rate can be. The linear model here is one node, ŷ = w . x + b, under plain gradient descent on all
 * rows at once; its loss, the mean of the squared errors, has the same Hessian H = (2 / rows) (sums of products of 1, x1,
 * ..., xn) everywhere. A step multiplies the distance from the floor, along each eigenvector of H, by 1 - rate λ: it comes
 * closer from every start exactly when rate < 2 / λ for the largest λ.
 */
import { lcm } from '../algebra/integer-vector.ts';
import { divide, multiply, rational, toNumber, type Rational } from '../number/rational.ts';
import { exactDouble } from './exact-number.ts';
import { gramOf, type Gram } from './gram.ts';
import { eliminate } from './least-squares.ts';

/** low <= 2 / λ <= high, both proved in rationals; they agree in 12 digits or more. */
export interface RateLimit {
  readonly low: number;
  readonly high: number;
}

/** Of rows (x1, ..., xn, y), all of one length; there is at least one. */
export function largestStableRate(rows: readonly (readonly Rational[])[]): RateLimit {
  const hessian = hessianOf(gramOf(rows));
  const trace = hessian.entries.reduce((sum, row, p) => sum + (row[p] as bigint), 0n);
  const shares = hessian.entries.map((row) => row.map((entry) => toNumber(rational(entry, trace))));
  const largest = multiply(exactDouble(largestEigenvalue(shares)), rational(trace, hessian.over));
  // λ is at least 2, which is what the column of ones gives: the limit is at most 1.
  const guess = toNumber(divide(rational(2), largest));
  for (let margin = 2 ** -50; ; margin *= 4) {
    const low = Math.max(guess * (1 - margin), 0);
    const high = Math.max(guess * (1 + margin), Number.MIN_VALUE);
    if (isStable(hessian, low) && !isStable(hessian, high)) return { low, high };
  }
}

/** The matrix `entries` / `over`. */
interface Hessian {
  readonly entries: readonly (readonly bigint[])[];
  readonly over: bigint;
}

function hessianOf({ sums, scales, rows }: Gram): Hessian {
  const own = scales.slice(0, -1);
  const scale = own.reduce(lcm, 1n);
  const entries = own.map((s, p) =>
    own.map((t, q) => 2n * ((p >= q ? sums[p]?.[q] : sums[q]?.[p]) as bigint) * (scale / s) * (scale / t)),
  );
  return { entries, over: BigInt(rows) * scale * scale };
}

/** Are all eigenvalues of 1 - (rate / 2) H above 0? Exactly when all leading minors are (Sylvester). */
function isStable({ entries, over }: Hessian, rate: number): boolean {
  const { n, d } = exactDouble(rate);
  const matrix = entries.map((row, p) => row.map((entry, q) => (p === q ? 2n * d * over : 0n) - n * entry));
  eliminate(matrix, matrix.length);
  return matrix.every((row, p) => (row[p] as bigint) > 0n);
}

const SQUARINGS = 40;

/** Nearly the largest eigenvalue of a symmetric matrix without negative ones, whose trace is 1: from its powers. */
function largestEigenvalue(matrix: readonly (readonly number[])[]): number {
  let power = matrix;
  for (let turn = 0; turn < SQUARINGS; turn++) {
    const square = power.map((row) => power.map((column) => dotProduct(row, column)));
    const trace = square.reduce((sum, row, p) => sum + (row[p] as number), 0);
    power = square.map((row) => row.map((entry) => entry / trace));
  }
  // Every column of a high power lies along the eigenvector; the one with the largest entry on the diagonal is longest.
  const vector = power.reduce((best, row, p) => ((row[p] as number) > Math.max(...best) ? row : best));
  const image = matrix.map((row) => dotProduct(row, vector));
  return dotProduct(image, vector) / dotProduct(vector, vector);
}

function dotProduct(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, value, i) => sum + value * (q[i] as number), 0);
}
