/** Points to fit a network to, as doubles: what the training reads. */
import { toNumber, type Rational } from '../number/rational.ts';

export interface DataSet {
  readonly inputs: number;
  readonly rows: number;
  /** Row by row: the inputs, then the output y. */
  readonly values: Float64Array;
}

/** The nearest doubles of exact rows (x1, ..., y), all of one length. There is at least one. */
export function dataSetOf(rows: readonly (readonly Rational[])[]): DataSet {
  const width = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * width);
  rows.forEach((row, r) => row.forEach((value, c) => (values[r * width + c] = toNumber(value))));
  return { inputs: width - 1, rows: rows.length, values };
}
