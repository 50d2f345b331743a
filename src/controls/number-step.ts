/**
 * Steps of a number control, pure and exact. Values that come from a pointer or from arrow keys lie on a grid before
 * they enter the algebra, so denominators stay small: from 1/3 one step up is the next point of the grid, 0.4.
 */
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  rational,
  subtract,
  toNumber,
  type Rational,
} from '../number/rational.ts';

/** One arrow key, one notch of a drag. */
export const STEP: Rational = rational(1, 10);
const COARSE = rational(10);
const FINE = rational(1, 10);
/** The finest grid: a tenth of a step. */
const HUNDREDTH = multiply(STEP, FINE);

export interface Modifiers {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Shift: ten steps at once; Alt: a tenth of one. */
export function stepFor({ shiftKey, altKey }: Modifiers): Rational {
  return shiftKey ? multiply(STEP, COARSE) : altKey ? multiply(STEP, FINE) : STEP;
}

/**
 * `count` steps from `value`. A value in hundredths keeps its place between the points of the grid (from 0.25 to 0.35);
 * any other (1/3) is first brought to the next of them.
 */
export function moveBy(value: Rational, count: number, step: Rational): Rational {
  if (count === 0) return value;
  const distance = multiply(rational(count), step);
  if (divide(value, HUNDREDTH).d === 1n) return add(value, distance);
  const grid = compare(step, STEP) > 0 ? STEP : step;
  const below = floor(divide(value, grid));
  const next = multiply(rational(count > 0 ? below + 1n : below), grid);
  return add(next, subtract(distance, multiply(rational(Math.sign(count)), grid)));
}

/** The point of the grid that is nearest to a double. */
export function snap(value: number, step: Rational = STEP): Rational {
  return multiply(rational(BigInt(Math.round(value / toNumber(step)))), step);
}

/** The ends of a slider: the first of 10, 20, 50, 100, ... that is not smaller than |value|. */
export function sliderBound(value: Rational): Rational {
  const magnitude = value.n < 0n ? { n: -value.n, d: value.d } : value;
  let bound = rational(10);
  for (let i = 0; compare(magnitude, bound) > 0; i++)
    bound = multiply(bound, rational(i % 3 === 1 ? 5n : 2n, i % 3 === 1 ? 2n : 1n));
  return bound;
}

/** The nearest number of [min, max]. */
export function within(value: Rational, min: Rational, max: Rational): Rational {
  return compare(value, max) > 0 ? max : compare(value, min) < 0 ? min : value;
}

/** A key that was pressed, of a keyboard event. */
export interface Key extends Modifiers {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** How many steps the keys of a slider make. */
export const SLIDING: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/**
 * Where a key leads the number whose field has the focus. Null: the key is the text's, and moves the caret, selects or
 * writes, as in every text field. So are Home and End: whoever presses Home and then `-` means the text.
 */
export function stepByKey(value: Rational, key: Key): Rational | null {
  const count = SLIDING[key.key];
  if (key.ctrlKey || key.metaKey || !count || !/Up|Down/.test(key.key)) return null;
  // A page is a coarse step, whatever else is held.
  return moveBy(value, Math.sign(count), stepFor(Math.abs(count) > 1 ? { ...key, shiftKey: true } : key));
}

/** Where a key leads a number that has a slider from `min` to `max`. Null: the key is not for that. */
export function slideByKey(value: Rational, key: Key, min: Rational, max: Rational): Rational | null {
  if (key.ctrlKey || key.metaKey) return null;
  if (key.key === 'Home') return min;
  if (key.key === 'End') return max;
  const count = SLIDING[key.key];
  return count === undefined ? null : within(moveBy(value, count, stepFor(key)), min, max);
}
