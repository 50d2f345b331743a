import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeParts } from '../../tests/arbitrary-view.ts';
import { decode } from './codec.ts';
import { partOf } from './link-part.ts';
import { withSwitch } from './put-view.ts';
import { isSwitchedOn, type ViewSwitch } from './view.ts';

const SWITCHES: readonly ViewSwitch[] = ['hidden', 'projector'];

describe('the part view of a link', () => {
  it('L8 a switch is turned alone, and what is written can be read', () => {
    fc.assert(
      fc.property(placeParts, fc.constantFrom(...SWITCHES), (figures, key) => {
        const on = withSwitch(figures, key, true);
        const off = withSwitch(on, key, false);
        expect([isSwitchedOn(on, key), isSwitchedOn(off, key)]).toEqual([true, false]);
        expect(isSwitchedOn(figures, key) ? on : off).toBe(figures);
        expect(partOf(off, 'fit')).toBe(partOf(figures, 'fit'));
        const read = decode(`preset=xor&${on}`);
        expect(read?.ok && read.value.figures).toBe(on);
      }),
    );
  });
});
