/**
 * Round numbers that are exact: what is exact is ours, because a tick of D3 is a double. The ends of a window are a
 * reader's to change, and a contour line is where the sheet is at its level, not near it.
 */
import { tickIncrement, ticks } from 'd3-array';
import { multiply, rational, toNumber, type Rational } from '../number/rational.ts';

/** About how many steps a height axis has: D3 may take 1.4 times as many, and six numbers are the most that stay apart. */
export const HEIGHT_STEPS = 3.5;

/** D3's ticks of an interval of doubles, about `count` of them, as rationals. None where the interval is empty. */
export function exactTicks(min: number, max: number, count: number): Rational[] {
  if (!(min < max)) return [];
  // The step, or where that is below 1 the whole number whose inverse it is, as a negative.
  const increment = tickIncrement(min, max, count);
  const whole = rational(BigInt(Math.abs(increment)));
  const step = increment < 0 ? { n: whole.d, d: whole.n } : whole;
  return ticks(min, max, count).map((tick) => multiply(rational(BigInt(Math.round(tick / toNumber(step)))), step));
}

/** The least of 1, 2, 4, 6, 10 times a power of ten that is not smaller than `value` > 0: the end of a window around 0. */
export function niceBound(value: number): Rational {
  // One less than the exponent may be: the loop corrects what rounding in the logarithm did.
  for (let exponent = Math.floor(Math.log10(value)) - 1; ; exponent++) {
    for (const digit of [1, 2, 4, 6]) {
      const bound = powerOfTen(exponent, digit);
      if (toNumber(bound) >= value) return bound;
    }
  }
}

function powerOfTen(exponent: number, digit: number): Rational {
  return exponent >= 0
    ? rational(BigInt(digit) * 10n ** BigInt(exponent))
    : rational(BigInt(digit), 10n ** BigInt(-exponent));
}
