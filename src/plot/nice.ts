/** Round numbers for axes, exactly: steps of 1, 2 or 5 times a power of ten, and their multiples. */
import { compare, divide, floor, multiply, rational, subtract, toNumber, type Rational } from '../number/rational.ts';

/** The least round step of which at most `count` fit into `span` > 0. */
export function niceStep(span: number, count: number): Rational {
  const wanted = span / count;
  // One less than the exponent may be: the loop corrects what rounding in the logarithm did.
  for (let exponent = Math.floor(Math.log10(wanted)) - 1; ; exponent++) {
    for (const digit of [1, 2, 5]) {
      const step = powerOfTen(exponent, digit);
      if (toNumber(step) >= wanted * (1 - 1e-12)) return step;
    }
  }
}

/** The multiples of `step` > 0 from `min` to `max`, both included. */
export function multiples(min: Rational, max: Rational, step: Rational): Rational[] {
  const first = ceiling(divide(min, step));
  const last = floor(divide(max, step));
  return Array.from({ length: Math.max(0, Number(last - first) + 1) }, (_, k) =>
    multiply(rational(first + BigInt(k)), step),
  );
}

/** Round numbers within [min, max], at most `count` + 1 of them. */
export function ticks(min: Rational, max: Rational, count: number): Rational[] {
  if (compare(min, max) >= 0) return [];
  return multiples(min, max, niceStep(toNumber(subtract(max, min)), count));
}

/** The least of 1, 2, 4, 6, 10 times a power of ten that is not smaller than `value` > 0: the end of a window around 0. */
export function niceBound(value: number): Rational {
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

function ceiling(value: Rational): bigint {
  return -floor({ n: -value.n, d: value.d });
}
