import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXTBOOK } from '../../tests/textbook.ts';
import { ACTIVATION_KINDS, isSmooth, type SmoothKind } from './activation.ts';
import { addBalls, ballOf, endsOf, multiplyBalls, signOfBall, subtractBalls, type Ball } from '../number/ball.ts';
import { certifiedText, roundBall } from '../number/decimal-text.ts';
import { expOfMinus, logOfOnePlus, logOfTwo, normalFromCentre, normalTail } from '../number/elementary.ts';
import {
  ONE,
  ZERO,
  add,
  compare,
  divide,
  multiply,
  negate,
  rational,
  subtract,
  toNumber,
  type Rational,
} from '../number/rational.ts';
import { smoothValue, smoothValueOfBall, type Value } from './smooth-value.ts';

const KINDS = ACTIVATION_KINDS.filter(isSmooth);
const bitsAsked = fc.constantFrom(40, 64, 100, 333, 700);

/** As the analysis command writes it, if it is known to 20 digits. */
function decimalText(ball: Ball): string | null {
  const value = roundBall(ball, 20);
  return value && certifiedText({ kind: 'rounded', value });
}

/** Rationals from tiny to `largest`, with small and with large denominators. */
function rationalsUpTo(largest: number): fc.Arbitrary<Rational> {
  const fraction = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
    .map(([n, d]) => rational(n, d));
  const tiny = fc.integer({ min: 1, max: 40 }).map((k) => rational(1, 10n ** BigInt(k)));
  const limit = rational(largest);
  return fc
    .oneof(
      fraction,
      tiny,
      fc.integer({ min: 0, max: largest }).map((k) => rational(k)),
    )
    .map((x) => {
      const scaled = compare(x, limit) > 0 ? divide(limit, x) : x;
      return compare(scaled, limit) > 0 ? limit : scaled;
    });
}

function total({ exact, rest }: Value, bits: number): Ball {
  return rest ? addBalls(ballOf(exact, bits), rest, bits) : ballOf(exact, bits);
}

function holdsZero(ball: Ball): boolean {
  return ball.m <= ball.r && -ball.m <= ball.r;
}

/** Is the width of the ball below its size times 2^-bits? */
function isAccurate(ball: Ball, bits: number): boolean {
  return ball.r << BigInt(bits) <= (ball.m < 0n ? -ball.m : ball.m);
}

/** Bounds for e^x, 0 <= x, from exact partial sums of the power series: a way that shares nothing with the balls. */
function expBounds(x: Rational): { lower: Rational; upper: Rational } {
  let sum = ONE;
  let term = ONE;
  for (let n = 1; n < 40 || n < 6 * toNumber(x); n++) {
    term = divide(multiply(term, x), rational(n));
    sum = add(sum, term);
  }
  return { lower: sum, upper: add(sum, term) };
}

describe('balls', () => {
  it('hold the exact sum, difference and product of what they hold', () => {
    const value = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 25n }));
    fc.assert(
      fc.property(value, value, fc.integer({ min: 4, max: 200 }), ([n, d], [k, l], bits) => {
        const p = rational(n, d);
        const q = rational(k, l);
        const [a, b] = [ballOf(p, bits), ballOf(q, bits)];
        const pairs: [Ball, Rational][] = [
          [a, p],
          [addBalls(a, b, bits), add(p, q)],
          [subtractBalls(a, b, bits), subtract(p, q)],
          [multiplyBalls(a, b, bits), multiply(p, q)],
        ];
        for (const [ball, exact] of pairs) {
          const { lower, upper } = endsOf(ball);
          expect(compare(lower, exact)).not.toBe(1);
          expect(compare(exact, upper)).not.toBe(1);
        }
      }),
    );
  });
});

