import { ticks } from 'd3-array';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZERO, subtract, toDecimalText, toNumber } from '../number/rational.ts';
import { HEIGHT_STEPS, exactTicks, niceBound } from './nice.ts';

const spans = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
const ends = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const firstDigit = (text: string | null) => text?.replace(/^[0.]*/, '').replace(/\.?0*$/, '');

describe('round numbers', () => {
  it("exact ticks are D3's, within the ends, and whole multiples of one step", () => {
    fc.assert(
      fc.property(ends, spans, fc.integer({ min: 1, max: 20 }), (min, span, count) => {
        const found = exactTicks(min, min + span, count);
        expect(found.map(toNumber)).toEqual(ticks(min, min + span, count).map((tick) => tick + 0));
        const steps = found.slice(1).map((tick, k) => subtract(tick, found[k] ?? ZERO));
        for (const step of steps) expect(step).toEqual(steps[0]);
        if (steps[0]) expect(['1', '2', '5']).toContain(firstDigit(toDecimalText(steps[0])));
      }),
    );
  });

  it('a height axis has two to six numbers', () => {
    fc.assert(
      fc.property(ends, spans, (min, span) => {
        const { length } = ticks(min, min + span, HEIGHT_STEPS);
        expect(length).toBeLessThanOrEqual(6);
        expect(length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('an empty interval has no exact ticks', () => {
    expect(exactTicks(1, 1, 5)).toEqual([]);
    expect(exactTicks(2, 1, 5)).toEqual([]);
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
