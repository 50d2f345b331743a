import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countText, plural, thousands } from './count.ts';
import { counted } from './verdict-words.ts';

const DIGITS = new Intl.NumberFormat('en');
const CARDINAL = new Intl.PluralRules('en');
const count = fc.oneof(fc.nat(1200), fc.maxSafeNat());

it('counts have the digits and the forms of words that the platform gives them', () => {
  fc.assert(
    fc.property(count, (n) => {
      expect(thousands(n)).toBe(DIGITS.format(n));
      expect(plural(n, 'one', 'other')).toBe(CARDINAL.select(n));
    }),
  );
});

it('a count beyond the words looks the same wherever it is said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 13, max: 10 ** 6 }), (count) => {
      const said = counted(count, 'flat piece');
      expect(said).toBe(countText(count, 'flat piece'));
      expect(Number(said.replaceAll(',', '').replace(' flat pieces', ''))).toBe(count);
    }),
  );
});
