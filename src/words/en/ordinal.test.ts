import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ordinalText } from './ordinal.ts';

it('a position has the ending of its last digits', () => {
  const said = [1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(ordinalText);
  expect(said).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '103rd', '111th']);
});

it('a position has the ending that the platform gives it', () => {
  const ORDINAL = new Intl.PluralRules('en', { type: 'ordinal' });
  const ENDINGS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };
  fc.assert(
    fc.property(fc.oneof(fc.nat(1200), fc.maxSafeNat()), (position) => {
      expect(ordinalText(position).replace(/^[\d,]+/, '')).toBe(ENDINGS[ORDINAL.select(position)] ?? 'th');
    }),
  );
});
