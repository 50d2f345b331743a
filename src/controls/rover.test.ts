import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rove, type Axis } from './rover.tsx';

const HELD = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const axes = fc.constantFrom<Axis>('row', 'column', 'both');
const places = fc
  .integer({ min: 1, max: 20 })
  .chain((count) => fc.record({ count: fc.constant(count), at: fc.integer({ min: -1, max: count - 1 }) }));

/** The keys of an axis, forward and back. */
const KEYS: Readonly<Record<Axis, readonly (readonly [string, string])[]>> = {
  row: [['ArrowRight', 'ArrowLeft']],
  column: [['ArrowDown', 'ArrowUp']],
  both: [
    ['ArrowRight', 'ArrowLeft'],
    ['ArrowDown', 'ArrowUp'],
  ],
};

describe('arrow keys in a group', () => {
  it('visit every member once from end to end, in order, and back again', () => {
    fc.assert(
      fc.property(axes, fc.integer({ min: 1, max: 20 }), fc.boolean(), (axis, count, around) => {
        for (const [forward, back] of KEYS[axis]) {
          const visit = (key: string) => {
            const seen: number[] = [];
            for (let at = -1; seen.length < count; seen.push(at)) {
              at = rove({ key, ...HELD }, at, count, axis, around) ?? NaN;
            }
            return seen;
          };
          const all = Array.from({ length: count }, (_, i) => i);
          expect(visit(forward)).toEqual(all);
          // A group without ends can be entered from both.
          expect(visit(back)).toEqual(around ? all.toReversed() : all.map(() => 0));
        }
      }),
    );
  });

  it('stay at an end, or go around', () => {
    fc.assert(
      fc.property(axes, fc.integer({ min: 1, max: 20 }), (axis, count) => {
        for (const [forward, back] of KEYS[axis]) {
          expect(rove({ key: forward, ...HELD }, count - 1, count, axis)).toBe(count - 1);
          expect(rove({ key: back, ...HELD }, 0, count, axis)).toBe(0);
          expect(rove({ key: forward, ...HELD }, count - 1, count, axis, true)).toBe(0);
          expect(rove({ key: back, ...HELD }, 0, count, axis, true)).toBe(count - 1);
        }
      }),
    );
  });

  it('Home and End go to the ends from everywhere', () => {
    fc.assert(
      fc.property(axes, places, (axis, { at, count }) => {
        expect(rove({ key: 'Home', ...HELD }, at, count, axis)).toBe(0);
        expect(rove({ key: 'End', ...HELD }, at, count, axis)).toBe(count - 1);
      }),
    );
  });

  it('any other key, and any that is held with another, is left alone', () => {
    const modifier = fc.constantFrom('altKey', 'ctrlKey', 'metaKey', 'shiftKey');
    const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End');
    fc.assert(
      fc.property(axes, places, keys, modifier, (axis, { at, count }, key, held) => {
        expect(rove({ key, ...HELD, [held]: true }, at, count, axis)).toBe(null);
      }),
    );
    for (const key of ['Tab', 'Enter', ' ', 'Escape', 'PageUp', 'PageDown', 'a', '-']) {
      expect(rove({ key, ...HELD }, 0, 3)).toBe(null);
    }
    expect(rove({ key: 'ArrowUp', ...HELD }, 0, 3, 'row')).toBe(null);
    expect(rove({ key: 'ArrowLeft', ...HELD }, 0, 3, 'column')).toBe(null);
    expect(rove({ key: 'Home', ...HELD }, -1, 0)).toBe(null);
  });
});
