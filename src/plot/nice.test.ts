import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positiveRationals, smallRationals } from '../../tests/arbitrary-network.ts';
import { add, compare, divide, toDecimalText, toNumber } from '../number/rational.ts';
import { multiples, niceBound, niceStep, ticks } from './nice.ts';

const spans = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
const firstDigit = (text: string | null) => text?.replace(/^[0.]*/, '').replace(/\.?0*$/, '');

describe('round numbers', () => {
  it('a step begins with 1, 2 or 5, and is the least that fits at most `count` times', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 20 }), (span, count) => {
        const step = niceStep(span, count);
        expect(['1', '2', '5']).toContain(firstDigit(toDecimalText(step)));
        expect(span / toNumber(step)).toBeLessThanOrEqual(count * (1 + 1e-9));
        expect(span / toNumber(step)).toBeGreaterThan(count / 2.5 / (1 + 1e-9));
      }),
    );
  });

  it('multiples are all of those within the ends', () => {
    fc.assert(
      fc.property(smallRationals, positiveRationals, positiveRationals, (min, size, step) => {
        const max = add(min, size);
        const found = multiples(min, max, step);
        const expected =
          Math.floor(toNumber(divide(max, step)) + 1e-9) - Math.ceil(toNumber(divide(min, step)) - 1e-9) + 1;
        expect(found).toHaveLength(expected);
        for (const value of found) {
          expect(divide(value, step).d).toBe(1n);
          expect(compare(value, min)).toBeGreaterThanOrEqual(0);
          expect(compare(value, max)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('an axis has a few ticks', () => {
    fc.assert(
      fc.property(smallRationals, positiveRationals, fc.integer({ min: 2, max: 10 }), (min, size, count) => {
        const found = ticks(min, add(min, size), count);
        expect(found.length).toBeLessThanOrEqual(count + 1);
        expect(found.length).toBeGreaterThanOrEqual(Math.floor(count / 2.5));
      }),
    );
  });

  it('a bound is 1, 2, 4 or 6 with zeros, not smaller than asked and less than 2.01 times it', () => {
    fc.assert(
      fc.property(spans, (value) => {
        const bound = niceBound(value);
        expect(['1', '2', '4', '6']).toContain(firstDigit(toDecimalText(bound)));
        expect(toNumber(bound)).toBeGreaterThanOrEqual(value);
        expect(toNumber(bound)).toBeLessThan(2.01 * value);
      }),
    );
  });
});
