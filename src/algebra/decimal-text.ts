/** Certified decimals: `~` and 20 significant digits, each of them right (the form of the analysis command's answers). */
import { divideBalls, multiplyBalls, top, type Ball } from './ball.ts';

const DIGITS = 20;
const LEAST = 10n ** BigInt(DIGITS - 1);
const LIMIT = 10n * LEAST;
const LOG10_OF_2 = Math.log10(2);

/** Python's and JavaScript's habit: small numbers are written out down to 0.000001. */
const FIXED_FROM = -6;

/**
 * `~0.76159415595576488812`, zeros at the end left out; `~1.5e-9` for very small and very large numbers. Null when the
 * ball is too wide to tell the 20th digit, so that the caller computes it again with more bits.
 */
export function decimalText(ball: Ball): string | null {
  if (ball.m === 0n && ball.r === 0n) return '~0';
  if (ball.m <= ball.r && -ball.m <= ball.r) return null;
  const negative = ball.m < 0n;
  const positive: Ball = negative ? { m: -ball.m, r: ball.r, e: ball.e } : ball;
  // value = scaled / 10^shift with scaled between 10^19 and 10^20, after at most two corrections of the guess.
  let shift = DIGITS - Math.ceil((top(positive) - 1) * LOG10_OF_2);
  for (let tries = 0; tries < 4; tries++) {
    const scaled = timesPowerOfTen(positive, shift);
    const lower = nearestInteger(scaled.m - scaled.r, scaled.e);
    if (lower < LEAST) {
      shift++;
      continue;
    }
    if (lower > LIMIT) {
      shift--;
      continue;
    }
    if (nearestInteger(scaled.m + scaled.r, scaled.e) !== lower) return null;
    const digits = lower.toString();
    return `~${negative ? '-' : ''}${place(digits.replace(/0+$/, ''), digits.length - 1 - shift)}`;
  }
  return null;
}

/** The text of a ball that `decimalText` gives up on: 0 to within 2^top. */
export const ABOUT_ZERO = '~0';

/** 0.ddd or ddd.d or d.dde-9: `exponent` is that of the first digit. */
function place(digits: string, exponent: number): string {
  if (exponent < FIXED_FROM || exponent > DIGITS) {
    return `${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ''}e${exponent}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const places = digits.slice(exponent + 1);
  return places === '' ? whole : `${whole}.${places}`;
}

/** 10^power a, to the precision of a: the power itself is rounded to more bits than a has. */
function timesPowerOfTen(a: Ball, power: number): Ball {
  const bits = a.m.toString(16).length * 4 + 64;
  let result: Ball = { m: 1n, r: 0n, e: 0 };
  let square: Ball = { m: 10n, r: 0n, e: 0 };
  for (let rest = Math.abs(power); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyBalls(result, square, bits);
    square = multiplyBalls(square, square, bits);
  }
  return power >= 0 ? multiplyBalls(a, result, bits) : divideBalls(a, result, bits);
}

/** m 2^e to the nearest integer, halves upward, for m >= 0. */
function nearestInteger(m: bigint, e: number): bigint {
  if (e >= 0) return m << BigInt(e);
  return ((m >> BigInt(-e - 1)) + 1n) >> 1n;
}
