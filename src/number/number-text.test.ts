import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NUMBER_TEXT, parseNumberText } from './number-text.ts';
import { equal, rational, toDecimalText, toFractionText } from './rational.ts';

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => rational(n, d));

/** An independent reading, one character at a time, of the two forms in the vectors' README. Null: not a number. */
function readSlowly(text: string): { n: bigint; d: bigint } | null {
  let at = 0;
  let negative = false;
  if (text[at] === '+' || text[at] === '-') negative = text[at++] === '-';
  let n = 0n;
  let d = 1n;
  let digitsBefore = 0;
  let digitsAfter = 0;
  const digit = (): bigint | null => {
    const code = text.charCodeAt(at);
    return code >= 48 && code <= 57 ? BigInt(code - 48) : null;
  };
  for (let next = digit(); next !== null; digitsBefore++, at++, next = digit()) n = n * 10n + next;
  if (text[at] === '.') {
    at++;
    for (let next = digit(); next !== null; digitsAfter++, at++, next = digit()) {
      n = n * 10n + next;
      d *= 10n;
    }
    if (digitsBefore + digitsAfter === 0) return null;
  } else if (digitsBefore === 0) return null;
  else if (text[at] === '/') {
    at++;
    d = 0n;
    let digits = 0;
    for (let next = digit(); next !== null; digits++, at++, next = digit()) d = d * 10n + next;
    if (digits === 0 || d === 0n) return null;
  }
  return at === text.length ? { n: negative ? -n : n, d } : null;
}

describe('number text', () => {
  it('reads back what fractions and decimals write', () => {
    fc.assert(
      fc.property(rationals, (value) => {
        const fraction = parseNumberText(toFractionText(value));
        expect(fraction.ok && equal(fraction.value, value)).toBe(true);
        const text = toDecimalText(value, 60);
        if (text === null) return;
        const decimal = parseNumberText(text);
        expect(decimal.ok && equal(decimal.value, value)).toBe(true);
      }),
    );
  });

  it('agrees with a reading character by character, on text made of number characters', () => {
    const text = fc
      .array(fc.constantFrom('0', '1', '7', '9', '.', '/', '-', '+', ' ', 'e', '~', '٣'), { maxLength: 7 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, (candidate) => {
        const parsed = parseNumberText(candidate);
        const expected = readSlowly(candidate);
        expect(parsed.ok).toBe(expected !== null);
        if (parsed.ok && expected) expect(parsed.value).toEqual(rational(expected.n, expected.d));
      }),
      { numRuns: 3000 },
    );
  });

  it('says what is wrong', () => {
    expect(parseNumberText('1/0')).toEqual({ ok: false, error: { kind: 'zeroDenominator' } });
    expect(parseNumberText('0.5\n')).toEqual({ ok: false, error: { kind: 'notANumber' } });
    expect(parseNumberText('1'.repeat(MAX_NUMBER_TEXT + 1))).toMatchObject({ error: { kind: 'tooLong' } });
  });
});
