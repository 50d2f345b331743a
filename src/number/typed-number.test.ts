import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { add, negate, rational, toFractionText, type Rational } from './rational.ts';
import { MAX_DIGITS, parseTypedNumber, parseTypedSum, withinDigits, type TypedNumberError } from './typed-number.ts';

const valueOf = (text: string): Rational => {
  const read = parseTypedNumber(text);
  if (!read.ok) throw new Error(`“${text}”: ${read.error.kind}`);
  return read.value;
};
const errorOf = (text: string): TypedNumberError => {
  const read = parseTypedNumber(text);
  if (read.ok) throw new Error(`“${text}” was read as ${toFractionText(read.value)}`);
  return read.error;
};

describe('a typed number', () => {
  it.each([
    ['0.5', 1, 2],
    ['-3', -3, 1],
    ['1/3', 1, 3],
    ['0,5', 1, 2],
    ['1e-3', 1, 1000],
    ['−2', -2, 1],
    ['.5', 1, 2],
    ['5.', 5, 1],
    ['1 / 3', 1, 3],
    ['+2', 2, 1],
    ['1.5/2', 3, 4],
    ['  7 ', 7, 1],
    ['- 4', -4, 1],
    ['–1', -1, 1],
    ['2E3', 2000, 1],
    ['1e−2', 1, 100],
    ['-0', 0, 1],
    ['007', 7, 1],
    ['0,500', 1, 2],
    ['1,0001', 10001, 10000],
  ])('%s is %i/%i', (text, n, d) => {
    expect(valueOf(text)).toEqual(rational(n, d));
  });

  it('is read exactly: 0.1 + 0.2 is 0.3', () => {
    const [a, b] = [valueOf('0.1'), valueOf('0.2')];
    expect(rational(a.n * b.d + b.n * a.d, a.d * b.d)).toEqual(valueOf('0.3'));
  });

  it('means what its parts mean', () => {
    fc.assert(
      fc.property(typedFractions, ({ text, value }) => {
        expect(valueOf(text)).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  it('is what fraction.js reads in its plain form', () => {
    const plain = fc.tuple(fc.constantFrom('', '-'), fc.nat(999_999), fc.nat(9999)).map(([s, a, b]) => `${s}${a}.${b}`);
    fc.assert(
      fc.property(plain, plain, (above, below) => {
        const denominator = below.replace('-', '');
        const quotient = new Fraction(above).div(/[1-9]/.test(denominator) ? denominator : '1');
        const text = /[1-9]/.test(denominator) ? `${above}/${denominator}` : above;
        expect(toFractionText(valueOf(text))).toBe(quotient.toFraction());
      }),
    );
  });

  it('is the number that a reading character by character finds, or none where that finds none', () => {
    const soup = fc
      .array(fc.constantFrom('0', '1', '5', '5', '.', ',', '/', '-', '+', '−', 'e', ' ', 'x', '²', '٣'), {
        maxLength: 9,
      })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          typedFractions.chain(({ text }) => mutated(text)),
        ),
        (text) => {
          const expected = readSlowly(text);
          const read = parseTypedNumber(text);
          expect(read.ok ? read.value : read.error.kind).toEqual(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('never needs more digits than are allowed, above or below the line', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        fc.bigInt({ min: 1n, max: 10n ** 24n }),
        (n, d) => {
          const value = rational(n, d);
          const fits = [value.n, value.d].every((part) => part.toString().replace('-', '').length <= MAX_DIGITS);
          expect(withinDigits(value)).toBe(fits);
          expect(parseTypedNumber(toFractionText(value)).ok).toBe(fits);
        },
      ),
    );
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'empty'],
    [' \t ', 'empty'],
    ['abc', 'notANumber'],
    ['-', 'notANumber'],
    ['.', 'notANumber'],
    ['1/', 'notANumber'],
    ['/3', 'notANumber'],
    ['1/2/3', 'notANumber'],
    ['1/-3', 'notANumber'],
    ['1 000', 'notANumber'],
    ['1 1/2', 'notANumber'],
    ['1e', 'notANumber'],
    ['1..2', 'notANumber'],
    ['--1', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['0x10', 'notANumber'],
    ['1/0', 'zeroDenominator'],
    ['1/0.0', 'zeroDenominator'],
    ['1,000', 'ambiguousComma'],
    ['-12,500', 'ambiguousComma'],
    ['1,000e2', 'ambiguousComma'],
    ['1/1,000', 'ambiguousComma'],
    ['1'.repeat(MAX_DIGITS + 1), 'tooLong'],
    ['1e20', 'tooLong'],
    ['1e-20', 'tooLong'],
    ['1e999', 'tooLong'],
    ['1'.repeat(100), 'tooLong'],
  ])('%s: %s', (text, kind) => {
    expect(errorOf(text).kind).toBe(kind);
  });

  it('points at the character that can’t be part of a number', () => {
    fc.assert(
      fc.property(typedFractions, fc.nat(), fc.constantFrom('x', '%', 'é', '²', '🙂'), ({ text }, where, odd) => {
        const compact = text.replace(/\s/g, '');
        const at = where % (compact.length + 1);
        const error = errorOf(compact.slice(0, at) + odd + compact.slice(at));
        expect(error.kind).toBe('notANumber');
        if (error.kind === 'notANumber') expect(error.text.slice(error.at).startsWith(odd)).toBe(true);
      }),
    );
  });

  it('is refused quickly, however much was pasted', () => {
    expect(errorOf(`1${' '.repeat(200_000)}/3x`).kind).toBe('tooLong');
  });
});

interface Typed {
  readonly text: string;
  readonly value: Rational;
}

/** A decimal, built from its parts, so that its value is known without reading it. */
const typedDecimals: fc.Arbitrary<Typed> = fc
  .record({
    whole: fc.stringMatching(/^\d{1,6}$/),
    places: fc.option(fc.stringMatching(/^\d{0,4}$/), { nil: null }),
    separator: fc.constantFrom('.', ','),
    e: fc.constantFrom('e', 'E'),
    exponent: fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }),
  })
  // What could be read in two ways has a test of its own.
  .filter(({ whole, places, separator }) => separator === '.' || places?.length !== 3 || !/^[1-9]\d{0,2}$/.test(whole))
  .map(({ whole, places, separator, e, exponent }) => {
    const power = BigInt((exponent ?? 0) - (places?.length ?? 0) + 9);
    return {
      text: whole + (places === null ? '' : separator + places) + (exponent === null ? '' : `${e}${exponent}`),
      value: rational(BigInt(whole + (places ?? '')) * 10n ** power, 10n ** 9n),
    };
  });

const typedFractions: fc.Arbitrary<Typed> = fc
  .record({
    sign: fc.constantFrom('', '+', '-', '−', '–', '- '),
    above: typedDecimals,
    below: fc.option(
      typedDecimals.filter(({ value }) => value.n !== 0n),
      { nil: null },
    ),
    slash: fc.constantFrom('/', ' / ', '/ '),
    around: fc.constantFrom('', ' '),
  })
  .map(({ sign, above, below, slash, around }) => {
    const { n, d } = above.value;
    const magnitude = below ? rational(n * below.value.d, d * below.value.n) : above.value;
    return {
      text: `${around}${sign}${above.text}${below ? slash + below.text : ''}${around}`,
      value: /[-−–]/.test(sign) ? negate(magnitude) : magnitude,
    };
  })
  .filter(({ value, text }) => text.trim().length <= 48 && withinDigits(value));

/** The text with one character left out, doubled, or changed for another. */
function mutated(text: string): fc.Arbitrary<string> {
  return fc.tuple(fc.nat(text.length), fc.constantFrom('', '1', ',', '.', '/', 'e', '-', ' ', 'x')).map(([at, put]) => {
    return text.slice(0, at) + put + text.slice(at + 1);
  });
}

/** An independent reading, one character at a time. The kind of refusal where there is no number. */
function readSlowly(typed: string): Rational | TypedNumberError['kind'] {
  const characters = [...typed.trim()];
  if (characters.length === 0) return 'empty';
  if (typed.trim().length > 48) return 'tooLong';
  let at = 0;
  const next = () => characters[at] ?? '';
  const skipSpaces = () => {
    while (next() === ' ') at++;
  };
  const isMinus = (character: string) => character !== '' && '-−–'.includes(character);
  const digits = () => {
    let run = '';
    while (next() !== '' && '0123456789'.includes(next())) run += characters[at++];
    return run;
  };
  let ambiguous = false;
  let tooLong = false;
  const decimal = (): Fraction | null => {
    const whole = digits();
    let places = '';
    const separator = next();
    if (separator === '.' || separator === ',') {
      at++;
      places = digits();
    }
    if (whole + places === '') return null;
    let exponent = 0;
    if (next() === 'e' || next() === 'E') {
      at++;
      const down = isMinus(next());
      if (down || next() === '+') at++;
      const power = digits();
      if (power === '' || power.length > 3) return null;
      exponent = down ? -Number(power) : Number(power);
    }
    if (separator === ',' && places.length === 3 && whole.length <= 3 && /^[1-9]/.test(whole)) ambiguous = true;
    exponent -= places.length;
    if (Math.abs(exponent) > 96) {
      tooLong = true;
      return new Fraction(1);
    }
    return new Fraction(BigInt(whole + places)).mul(new Fraction(10).pow(exponent) ?? 1);
  };

  const negative = isMinus(next());
  if (negative || next() === '+') {
    at++;
    skipSpaces();
  }
  const above = decimal();
  // The first part is judged before the second is looked at, but not before it is known to end properly.
  const save = at;
  skipSpaces();
  let below: Fraction | null = new Fraction(1);
  const slashes = characters.filter((character) => character === '/').length;
  if (slashes > 1) return 'notANumber';
  if (next() === '/') {
    const firstIsAmbiguous = ambiguous;
    if (above === null) return 'notANumber';
    if (firstIsAmbiguous) return 'ambiguousComma';
    at++;
    skipSpaces();
    below = decimal();
  } else at = save;
  if (above === null || below === null || at < characters.length) return 'notANumber';
  if (ambiguous) return 'ambiguousComma';
  if (tooLong) return 'tooLong';
  if (below.equals(0)) return 'zeroDenominator';
  const { s, n, d } = above.div(below);
  if (n >= 10n ** 20n || d >= 10n ** 20n) return 'tooLong';
  return { n: (negative ? -s : s) * n, d };
}

describe('a typed sum', () => {
  const text = (value: Rational) => (value.n < 0n ? `-${-value.n}/${value.d}` : `${value.n}/${value.d}`);
  const parts = fc.array(
    fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 99 })).map(([n, d]) => rational(n, d)),
    { minLength: 1, maxLength: 3 },
  );

  it('is the exact sum of its numbers', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('', ' '), (values, space) => {
        const typed = values
          .map((value, i) => (i > 0 && value.n >= 0n ? `${space}+${space}${text(value)}` : text(value)))
          .join('');
        expect(parseTypedSum(typed)).toEqual({ ok: true, value: values.reduce(add) });
      }),
    );
    expect(parseTypedSum('0.1+0.2')).toEqual({ ok: true, value: rational(3, 10) });
    expect(parseTypedSum('1e-3')).toEqual(parseTypedNumber('1e-3'));
    expect(parseTypedSum('2 − 3')).toEqual({ ok: true, value: rational(-1) });
  });

  it('is refused where one of them is no number', () => {
    for (const typed of ['1+', '1++2', '+', '1+a', '1/0+1']) expect(parseTypedSum(typed).ok).toBe(false);
  });
});
