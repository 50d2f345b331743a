import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typableRationals } from '../../../tests/arbitrary-document.ts';
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
} from '../../number/rational.ts';
import type { Known } from '../../number/rounding.ts';
import { parseTypedNumber, type TypedNumberError } from '../../number/typed-number.ts';
import { digitsApart, knownText } from './known-text.ts';
import { typedNumberSentence } from './number-error.ts';
import {
  approximateText,
  axisNumber,
  lineOfNumbers,
  numberText,
  roundedText,
  shortNumberText,
  spokenNumber,
} from './number.ts';

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

  it('in a box of four characters and more are exact, rounded or bounded, and say which', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 4, max: 24 }), (value, room) => {
        const text = shortNumberText(value, room);
        expectTrue(text, value);
        expect(unsigned(text).length).toBeLessThanOrEqual(room);
        if (numberText(absolute(value)).length <= room) expect(text).toBe(numberText(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('in less room than four characters take four', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 3 }), (value, room) => {
        const text = shortNumberText(value, room);
        expectTrue(text, value);
        expect(unsigned(text).length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('in a box of six characters are never only bounded, nor said to be about 0 above 10^-99', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        const text = shortNumberText(value, 6);
        expect(text).not.toMatch(/[<>]/);
        if (text === '≈0') expect(compare(absolute(value), rational(1, 10n ** 98n))).toBe(-1);
      }),
    );
  });

  it('that are doubles are rounded, in a box of any size', () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(double, fc.integer({ min: 4, max: 12 }), (value, room) => {
        const text = approximateText(value, room);
        expectTrue(text, exactly(value), { mayBeExact: true });
        expect(text).toMatch(/^[≈<>]/);
        expect(unsigned(text).length).toBeLessThanOrEqual(room);
      }),
      { numRuns: 1000 },
    );
    expect([NaN, Infinity, 0, -0].map((value) => approximateText(value, 6))).toEqual(['…', '…', '≈0', '≈0']);
  });

  it('in one line are all exact, or all to four digits: exact beside them only what four digits say', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 4 }), (values) => {
        const { text, isRounded } = lineOfNumbers(values);
        for (const value of values) {
          if (!isRounded) expect(valueOf(text(value))).toEqual(value);
          else if (text(value) !== numberText(value)) expectTrue(`≈${text(value)}`, value, { mayBeExact: true });
          expect(text(value).replace(/\D/g, '').length).toBeLessThanOrEqual(12);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('look the same in every view that has room: a long one has four digits', () => {
    const long = fc
      .tuple(fc.bigInt({ min: 10n ** 12n, max: 10n ** 16n }), fc.bigInt({ min: 10n ** 12n, max: 10n ** 16n }))
      .map(([n, d]) => rational(3n * n + 1n, 3n * d));
    fc.assert(
      fc.property(long, (value) => {
        const read = knownText({ kind: 'exact', value });
        expect(shortNumberText(value, 12)).toBe(read);
        expect(approximateText(toNumber(value), 12)).toBe(read);
        expect(`≈${roundedText(value)}`).toBe(read);
      }),
    );
  });

  it('that are known to 20 digits are rounded to as many as tell them from another one', () => {
    const known = (digits: string): Known => ({ kind: 'rounded', value: { negative: true, digits, exponent: -9 } });
    expect(knownText(known('20611536203143807032'))).toBe('≈−2.061e−9');
    expect(knownText({ kind: 'nearZero', exponent: -250 })).toBe('0 ± 1e−250');
    const [p, q] = [known('20611536203143807032'), known('20611536203143807039')];
    expect(digitsApart(p, known('20621536203143807032'))).toBe(4);
    expect(knownText(p, digitsApart(p, q))).not.toBe(knownText(q, digitsApart(p, q)));
    expect(digitsApart(p, p)).toBe(20);
  });

  it('look the same on both sides of 0, but for the sign', () => {
    fc.assert(
      fc.property(typableRationals, fc.integer({ min: 6, max: 24 }), (value, room) => {
        const [above, below] = [absolute(value), negate(absolute(value))].map((v) => shortNumberText(v, room));
        expect(below?.replace(/^(≈?)−/, '$1')).toBe(above);
        const double = Math.abs(toNumber(value));
        expect(approximateText(-double, room).replace(/^≈−/, '≈')).toBe(approximateText(double, room));
      }),
    );
    expect(shortNumberText(rational(12345678, 1000), 6)).toBe('≈12346');
    expect(shortNumberText(rational(-12345678, 1000), 6)).toBe('≈−12346');
  });

  it('are rounded from the exact value: no double lies between it and its digits', () => {
    expect(shortNumberText(rational(9996n, 1001n * 10n ** 30n), 9)).toBe('≈9.99e−30');
    expect(shortNumberText(rational(99999n * 10n ** 20n), 7)).toBe('≈1.0e25');
    // The nearest double is a half, and rounds up.
    expect(roundedText(rational(5n * 10n ** 19n - 1n, 10n ** 23n))).toBe('5.000e−4');
    expect(roundedText(rational(12345n * 10n ** 20n - 1n, 10n ** 24n))).toBe('1.234');
  });

  it.each([
    [350.1449, 8, '≈350.1'],
    [-350.1449, 8, '≈−350.1'],
    [1 / 3, 6, '≈0.333'],
    [1 / 3, 4, '≈0.3'],
    [1 / 3, 24, '≈0.3333'],
    [9.6, 6, '≈9.600'],
    [1_234_567.8, 8, '≈1234568'],
    [1_234_567.8, 7, '≈1.23e6'],
    [-1 / 1_234_567, 9, '≈−8.100e−7'],
    [0.00038123, 9, '≈3.812e−4'],
    [1e300, 6, '≈1e300'],
    [1e300, 5, '>1e99'],
    [-1e300, 4, '<−1e9'],
    [1.3e-24, 6, '≈1e−24'],
    [1.3e-24, 5, '≈0'],
  ])('%d in %i characters: %s', (value, room, text) => {
    expect(approximateText(value, room)).toBe(text);
  });

  it.each([
    ['0.000000001', 6, '1e−9'],
    ['0.000000001', 11, '0.000000001'],
    ['-123000000000', 7, '−1.23e11'],
    ['100000', 5, '1e5'],
  ])('%s in %i characters is %s, exactly', (typed, room, text) => {
    expect(shortNumberText(readBack(typed), room)).toBe(text);
  });

  it('of an axis are told apart, also where its window is narrow and far from 0', () => {
    expect([0, -2, 0.1 + 0.2, 1e6, -2.5e-7].map(axisNumber)).toEqual(['0', '−2', '0.3', '1e6', '−2.5e−7']);
    expect(axisNumber(1_000_000.2)).not.toBe(axisNumber(1_000_000.4));
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
    ['1.00000000000000000001', 'That number is too long: at most 20 digits, 19 of them behind the point.'],
    ['100000000000000000001/3e1', 'That number is too long: at most 20 digits above and below the line.'],
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

/** Numbers of all sizes that the page can come to. */
const numbers = fc.oneof(
  typableRationals,
  fc
    .tuple(typableRationals, fc.integer({ min: -200, max: 200 }))
    .map(([{ n, d }, k]) => (k < 0 ? rational(n, d * 10n ** BigInt(-k)) : rational(n * 10n ** BigInt(k), d))),
);

/** A minus sign in front needs no room. */
function unsigned(text: string): string {
  return text.replace(/^([≈<>]?)−/, '$1');
}

/** What a text says is true: it is the number, or off by half of its last place at most, or a bound. */
function expectTrue(text: string, value: Rational, { mayBeExact = false } = {}): void {
  const [, relation = '', number = ''] = /^([≈<>]?)(.*)$/.exec(text) ?? [];
  const shown = valueOf(number);
  if (relation === '') expect(shown, text).toEqual(value);
  if (relation === '>' || relation === '<') expect(compare(value, shown), text).toBe(relation === '>' ? 1 : -1);
  if (relation !== '≈') return;
  const off = absolute(subtract(shown, value));
  expect(compare(multiply(rational(2), off), lastPlace(number)), text).not.toBe(1);
  if (!mayBeExact) expect(off.n, text).not.toBe(0n);
}

function valueOf(text: string): Rational {
  const [above = '', below] = text.split('/');
  if (below !== undefined) return rational(BigInt(above.replace('−', '-')), BigInt(below));
  const [, sign, whole = '', places = ''] = /^(−?)(\d+)(?:\.(\d+))?(?:e−?\d+)?$/.exec(text) ?? [];
  const digits = BigInt(`${whole}${places}`);
  return multiply(rational(sign === '' ? digits : -digits), lastPlace(text));
}

/** The weight of the last digit. */
function lastPlace(text: string): Rational {
  const [, places = '', exponent = '0'] = /^−?\d+(?:\.(\d+))?(?:e(.*))?$/.exec(text) ?? [];
  const power = Number(exponent.replace('−', '-')) - places.length;
  return power < 0 ? rational(1, 10n ** BigInt(-power)) : rational(10n ** BigInt(power));
}

/** The rational that a double is. */
function exactly(value: number): Rational {
  let power = 0;
  let scaled = value;
  for (; !Number.isInteger(scaled); power++) scaled *= 2;
  return rational(BigInt(scaled), 2n ** BigInt(power));
}
