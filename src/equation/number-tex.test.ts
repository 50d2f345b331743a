import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { readTex } from '../../tests/read-formula.ts';
import { ZERO, absolute, compare, equal, multiply, rational, subtract, type Rational } from '../number/rational.ts';
import { parseTypedNumber } from '../number/typed-number.ts';
import { exactForm, formOf, roundedForm, screenForm } from './number-tex.ts';

const numbers = fc.oneof(
  fc.tuple(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: 1n, max: 999n })),
  fc.tuple(fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }), fc.bigInt({ min: 1n, max: 10n ** 20n - 1n })),
  fc.tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.constantFrom(10n, 1000n, 10n ** 6n, 10n ** 7n)),
);
const rationals = numbers.map(([n, d]) => rational(n, d));
const noSymbols = () => ZERO;

describe('the exact form', () => {
  it('is that number when it is read: as text by the number field, as LaTeX by the reader of formulas', () => {
    fc.assert(
      fc.property(rationals, (value) => {
        const { tex, text, approximate } = exactForm(value);
        const typed = parseTypedNumber(text);
        expect(typed.ok && equal(typed.value, value)).toBe(true);
        expect(readTex(tex, noSymbols)).toEqual(value);
        expect(approximate).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is a decimal where that is short, else a fraction', () => {
    const forms = [rational(1, 2), rational(-3), rational(1, 64), rational(1, 128), rational(-1, 3)].map(exactForm);
    expect(forms.map(({ text }) => text)).toEqual(['0.5', '−3', '0.015625', '1/128', '−1/3']);
    expect(forms.map(({ tex }) => tex)).toEqual(['0.5', '-3', '0.015625', '\\tfrac{1}{128}', '-\\tfrac{1}{3}']);
  });
});

describe('the form on screen', () => {
  it('is exact, or says that it is not and is within half a unit of its fourth digit, and never long', () => {
    fc.assert(
      fc.property(rationals, (value) => {
        for (const { tex, text, approximate } of [screenForm(value), roundedForm(value)]) {
          expect(katex.renderToString(tex, { throwOnError: true, strict: 'error' })).toContain('katex');
          expect(text.length).toBeLessThanOrEqual(17);
          const shown = readScreen(text);
          expect(equal(shown, value)).toBe(!approximate);
          const off = absolute(subtract(shown, value));
          expect(compare(multiply(rational(2000), off), absolute(value))).not.toBe(1);
          expect(formOf(text.replace('·10^', 'e'))).toEqual({ tex, text });
        }
        const { approximate } = screenForm(value);
        expect(screenForm(value)).toEqual(approximate ? roundedForm(value) : screenForm(value));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no number exact that has more than twelve digits', () => {
    expect(screenForm(rational(123456789012n)).text).toBe('123456789012');
    expect(screenForm(rational(1234567890123n)).text).toBe('1.235·10^12');
    expect(screenForm(rational(-1234567890123n)).tex).toBe('-1.235\\cdot 10^{12}');
  });

  it('has no number rounded that a power of ten says exactly', () => {
    expect(screenForm(rational(-7, 10n ** 15n))).toEqual({
      tex: '-7\\cdot 10^{-15}',
      text: '−7·10^−15',
      approximate: false,
    });
  });
});

/** `−1.235·10^12` */
function readScreen(text: string): Rational {
  const [number = '', power = '0'] = text.split('·10^');
  const typed = parseTypedNumber(number);
  if (!typed.ok) throw new Error(`“${number}” is not a number`);
  const exponent = Number(power.replace('−', '-'));
  const scale = 10n ** BigInt(Math.abs(exponent));
  return multiply(typed.value, exponent < 0 ? rational(1, scale) : rational(scale));
}
