import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { evaluateAffine } from '../algebra/affine.ts';
import {
  ONE,
  ZERO,
  add,
  compare,
  divide,
  dot,
  equal,
  multiply,
  negate,
  rational,
  subtract,
  sum,
  type Rational,
} from '../number/rational.ts';
import { leastSquares } from './least-squares.ts';

type Rows = readonly (readonly Rational[])[];

const wide = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map((n) => rational(n, 10n ** 20n));

function tables(numbers: fc.Arbitrary<Rational>, maxRows: number): fc.Arbitrary<Rows> {
  return fc.integer({ min: 1, max: 4 }).chain((inputs) => {
    const row = fc.array(numbers, { minLength: inputs + 1, maxLength: inputs + 1 });
    return fc.array(row, { minLength: 1, maxLength: maxRows });
  });
}

const anyTable = fc.oneof(tables(smallRationals, 12), tables(wide, 8), tables(smallRationals, 200));

const residualsOf = (rows: Rows, model: { coef: readonly Rational[]; intercept: Rational }) =>
  rows.map((row) => subtract(row.at(-1) as Rational, evaluateAffine(model, row.slice(0, -1))));

/** By expansion along the first row. */
function determinant(matrix: Rows): Rational {
  const [first = [], ...rest] = matrix;
  if (matrix.length === 0) return ONE;
  return first.reduce((total, entry, c) => {
    const minor = determinant(rest.map((row) => row.filter((_, k) => k !== c)));
    const term = multiply(entry, minor);
    return add(total, c % 2 === 0 ? term : negate(term));
  }, ZERO);
}

describe('the floor', () => {
  it('leaves errors that are orthogonal to every column, exactly: no linear model does better', () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const floor = leastSquares(rows);
        const residuals = residualsOf(rows, floor);
        expect(sum(residuals)).toEqual(ZERO);
        for (let i = 0; i < floor.coef.length; i++) {
          const column = rows.map((row) => row[i] as Rational);
          expect(dot(column, residuals)).toEqual(ZERO);
        }
        expect(divide(dot(residuals, residuals), rational(rows.length))).toEqual(floor.loss);
      }),
      { numRuns: 150 },
    );
  });

  it("solves the normal equations as Cramer's rule does", () => {
    fc.assert(
      fc.property(tables(smallRationals, 9), (rows) => {
        const columns = [rows.map(() => ONE), ...(rows[0] ?? []).map((_, c) => rows.map((row) => row[c] as Rational))];
        const y = columns.pop() as Rational[];
        const gram = columns.map((p) => columns.map((q) => dot(p, q)));
        const whole = determinant(gram);
        fc.pre(whole.n !== 0n);
        const right = columns.map((p) => dot(p, y));
        const solved = columns.map((_, c) =>
          divide(
            determinant(gram.map((row, r) => row.map((entry, k) => (k === c ? (right[r] as Rational) : entry)))),
            whole,
          ),
        );
        const floor = leastSquares(rows);
        expect([floor.intercept, ...floor.coef]).toEqual(solved);
        expect(floor.dependent).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives 0 to an input that those before it make up, and knows the same loss without it', () => {
    fc.assert(
      fc.property(tables(smallRationals, 12), smallRationals, smallRationals, (rows, factor, shift) => {
        const made = rows.map((row) => {
          const first = row[0] as Rational;
          return [...row.slice(0, -1), add(multiply(factor, first), shift), row.at(-1) as Rational];
        });
        const [floor, without] = [leastSquares(made), leastSquares(rows)];
        expect(floor.coef.at(-1)).toEqual(ZERO);
        expect(floor.dependent).toContain(made[0] ? made[0].length - 2 : -1);
        expect(floor.loss).toEqual(without.loss);
      }),
      { numRuns: 100 },
    );
  });

  it('finds a plane that the points lie on, however large or small they are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(wide, wide), { minLength: 4, maxLength: 90 }), wide, wide, (points, a, b) => {
        const scale = rational(10n ** 300n);
        const rows = points.map(([p, q]) => [multiply(p, scale), q, add(multiply(a, p), add(multiply(b, q), ONE))]);
        const floor = leastSquares(rows);
        fc.pre(floor.dependent.length === 0);
        expect(floor.loss).toEqual(ZERO);
        expect(floor.coef).toEqual([divide(a, scale), b]);
        expect(floor.intercept).toEqual(ONE);
      }),
      { numRuns: 50 },
    );
  });

  it('is never above the loss of another model', () => {
    fc.assert(
      fc.property(anyTable, fc.array(smallRationals, { minLength: 5, maxLength: 5 }), (rows, numbers) => {
        const [intercept = ZERO, ...coef] = numbers.slice(0, rows[0]?.length);
        const residuals = residualsOf(rows, { coef, intercept });
        const loss = divide(dot(residuals, residuals), rational(rows.length));
        const floor = leastSquares(rows);
        expect(compare(floor.loss, loss)).toBeLessThanOrEqual(0);
        expect(equal(floor.loss, loss) || compare(floor.loss, loss) < 0).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
