import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typableRationals } from '../../tests/arbitrary-document.ts';
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  negate,
  rational,
  sign,
  subtract,
  toNumber,
  type Rational,
} from '../number/rational.ts';
import { STEP, moveBy, slideByKey, sliderBound, snap, stepByKey, stepFor, within } from './number-step.ts';

const steps = fc.constantFrom(
  ...[false, true].flatMap((shiftKey) => [false, true].map((altKey) => stepFor({ shiftKey, altKey }))),
);
const counts = fc.integer({ min: -50, max: 50 });
const isOnGrid = (value: Rational, step: Rational) => divide(value, step).d === 1n;

describe('steps', () => {
  it('Shift makes ten at once, Alt a tenth of one', () => {
    expect(divide(stepFor({ shiftKey: true, altKey: false }), STEP)).toEqual(rational(10));
    expect(divide(stepFor({ shiftKey: false, altKey: true }), STEP)).toEqual(rational(1, 10));
    expect(stepFor({ shiftKey: false, altKey: false })).toBe(STEP);
  });

  it('on the grid: count steps further, and back again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), counts, steps, (position, count, step) => {
        const value = multiply(rational(position), step);
        const moved = moveBy(value, count, step);
        expect(subtract(moved, value)).toEqual(multiply(rational(count), step));
        expect(moveBy(moved, -count, step)).toEqual(value);
      }),
    );
  });

  it('from a value in hundredths: exactly as many steps further', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), counts, steps, (hundredths, count, step) => {
        const value = rational(hundredths, 100);
        expect(subtract(moveBy(value, count, step), value)).toEqual(multiply(rational(count), step));
      }),
    );
    expect(moveBy(rational(1, 4), 1, STEP)).toEqual(rational(7, 20));
  });

  it('from any other value: to the grid, in the right direction, the first step no further than the next point', () => {
    fc.assert(
      fc.property(typableRationals, counts, steps, (value, count, step) => {
        fc.pre(!isOnGrid(value, rational(1, 100)));
        const moved = moveBy(value, count, step);
        if (count === 0) {
          expect(moved).toBe(value);
          return;
        }
        const grid = compare(step, STEP) > 0 ? STEP : step;
        expect(isOnGrid(moved, grid)).toBe(true);
        const distance = subtract(moved, value);
        expect(sign(distance)).toBe(Math.sign(count));
        const whole = multiply(rational(Math.abs(count)), step);
        expect(compare(absolute(distance), whole)).toBeLessThanOrEqual(0);
        expect(compare(absolute(distance), subtract(whole, grid))).toBe(1);
      }),
    );
    expect(moveBy(rational(1, 3), 1, STEP)).toEqual(rational(2, 5));
    expect(moveBy(rational(1, 3), -1, STEP)).toEqual(rational(3, 10));
    expect(moveBy(rational(-1, 3), 1, STEP)).toEqual(rational(-3, 10));
  });

  it('a drag of several steps is as many single steps', () => {
    fc.assert(
      fc.property(typableRationals, counts, steps, (value, count, step) => {
        const single = Array.from({ length: Math.abs(count) }).reduce<Rational>(
          (at) => moveBy(at, Math.sign(count), step),
          value,
        );
        expect(single).toEqual(moveBy(value, count, step));
      }),
    );
  });
});

describe('a slider', () => {
  it('snaps to the nearest point of the grid', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), steps, (value, step) => {
        const snapped = snap(value, step);
        expect(isOnGrid(snapped, step)).toBe(true);
        expect(Math.abs(toNumber(snapped) - value)).toBeLessThanOrEqual(toNumber(step) / 2 + 1e-9);
      }),
    );
    expect(snap(0.30000000000000004)).toEqual(rational(3, 10));
  });

  it('gives every point of its grid back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (position) => {
        const value = rational(position, 10);
        expect(snap(toNumber(value))).toEqual(value);
      }),
    );
  });

  it('ends at the first of 10, 20, 50, 100, ... that holds the value', () => {
    const round = Array.from({ length: 66 }, (_, i) => ({
      n: [1n, 2n, 5n][i % 3] ?? 0n,
      power: BigInt(Math.floor(i / 3)),
    })).map(({ n, power }) => rational(n * 10n ** (power + 1n)));
    fc.assert(
      fc.property(typableRationals, (value) => {
        expect(sliderBound(value)).toEqual(round.find((end) => compare(absolute(value), end) <= 0));
      }),
    );
    expect(sliderBound(rational(-10))).toEqual(rational(10));
    expect(sliderBound(rational(101, 10))).toEqual(rational(20));
  });

  it('keeps values between its ends, and leaves those between them alone', () => {
    fc.assert(
      fc.property(typableRationals, typableRationals.map(absolute), (value, bound) => {
        const clamped = within(value, negate(bound), bound);
        expect(compare(clamped, bound)).toBeLessThanOrEqual(0);
        expect(sign(add(clamped, bound))).toBeGreaterThanOrEqual(0);
        if (compare(absolute(value), bound) <= 0) expect(clamped).toBe(value);
        else expect(clamped).toEqual(sign(value) < 0 ? negate(bound) : bound);
      }),
    );
  });
});