describe('elementary functions', () => {
  it('e^-x lies within the bounds of exact partial sums, to the bits asked for', () => {
    fc.assert(
      fc.property(rationalsUpTo(12), bitsAsked, (x, bits) => {
        const ball = expOfMinus(x, bits);
        expect(isAccurate(ball, bits)).toBe(true);
        const { lower, upper } = expBounds(x);
        const ends = endsOf(ball);
        expect(compare(ends.lower, divide(ONE, lower))).not.toBe(1);
        expect(compare(divide(ONE, upper), ends.upper)).not.toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('e^-x e^-y = e^-(x + y), from 10^-40 to 10^6, digits kept', () => {
    fc.assert(
      fc.property(rationalsUpTo(1_000_000), rationalsUpTo(3), bitsAsked, (x, y, bits) => {
        const product = multiplyBalls(expOfMinus(x, bits), expOfMinus(y, bits), bits + 10);
        expect(holdsZero(subtractBalls(product, expOfMinus(add(x, y), bits), bits + 10))).toBe(true);
        expect(isAccurate(product, bits - 2)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('log turns products into sums', () => {
    // log(1 + 1) = log 2, and log(1 + u) + log(1 + v) = log(1 + w) when (1 + u)(1 + v) = 1 + w.
    const unit = fc.bigInt({ min: 0n, max: 2n ** 60n }).map((n) => rational(n, 2n ** 62n));
    fc.assert(
      fc.property(unit, unit, bitsAsked, (u, v, bits) => {
        const w = subtract(multiply(add(ONE, u), add(ONE, v)), ONE);
        const [logU, logV, logW] = [u, v, w].map((t) => logOfOnePlus(ballOf(t, bits + 40), bits)) as [Ball, Ball, Ball];
        expect(holdsZero(subtractBalls(addBalls(logU, logV, bits), logW, bits))).toBe(true);
        expect(w.n === 0n || isAccurate(logW, bits - 4)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(holdsZero(subtractBalls(logOfOnePlus(ballOf(ONE, 500), 500), logOfTwo(500), 500))).toBe(true);
  });

  it('the tail of the normal distribution: series and continued fraction agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 400 }), fc.integer({ min: 1, max: 9 }), (n, d) => {
        const x = add(ONE, rational(n, d));
        const few = normalTail(x, 40); // the continued fraction, mostly
        const many = normalTail(x, 4000); // the series
        expect(holdsZero(subtractBalls(few, many, 4000))).toBe(true);
        expect(isAccurate(few, 38)).toBe(true);
        expect(isAccurate(many, 3990)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('Phi - 1/2 agrees with the alternating series for erf, summed exactly', () => {
    // 1/sqrt(2 pi), from tables
    const peak = rational(39894228040143267793994605993438186847585863116493n, 10n ** 50n);
    fc.assert(
      fc.property(rationalsUpTo(2), (x) => {
        let sum = ZERO;
        let power = x;
        for (let k = 0; k < 40; k++) {
          const term = divide(power, rational(2 * k + 1));
          sum = add(sum, k % 2 === 0 ? term : negate(term));
          power = divide(multiply(power, multiply(x, x)), rational(2 * (k + 1)));
        }
        const { lower, upper } = endsOf(normalFromCentre(x, 200));
        const away = subtract(multiply(peak, sum), lower);
        expect(compare(subtract(upper, lower), rational(1, 10n ** 50n))).toBe(-1);
        expect(Math.abs(toNumber(away))).toBeLessThan(1e-24);
      }),
      { numRuns: 15 },
    );
  });
});

describe('smooth activations', () => {
  const points = fc.tuple(rationalsUpTo(300), fc.boolean()).map(([x, minus]) => (minus ? negate(x) : x));

  it('agree with double precision', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), points, (kind, z) => {
        const textbook = TEXTBOOK[kind];
        const { lower, upper } = endsOf(total(smoothValue(kind, z, 80), 80));
        expect(toNumber(subtract(upper, lower))).toBeLessThan(1e-18 * (1 + Math.abs(toNumber(z))));
        if (textbook.kinks || !textbook.isPrecise) return;
        const reference = textbook.inDoubles(toNumber(z));
        expect(Math.abs(toNumber(lower) - reference)).toBeLessThanOrEqual(1e-13 * Math.abs(reference) + 1e-300);
      }),
      { numRuns: 400 },
    );
  });

  it('obey the identities that make odd and even atoms of them, at any precision', () => {
    fc.assert(
      fc.property(points, bitsAsked, (z, bits) => {
        const at = (kind: SmoothKind, x: Rational): Value => smoothValue(kind, x, bits);
        const check = (a: Value, sign: 1 | -1, b: Value, expected: Rational): void => {
          const exact = subtract(sign === 1 ? add(a.exact, b.exact) : subtract(a.exact, b.exact), expected);
          const [left, right] = [total(a, bits), total(b, bits)];
          const sum = sign === 1 ? addBalls(left, right, bits) : subtractBalls(left, right, bits);
          expect(holdsZero(subtractBalls(sum, ballOf(expected, bits), bits))).toBe(true);
          if (a.rest && b.rest) {
            const rest = sign === 1 ? addBalls(a.rest, b.rest, bits) : subtractBalls(a.rest, b.rest, bits);
            expect(holdsZero(addBalls(rest, ballOf(exact, bits), bits))).toBe(true);
          }
        };
        const minus = negate(z);
        check(at('tanh', z), 1, at('tanh', minus), ZERO);
        check(at('sigmoid', z), 1, at('sigmoid', minus), ONE);
        check(at('softplus', z), -1, at('softplus', minus), z);
        check(at('gelu', z), -1, at('gelu', minus), z);
        check(at('silu', z), -1, at('silu', minus), z);
        // sigmoid(z) = (1 + tanh(z/2)) / 2, silu(z) = z sigmoid(z)
        const half = at('tanh', divide(z, rational(2)));
        const sigmoid = total(at('sigmoid', z), bits);
        const fromTanh = addBalls(ballOf(ONE, bits), total(half, bits), bits);
        expect(holdsZero(subtractBalls(addBalls(sigmoid, sigmoid, bits), fromTanh, bits))).toBe(true);
        const product = multiplyBalls(ballOf(z, bits), sigmoid, bits);
        expect(holdsZero(subtractBalls(product, total(at('silu', z), bits), bits))).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('keep the digits of a rest, however small it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), points, bitsAsked, (kind, z, bits) => {
        const { rest } = smoothValue(kind, z, bits);
        if (rest) expect(isAccurate(rest, bits - 6)).toBe(true);
        else expect(z.n).toBe(0n);
      }),
    );
  });

  it('of a ball hold the values at its ends and its middle', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), points, fc.integer({ min: 0, max: 60 }), (kind, z, k) => {
        const middle = ballOf(z, 120);
        const ball: Ball = { ...middle, r: middle.r + (1n << BigInt(k)) };
        const image = total(smoothValueOfBall(kind, ball, 120), 120);
        const { lower, upper } = endsOf(ball);
        for (const x of [lower, z, upper]) {
          const value = total(smoothValue(kind, x, 200), 200);
          const inside = subtractBalls(image, value, 260);
          expect(holdsZero(inside)).toBe(true);
        }
      }),
    );
  });

  it('holds the value next to 0, where the series begins, and is as accurate', () => {
    const tiny = fc.tuple(
      fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      fc.integer({ min: 0, max: 300 }),
      bitsAsked,
    );
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), tiny, (kind, [m, k, bits]) => {
        fc.pre(m !== 0n);
        const ball: Ball = { m, r: 0n, e: -bits - 48 - k };
        const many = 3 * bits + 2 * k;
        const image = total(smoothValueOfBall(kind, ball, bits), many);
        const value = total(smoothValue(kind, endsOf(ball).lower, many), many);
        expect(holdsZero(subtractBalls(image, value, many))).toBe(true);
        expect(isAccurate(image, bits - 8)).toBe(true);
      }),
    );
  });
});

describe('decimal text', () => {
  it('rounds to 20 right digits', () => {
    const value = fc.tuple(
      fc.bigInt({ min: 1n, max: 10n ** 45n }),
      fc.bigInt({ min: 1n, max: 10n ** 45n }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(value, ([n, d, minus]) => {
        const x = rational(minus ? -n : n, d);
        const text = decimalText(ballOf(x, 160)) as string;
        expect(text).toMatch(/^~-?\d+(\.\d*[1-9])?(e-?\d+)?$/);
        const [mantissa = '', exponent = '0'] = text.slice(1).split('e');
        const [whole = '', places = ''] = mantissa.split('.');
        const power = BigInt(exponent) - BigInt(places.length);
        const digits = BigInt(whole + places);
        const read = power >= 0n ? rational(digits * 10n ** power) : rational(digits, 10n ** -power);
        const error = divide(subtract(read, x), x);
        expect(compare(rational(error.n < 0n ? -error.n : error.n, error.d), rational(1, 10n ** 19n * 2n))).not.toBe(1);
        expect((whole + places).replace(/^-?0*/, '').length).toBeLessThanOrEqual(21);
      }),
      { numRuns: 500 },
    );
  });

  it('writes known values', () => {
    const write = (kind: SmoothKind, n: number, d = 1): string | null =>
      decimalText(total(smoothValue(kind, rational(n, d), 120), 120));
    // Digits from published tables of tanh, erf and log.
    expect(write('tanh', 1)).toBe('~0.76159415595576488812');
    expect(write('softplus', 0)).toBe('~0.69314718055994530942');
    expect(write('sigmoid', -11)).toBe('~0.000016701421848095180755');
    // All digits are nines: 20 of them, not 1e20.
    expect(decimalText(ballOf(rational(10n ** 20n - 1n), 160))).toBe(`~${'9'.repeat(20)}`);
    expect(decimalText({ m: 0n, r: 5n, e: -10 })).toBe(null);
    expect(decimalText(ballOf(rational(1, 3), 40))).toBe(null);
    expect(signOfBall(normalTail(rational(100), 60))).toBe(1);
  });
});
