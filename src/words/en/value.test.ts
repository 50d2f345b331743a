import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueText } from './value.ts';

it('a value that is not exact says so', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      expect(valueText({ kind: 'approximate', value }, 6)).toMatch(/^≈/);
    }),
  );
});
