import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typableRationals } from '../../tests/arbitrary-document.ts';
import {
  absolute,
  compare,
  multiply,
  negate,
  rational,
  subtract,
  toNumber,
  toShortText,
  type Rational,
} from '../algebra/rational.ts';
import { parseTypedNumber, type TypedNumberError } from '../algebra/typed-number.ts';
import { typedNumberSentence } from './number-error.ts';
import { approximateText, numberText, shortNumberText, spokenNumber } from './number.ts';

function readBack(text: string): Rational {
  const read = parseTypedNumber(text);
  if (!read.ok) throw new Error(`“${text}” can’t be typed: ${read.error.kind}`);
  return read.value;
}

describe('numbers as people read them', () => {
  it('are exact: typing what is shown gives the number', () => {
    fc.assert(
      fc.property(typableRationals, (value) => {
        expect(readBack(numberText(value))).toEqual(value);
      }),
    );
  });

  it.each([
    [1, 2, '0.5'],
    [-3, 1, '−3'],
    [1, 3, '1/3'],
    [-2, 3, '−2/3'],
    [0, 1, '0'],
    [1, 1_000_000, '0.000001'],
    [1, 10_000_000, '0.0000001'],
    [1, 128, '1/128'],
    [1, 3 * 10 ** 9, '1/3000000000'],
  ])('%i/%i is %s', (n, d, text) => {
    expect(numberText(rational(n, d))).toBe(text);
  });

  it('are a typed decimal as it was typed, also when it is said', () => {
    const decimals = fc
      .tuple(fc.integer({ min: -999, max: 999 }), fc.stringMatching(/^\d{0,15}[1-9]$/))
      .map(([whole, places]) => `${whole}.${places}`);
    fc.assert(
      fc.property(decimals, (typed) => {
        fc.pre(toShortText(readBack(typed)).includes('.'));
        expect(numberText(readBack(typed))).toBe(typed.replace('-', '−'));
        expect(spokenNumber(readBack(typed))).toBe(typed.replace('-', 'minus '));
      }),
    );
    for (const typed of ['0.1234567', '12.3456789', '0.00000000000000001']) {
      expect(numberText(readBack(typed))).toBe(typed);
    }
  });

  it('have a true minus sign, also in an exponent', () => {
    fc.assert(
      fc.property(typableRationals, fc.integer({ min: 4, max: 12 }), (value, length) => {
        expect(numberText(value) + shortNumberText(value, length)).not.toContain('-');
      }),
    );
  });

  it('are shown exactly where there is room, else rounded, and say so', () => {
    fc.assert(
      fc.property(typableRationals, fc.integer({ min: 5, max: 24 }), (value, room) => {
        const [exact, text] = [numberText(value), shortNumberText(value, room)];
        expect(text === exact).toBe(exact.replace('−', '').length <= room);
        if (text === exact) return;
        expect(text.startsWith('≈')).toBe(true);
        // Rounded to its last digit: no further away than half of a unit there.
        const { shown, unit } = decimal(text);
        const distance = absolute(subtract(shown, value));
        expect(compare(multiply(rational(2), distance), unit)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('look the same on both sides of 0, but for the sign', () => {
    fc.assert(
      fc.property(typableRationals, fc.integer({ min: 4, max: 24 }), (value, room) => {
        const [above, below] = [absolute(value), negate(absolute(value))].map((v) => shortNumberText(v, room));
        expect(below?.replace(/^(≈?)−/, '$1')).toBe(above);
        const double = Math.abs(toNumber(value));
        expect(approximateText(-double, room).replace(/^≈−/, '≈')).toBe(approximateText(double, room));
      }),
    );
    expect(shortNumberText(rational(12345678, 1000), 6)).toBe('≈12346');
    expect(shortNumberText(rational(-12345678, 1000), 6)).toBe('≈−12346');
  });

  it('rounded keep to their room where it is enough for two digits and exponent, and keep two digits', () => {
    fc.assert(
      fc.property(typableRationals, fc.integer({ min: 8, max: 24 }), (value, room) => {
        const text = shortNumberText(value, room);
        expect(text.replace(/^(≈?)−/, '$1').length).toBeLessThanOrEqual(room);
        const digits = text.replace(/e.*/, '').replace(/[^\d]/g, '').replace(/^0+/, '');
        if (text.startsWith('≈')) expect(digits.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('are rounded from the exact value: no double lies between it and its digits', () => {
    expect(shortNumberText(rational(-11881413721908391n, 16n), 16)).toBe('≈−742588357619274');
    expect(shortNumberText(rational(9996n, 1001n * 10n ** 30n), 9)).toBe('≈9.99e−30');
    expect(shortNumberText(rational(99999n * 10n ** 20n), 7)).toBe('≈1.0e25');
  });

  it.each([
    [350.1449, 8, '≈350.145'],
    [-350.1449, 8, '≈−350.145'],
    [1 / 3, 6, '≈0.333'],
    [1 / 3, 4, '≈0.3'],
    [1 / 3, 24, '≈0.3333'],
    [9.6, 6, '≈9.600'],
    [1_234_567.8, 8, '≈1234568'],
    [1_234_567.8, 7, '≈1.23e6'],
    [-1 / 1_234_567, 9, '≈−8.100e−7'],
    [0.00038123, 9, '≈3.812e−4'],
    [1e300, 5, '≈1e300'],
  ])('%d in %i characters: %s', (value, room, text) => {
    expect(approximateText(value, room)).toBe(text);
  });
});

describe('numbers as they are said', () => {
  it('are words and digits that give the number back', () => {
    fc.assert(
      fc.property(typableRationals, (value) => {
        const spoken = spokenNumber(value);
        expect(spoken).not.toMatch(/[-−/]/);
        expect(readBack(spoken.replace('minus ', '-').replace(' over ', '/'))).toEqual(value);
      }),
    );
    expect(spokenNumber(rational(-1, 3))).toBe('minus 1 over 3');
    expect(spokenNumber(rational(5, 2))).toBe('2.5');
  });
});

describe('what is wrong with a typed number', () => {
  const sentenceOf = (text: string) => {
    const read = parseTypedNumber(text);
    return read.ok ? '' : typedNumberSentence(read.error);
  };

  it.each([
    ['', 'Type a number, such as 0.5, −3 or 1/3.'],
    ['12x', '“x” can’t be part of a number. Type one such as 0.5, −3 or 1/3.'],
    ['1🙂', '“🙂” can’t be part of a number. Type one such as 0.5, −3 or 1/3.'],
    ['1 000', 'A space can’t be part of a number. Type one such as 0.5, −3 or 1/3.'],
    ['1/', 'This is not a number yet. Type one such as 0.5, −3 or 1/3.'],
    ['1/0', 'A fraction can’t have 0 below the line.'],
    ['1,000', '1,000 could be read in two ways: type 1000 or 1.000.'],
    ['9'.repeat(21), 'That number is too large: at most 20 digits before the point.'],
    ['-1e20', 'That number is too large: at most 20 digits before the point.'],
    ['1e300', 'That number is too large: at most 20 digits before the point.'],
    ['1/1e-300', 'That number is too large: at most 20 digits before the point.'],
    ['1e-20', 'That number is too close to 0: at most 19 places behind the point.'],
    ['1e-300', 'That number is too close to 0: at most 19 places behind the point.'],
    ['1/1e300', 'That number is too close to 0: at most 19 places behind the point.'],
    ['1.00000000000000000001', 'That number is too long: at most 20 digits above and below the line.'],
  ])('“%s”: %s', (text, sentence) => {
    expect(sentenceOf(text)).toBe(sentence);
  });

  it('a number beyond the limits is said to be on the side that it is on', () => {
    const long = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.integer({ min: -60, max: 40 }));
    fc.assert(
      fc.property(long, ([digits, exponent]) => {
        const read = parseTypedNumber(`${digits}e${exponent}`);
        if (read.ok || read.error.kind !== 'tooLong') return;
        const size = Math.log10(Number(digits)) + exponent;
        if (read.error.why === 'large') expect(size).toBeGreaterThan(19.99);
        else expect(size).toBeLessThan(read.error.why === 'small' ? -19.99 : 20.01);
      }),
    );
    expect(sentenceOf('1e19') + sentenceOf('1e-19')).toBe('');
  });

  it('what a sentence proposes can be typed', () => {
    const kinds: readonly TypedNumberError[] = [
      { kind: 'empty' },
      { kind: 'notANumber', text: 'x', at: 0 },
      { kind: 'ambiguousComma', text: '12,345' },
    ];
    for (const error of kinds) {
      const proposed =
        typedNumberSentence(error)
          .replace(/^12,345/, '')
          .match(/−?\d[\d./]*\d|−\d/g) ?? [];
      expect(proposed.length).toBeGreaterThan(1);
      for (const text of proposed) expect(sentenceOf(text), text).toBe('');
    }
  });
});

/** A rounded number from its digits, and the weight of the last one. */
function decimal(text: string): { readonly shown: Rational; readonly unit: Rational } {
  const [, sign, whole = '', places = '', exponent = '0'] = /^≈(−?)(\d+)(?:\.(\d+))?(?:e(.*))?$/.exec(text) ?? [];
  const power = Number(exponent.replace('−', '-')) - places.length;
  const unit = power < 0 ? rational(1, 10n ** BigInt(-power)) : rational(10n ** BigInt(power));
  const digits = BigInt(`${whole}${places}`);
  // The double in between was rounded too: that may add a little to half a unit.
  return {
    shown: multiply(rational(sign === '' ? digits : -digits), unit),
    unit: multiply(unit, rational(1_000_001, 1_000_000)),
  };
}
