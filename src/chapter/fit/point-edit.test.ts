import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide, rational, toNumber, type Rational } from '../../number/rational.ts';
import { MOST_POINTS, type Rows } from './fit-data.ts';
import { editWindow, movedPoint, snapped, withPoint, withoutPoint } from './point-edit.ts';

const number = fc.integer({ min: -10_000, max: 10_000 }).map((n) => rational(n, 50));
const points: fc.Arbitrary<Rows> = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: MOST_POINTS });

describe('points set by hand', () => {
  it('are all in view, and land on a place of the grid beside the pointer', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
        const { x, y } = editWindow(rows);
        for (const [px, py] of rows as readonly (readonly [Rational, Rational])[]) {
          expect(toNumber(px)).toBeGreaterThan(x.min);
          expect(toNumber(px)).toBeLessThan(x.max);
          expect(toNumber(py)).toBeGreaterThan(y.min);
          expect(toNumber(py)).toBeLessThan(y.max);
        }
        const value = x.min + share * (x.max - x.min);
        const place = snapped(x, value);
        expect(divide(place, x.step).d).toBe(1n);
        expect(Math.abs(toNumber(place) - value)).toBeLessThanOrEqual(0.5001 * toNumber(x.step));
        // Some hundred places across: near enough to be where the finger is.
        expect((x.max - x.min) / toNumber(x.step)).toBeGreaterThan(25);
      }),
      { numRuns: 100 },
    );
  });

  it('come and go one by one: one stays, and there are so many at most', () => {
    fc.assert(
      fc.property(points, fc.nat(MOST_POINTS), number, (rows, at, value) => {
        const index = at % rows.length;
        const more = withPoint(rows, [value, value]);
        expect(more.length).toBe(Math.min(MOST_POINTS, rows.length + 1));
        if (more !== rows) expect(withoutPoint(more, rows.length)).toEqual(rows);
        expect(withoutPoint(rows, index).length).toBe(Math.max(1, rows.length - 1));
        const moved = movedPoint(rows, index, [value, value]);
        expect(moved.map((row, i) => (i === index ? rows[i] : row))).toEqual(rows);
        expect(moved[index]).toEqual([value, value]);
      }),
      { numRuns: 60 },
    );
  });
});
