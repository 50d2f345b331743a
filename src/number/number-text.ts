/**
 * Number strings of the analysis command and of its test vectors. Narrow on purpose: a decimal `-0.5`, `.5`, `3.` or a
 * fraction `-2/3`, and nothing else; each means that rational exactly. `toFractionText` (rational.ts) is the way back.
 */
import { fail, ok, type Result } from './result.ts';
import { rational, type Rational } from './rational.ts';

export type NumberTextError =
  | { readonly kind: 'notANumber' }
  | { readonly kind: 'zeroDenominator' }
  | { readonly kind: 'tooLong'; readonly length: number };

/** Checked before any digit is read. */
export const MAX_NUMBER_TEXT = 2000;

const DECIMAL = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))$/;
const FRACTION = /^([+-]?\d+)\/(\d+)$/;

/** The rational that `text` means. */
export function parseNumberText(text: string): Result<Rational, NumberTextError> {
  if (text.length > MAX_NUMBER_TEXT) return fail({ kind: 'tooLong', length: text.length });
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    const [, sign = '', whole = '', places = decimal[4] ?? ''] = decimal;
    const digits = BigInt(whole + places);
    return ok(rational(sign === '-' ? -digits : digits, 10n ** BigInt(places.length)));
  }
  const fraction = FRACTION.exec(text);
  if (!fraction) return fail({ kind: 'notANumber' });
  const [, numerator = '', denominatorText = ''] = fraction;
  const denominator = BigInt(denominatorText);
  if (denominator === 0n) return fail({ kind: 'zeroDenominator' });
  return ok(rational(BigInt(numerator), denominator));
}
