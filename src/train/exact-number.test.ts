import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNumberText } from '../number/number-text.ts';
import { equal, rational, toNumber } from '../number/rational.ts';
import { isWrittenNumber, parseExactJson, withDoubles } from './exact-json.ts';
import { doubleText, exactDouble, parseExactNumber } from './exact-number.ts';

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });

it('a double is the rational that it is, and its text in full reads back as the same double', () => {
  fc.assert(
    fc.property(doubles, (value) => {
      const exact = exactDouble(value);
      expect(toNumber(exact)).toBe(value + 0);
      const text = doubleText(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(value);
      expect(parseNumberText(text).ok).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('a number means what is written: digits, point and exponent', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.nat(40), fc.integer({ min: -400, max: 400 }), (digits, places, exponent) => {
      const magnitude = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
      const cut = magnitude.length - places;
      const text = `${digits < 0n ? '-' : ''}${magnitude.slice(0, cut)}.${magnitude.slice(cut)}e${exponent}`;
      const parsed = parseExactNumber(text);
      const power = exponent - places;
      const value = power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power));
      expect(parsed.ok && equal(parsed.value, value)).toBe(true);
    }),
  );
  for (const text of ['1e1001', '1e-99999999999999999999', '', '1,5', 'x', '1/0', '0x1', '1e', 'NaN']) {
    expect(parseExactNumber(text).ok).toBe(false);
  }
});

it('JSON is read as JSON.parse does, but for the numbers, which keep their text', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const written = parseExactJson(text);
      expect(withDoubles(written)).toEqual(JSON.parse(text));
    }),
    { numRuns: 500 },
  );
  const odd = '{"a": ["-1.50e+2", -1.50e+2, "\\\\", 0.1, "\\"7\\"", {"9": 1e400}]}';
  const { a } = parseExactJson(odd) as { a: unknown[] };
  expect(a).toEqual(['-1.50e+2', { number: '-1.50e+2' }, '\\', { number: '0.1' }, '"7"', { '9': { number: '1e400' } }]);
  expect(a.map(isWrittenNumber)).toEqual([false, true, false, true, false, false]);
  expect(() => parseExactJson('[1, 2')).toThrow(SyntaxError);
  expect(() => parseExactJson('[01]')).toThrow(SyntaxError);
});
