import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatScale } from './heat-scale.ts';

const weight = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => (Math.abs(value) < 1e-12 ? 0 : value));
const weights = fc.array(weight, { minLength: 1, maxLength: 40 });

describe('the colour of a weight', () => {
  it('has its sign, grows with it, and is the strongest at the ends of the scale, which no weight is beyond', () => {
    fc.assert(
      fc.property(weights, (values) => {
        const { shareOf, ticks } = heatScale(values);
        const [least = NaN, , middle, , greatest = NaN] = ticks;
        expect([least, middle]).toEqual([-greatest, 0]);
        expect([shareOf(least), shareOf(0), shareOf(greatest)]).toEqual([-1, 0, 1]);
        const sorted = values.toSorted((p, q) => p - q);
        sorted.forEach((value, i) => {
          expect(Math.abs(value)).toBeLessThanOrEqual(greatest);
          // Equal, but for the last digit of a double.
          expect(shareOf(value)).toBeCloseTo(value / greatest, 9);
          expect(shareOf(value)).toBeGreaterThanOrEqual(shareOf(sorted[i - 1] ?? least));
        });
      }),
    );
  });

  it('keeps to ends that can be read, and that a small step of the largest weight seldom moves', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (largest) => {
        const end = heatScale([largest]).ticks.at(-1) ?? NaN;
        expect(Number(end.toPrecision(2))).toBe(end);
        expect(end).toBeLessThanOrEqual(2.5 * largest);
        expect(heatScale([(largest + end) / 2, -largest]).ticks.at(-1)).toBe(end);
      }),
    );
    expect(heatScale([0, 0]).ticks).toEqual([-1, -0.5, 0, 0.5, 1]);
  });
});
