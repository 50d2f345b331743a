/** Certified decimals: `~` and 20 significant digits, each of them right (the form of the analysis command's answers). */
import { divideBalls, multiplyBalls, top, type Ball } from './ball.ts';
import { toFractionText } from './rational.ts';
import { carried, type Known, type Rounded } from './rounding.ts';

export const MOST_DIGITS = 20;
const LOG10_OF_2 = Math.log10(2);

/** Python's and JavaScript's habit: small numbers are written out down to 0.000001. */
const FIXED_FROM = -6;

/**
 * A ball to `count` digits, if all of its members round to the same ones. Null where it is too wide for that, or may be 0:
 * the caller computes it again with more bits.
 */
export function roundBall(ball: Ball, count: number): Rounded | null {
  if (ball.m <= ball.r && -ball.m <= ball.r) return null;
  const negative = ball.m < 0n;
  const positive: Ball = negative ? { m: -ball.m, r: ball.r, e: ball.e } : ball;
  const least = 10n ** BigInt(count - 1);
  // value = scaled / 10^shift with scaled between 10^(count - 1) and 10^count, after at most two corrections of the guess.
  let shift = count - Math.ceil((top(positive) - 1) * LOG10_OF_2);
  for (let tries = 0; tries < 4; tries++) {
    const scaled = timesPowerOfTen(positive, shift);
    const least2 = twice(scaled.m - scaled.r, scaled.e);
    if (least2 < 2n * least) {
      shift++;
      continue;
    }
    if (least2 >= 20n * least) {
      shift--;
      continue;
    }
    const lower = (least2 + 1n) >> 1n;
    if ((twice(scaled.m + scaled.r, scaled.e) + 1n) >> 1n !== lower) return null;
    return carried(negative, lower.toString(), count - 1 - shift, count);
  }
  return null;
}

/** The digits of which a ball is narrow enough to be sure; where it may hold 0, how close to 0 it is. */
export function mostDigits(ball: Ball): Known {
  for (let count = MOST_DIGITS; count > 0; count--) {
    const value = roundBall(ball, count);
    if (value) return { kind: 'rounded', value };
  }
  return { kind: 'nearZero', exponent: Math.floor(top(ball) * LOG10_OF_2) + 1 };
}

/** `p/q` where it is rational, else `~0.76159415595576488812`; zeros at the end are left out. */
export function certifiedText(known: Known): string {
  switch (known.kind) {
    case 'exact':
      return toFractionText(known.value);
    case 'rounded': {
      const { negative, digits, exponent } = known.value;
      return `~${negative ? '-' : ''}${place(digits.replace(/0+$/, ''), exponent)}`;
    }
    case 'nearZero':
      return '~0';
  }
}

/** 0.ddd or ddd.d or d.dde-9: `exponent` is that of the first digit. */
function place(digits: string, exponent: number): string {
  if (exponent < FIXED_FROM || exponent > MOST_DIGITS) {
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

/** 2 m 2^e, rounded down. */
function twice(m: bigint, e: number): bigint {
  return e >= -1 ? m << BigInt(e + 1) : m >> BigInt(-e - 1);
}
