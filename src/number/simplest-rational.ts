/** The most readable number of an interval: the least denominator, then the least magnitude. */
import {
  ONE,
  ZERO,
  add,
  compare,
  divide,
  isZero,
  negate,
  rational,
  sign,
  subtract,
  type Rational,
} from './rational.ts';

export interface Interval {
  /** null is unbounded. */
  readonly low: Rational | null;
  readonly high: Rational | null;
  /** Does the end belong to the interval? Without meaning where it is unbounded. */
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/**
 * The number with the least denominator in a non-empty interval, of those the one nearest to 0: the first of the
 * interval in the Stern-Brocot tree (Graham, Knuth and Patashnik, Concrete Mathematics, section 4.5).
 */
export function simplestIn({ low, high, lowIncluded, highIncluded }: Interval): Rational {
  const startsBelow0 = !low || sign(low) < 0 || (isZero(low) && lowIncluded);
  const endsAbove0 = !high || sign(high) > 0 || (isZero(high) && highIncluded);
  if (startsBelow0 && endsAbove0) return ZERO;
  if (startsBelow0) {
    // Wholly negative: its mirror image is wholly positive.
    return negate(
      simplestIn({
        low: high && negate(high),
        high: low && negate(low),
        lowIncluded: highIncluded,
        highIncluded: lowIncluded,
      }),
    );
  }
  return simplestPositive(low, high, lowIncluded, highIncluded);
}

/** The same for 0 <= low: an integer if there is one, else the shared integer part and the simplest reciprocal rest. */
function simplestPositive(low: Rational, high: Rational | null, lowIncluded: boolean, highIncluded: boolean): Rational {
  const whole = rational(low.n / low.d);
  const lowIsWhole = low.d === 1n;
  const least = lowIsWhole && lowIncluded ? whole : add(whole, ONE);
  const side = high ? compare(least, high) : -1;
  if (side < 0 || (side === 0 && highIncluded)) return least;
  const above = divide(ONE, subtract(high as Rational, whole));
  const below = lowIsWhole ? null : divide(ONE, subtract(low, whole));
  return add(whole, divide(ONE, simplestPositive(above, below, highIncluded, lowIncluded)));
}

/** Is the value in the interval? */
export function contains({ low, high, lowIncluded, highIncluded }: Interval, value: Rational): boolean {
  const fromLow = low ? compare(value, low) : 1;
  const toHigh = high ? compare(value, high) : -1;
  return (fromLow > 0 || (fromLow === 0 && lowIncluded)) && (toHigh < 0 || (toHigh === 0 && highIncluded));
}