describe('the keys of a number field', () => {
  const modifiers = fc.record({
    shiftKey: fc.boolean(),
    altKey: fc.boolean(),
    ctrlKey: fc.boolean(),
    metaKey: fc.boolean(),
  });
  const keys = fc.oneof(
    fc.constantFrom('Home', 'End', 'ArrowLeft', 'ArrowRight', 'Backspace', 'Delete', 'Tab', 'F2', '-', '/', '5', ' '),
    fc.string({ minLength: 1, maxLength: 1 }),
  );

  it('are the text’s, but for up and down: none of them changes the number', () => {
    fc.assert(
      fc.property(typableRationals, keys, modifiers, (value, key, held) => {
        expect(stepByKey(value, { key, ...held })).toBe(null);
      }),
    );
  });

  it('up and down are the opposite of each other, and neither stays where it is', () => {
    fc.assert(
      fc.property(typableRationals, fc.constantFrom('Arrow', 'Page'), modifiers, (value, kind, held) => {
        const up = stepByKey(value, { key: `${kind}Up`, ...held });
        const down = stepByKey(negate(value), { key: `${kind}Down`, ...held });
        if (held.ctrlKey || held.metaKey) {
          expect([up, down]).toEqual([null, null]);
        } else {
          expect(up && compare(up, value)).toBe(1);
          expect(down && negate(down)).toEqual(up);
        }
      }),
    );
  });
});

describe('the keys of a slider', () => {
  const still = { ctrlKey: false, metaKey: false, altKey: false };
  const ends = fc
    .tuple(
      typableRationals,
      typableRationals.filter((length) => sign(length) > 0),
    )
    .map(([min, length]) => [min, add(min, length)] as const);

  it('stay between its ends, and from within go forward and back by as much', () => {
    const pairs = fc.constantFrom(
      ['ArrowRight', 'ArrowLeft'],
      ['ArrowUp', 'ArrowDown'],
      ['PageUp', 'PageDown'],
      ['End', 'Home'],
    );
    fc.assert(
      fc.property(
        ends,
        typableRationals,
        pairs,
        fc.boolean(),
        ([min, max], anywhere, [on = '', back = ''], shiftKey) => {
          const value = within(anywhere, min, max);
          const next = slideByKey(value, { key: on, shiftKey, ...still }, min, max);
          const before = slideByKey(value, { key: back, shiftKey, ...still }, min, max);
          if (!next || !before) throw new Error('the keys of a slider lead somewhere');
          expect(compare(next, max)).toBeLessThanOrEqual(0);
          expect(compare(before, min)).toBeGreaterThanOrEqual(0);
          expect(compare(next, value)).toBe(compare(value, max) === 0 ? 0 : 1);
          expect(compare(before, value)).toBe(compare(value, min) === 0 ? 0 : -1);
          // Turned around, the keys change places.
          const mirrored = slideByKey(negate(value), { key: back, shiftKey, ...still }, negate(max), negate(min));
          expect(mirrored).toEqual(negate(next));
        },
      ),
    );
  });

  it('any other key, and any that is held with Ctrl, is left alone', () => {
    for (const key of ['Tab', 'Enter', 'Escape', '5', '-']) {
      expect(slideByKey(rational(0), { key, shiftKey: false, ...still }, rational(-1), rational(1))).toBe(null);
    }
    const held = { key: 'End', shiftKey: false, ...still, ctrlKey: true };
    expect(slideByKey(rational(0), held, rational(-1), rational(1))).toBe(null);
  });
});
