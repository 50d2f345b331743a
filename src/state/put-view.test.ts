import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeParts, views } from '../../tests/arbitrary-view.ts';
import { decode } from './codec.ts';
import { partOf } from './link-part.ts';
import { viewNumbers, withItem, type ViewValue } from './put-view.ts';
import { isSwitchedOn, type ViewSwitch } from './view.ts';

const SWITCHES: readonly ViewSwitch[] = ['above', 'hidden', 'projector'];
const VALUES: readonly ViewValue[] = ['axes', 'turn'];

describe('the part view of a link', () => {
  it('L8 what is read of it and put into an empty one, in any order, is the same text', () => {
    fc.assert(
      fc.property(views, fc.shuffledSubarray([...SWITCHES, ...VALUES], { minLength: 5 }), (view, order) => {
        const figures = `view=${view}`;
        const written = order.reduce<string | undefined>(
          (all, key) =>
            withItem(
              all,
              key,
              key === 'axes' || key === 'turn' ? viewNumbers(figures, key) : isSwitchedOn(figures, key) || null,
            ),
          undefined,
        );
        expect(written).toBe(figures);
      }),
    );
  });

  it('L8 an item comes and goes alone, and what is written can be read', () => {
    fc.assert(
      fc.property(placeParts, fc.constantFrom(...SWITCHES), (figures, key) => {
        const on = withItem(figures, key, true);
        const off = withItem(on, key, null);
        expect([isSwitchedOn(on, key), isSwitchedOn(off, key)]).toEqual([true, false]);
        expect(isSwitchedOn(figures, key) ? on : off).toBe(figures);
        for (const other of VALUES) expect(viewNumbers(on, other)).toEqual(viewNumbers(figures, other));
        expect(partOf(off, 'fit')).toBe(partOf(figures, 'fit'));
        const read = decode(`preset=xor&${on}`);
        expect(read?.ok && read.value.figures).toBe(on);
      }),
    );
  });
});
