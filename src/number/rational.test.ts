import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import {
  MINUS_ONE,
  ONE,
  ZERO,
  absolute,
  add,
  compare,
  divide,
  dot,
  equal,
  gcd,
  isOne,
  isZero,
  multiply,
  negate,
  rational,
  sign,
  subtract,
  sum,
  toDecimalText,
  toFractionText,
  toNumber,
  type Rational,
} from './rational.ts';

const integers = fc.oneof(fc.bigInt({ min: -12n, max: 12n }), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }));
const denominators = integers.filter((d) => d !== 0n);
const rationals = fc.tuple(integers, denominators).map(([n, d]) => rational(n, d));
const nonZero = rationals.filter((p) => !isZero(p));

/** The oracle: fraction.js, given integers only. */
const oracle = ({ n, d }: Rational) => new Fraction(n, d);
const fromOracle = ({ s, n, d }: Fraction) => ({ n: s * n, d });

describe('a rational', () => {
  it('is in lowest terms with a positive denominator, so that equal numbers are equal records', () => {
    fc.assert(
      fc.property(integers, denominators, denominators, (n, d, k) => {
        const p = rational(n, d);
        expect(p.d > 0n).toBe(true);
        expect(gcd(p.n < 0n ? -p.n : p.n, p.d)).toBe(1n);
        expect(p.n * d).toBe(n * p.d);
        expect(rational(n * k, d * k)).toEqual(p);
      }),
    );
  });

  it('needs a denominator other than 0', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
    expect(() => rational(0.5)).toThrow(RangeError);
  });

  it('survives being sent to a worker', () => {
    fc.assert(
      fc.property(rationals, (p) => {
        expect(structuredClone(p)).toEqual(p);
      }),
    );
  });
});

describe('the field laws', () => {
  it('of addition and multiplication', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (p, q, r) => {
        expect(add(p, q)).toEqual(add(q, p));
        expect(add(add(p, q), r)).toEqual(add(p, add(q, r)));
        expect(add(p, ZERO)).toEqual(p);
        expect(add(p, negate(p))).toEqual(ZERO);
        expect(multiply(p, q)).toEqual(multiply(q, p));
        expect(multiply(multiply(p, q), r)).toEqual(multiply(p, multiply(q, r)));
        expect(multiply(p, ONE)).toEqual(p);
        expect(multiply(p, add(q, r))).toEqual(add(multiply(p, q), multiply(p, r)));
        expect(subtract(p, q)).toEqual(add(p, multiply(MINUS_ONE, q)));
      }),
    );
  });

  it('of division', () => {
    fc.assert(
      fc.property(rationals, nonZero, (p, q) => {
        expect(multiply(divide(p, q), q)).toEqual(p);
        expect(divide(q, q)).toEqual(ONE);
      }),
    );
  });

  it('of order', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (p, q, r) => {
        expect(compare(p, q)).toBe(-compare(q, p) + 0);
        expect(compare(p, q) === 0).toBe(equal(p, q));
        expect(compare(add(p, r), add(q, r))).toBe(compare(p, q));
        expect(compare(multiply(p, absolute(r)), multiply(q, absolute(r)))).toBe(isZero(r) ? 0 : compare(p, q));
        expect(compare(p, q)).toBe(sign(subtract(p, q)));
      }),
    );
  });
});

describe('fraction.js agrees', () => {
  it('on the four operations, on order and on sums', () => {
    fc.assert(
      fc.property(rationals, rationals, (p, q) => {
        const [a, b] = [oracle(p), oracle(q)];
        expect(add(p, q)).toEqual(fromOracle(a.add(b)));
        expect(subtract(p, q)).toEqual(fromOracle(a.sub(b)));
        expect(multiply(p, q)).toEqual(fromOracle(a.mul(b)));
        if (!isZero(q)) expect(divide(p, q)).toEqual(fromOracle(a.div(b)));
        expect(compare(p, q)).toBe(a.compare(b));
        expect(absolute(p)).toEqual(fromOracle(a.abs()));
        expect(isOne(p)).toBe(a.equals(1));
        expect(toFractionText(p)).toBe(a.toFraction());
      }),
    );
  });

  it('on sums and dot products', () => {
    const pairs = fc.array(fc.tuple(rationals, rationals), { maxLength: 6 });
    fc.assert(
      fc.property(pairs, (list) => {
        const [p, q] = [list.map(([a]) => a), list.map(([, b]) => b)];
        expect(sum(p)).toEqual(fromOracle(p.reduce<Fraction>((total, a) => total.add(oracle(a)), new Fraction(0))));
        const expected = list.reduce((total, [a, b]) => total.add(oracle(a).mul(oracle(b))), new Fraction(0));
        expect(dot(p, q)).toEqual(fromOracle(expected));
      }),
    );
  });
});

describe('the nearest double', () => {
  it('gives every double back', () => {
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0));
    fc.assert(
      fc.property(doubles, (x) => {
        expect(toNumber(ofDouble(x))).toBe(x);
      }),
    );
  });

  it('is no further away than its two neighbours, and even in a tie', () => {
    // Numerator and denominator from 1 to 1,200 bits: from far below the least double to far above the greatest.
    const large = fc
      .tuple(fc.bigInt({ min: 1n, max: 2n ** 70n }), fc.integer({ min: 0, max: 1130 }), fc.bigInt({ min: 0n, max: 3n }))
      .map(([n, shift, rest]) => (n << BigInt(shift)) + rest);
    fc.assert(
      fc.property(large, large, fc.boolean(), (n, d, negative) => {
        const p = rational(negative ? -n : n, d);
        expectNearest(p);
      }),
      { numRuns: 1000 },
    );
  });

  it('is even in a tie: half way between two neighbours', () => {
    const doubles = fc.double({ min: 0, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(doubles, fc.constantFrom(0n, 1n, -1n), (x, nudge) => {
        const middle = divide(add(ofDouble(x), ofDouble(above(x))), rational(2));
        // Half way, or off it by less than any double could tell.
        expectNearest(add(middle, rational(nudge, 2n ** 1200n)));
      }),
    );
  });

  it('is infinite from half a unit above the greatest double', () => {
    const edge = 2n ** 1024n - 2n ** 970n;
    expect(toNumber(rational(edge))).toBe(Infinity);
    expect(toNumber(rational(-edge))).toBe(-Infinity);
    expect(toNumber(rational(edge - 1n))).toBe(Number.MAX_VALUE);
  });
});

describe('decimal text', () => {
  it('means the same number', () => {
    fc.assert(
      fc.property(integers, fc.nat(18), (n, places) => {
        const p = rational(n, 10n ** BigInt(places));
        const text = toDecimalText(p);
        expect(text).not.toBeNull();
        // fraction.js reads decimals exactly when they come as text.
        expect(fromOracle(new Fraction(text ?? ''))).toEqual(p);
        expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
      }),
    );
  });

  it('exists exactly where the denominator divides a power of ten, within the places', () => {
    fc.assert(
      fc.property(rationals, fc.nat(25), (p, places) => {
        const ends = 10n ** BigInt(places) % p.d === 0n;
        expect(toDecimalText(p, places) !== null).toBe(ends);
      }),
    );
    expect(toDecimalText(rational(1, 3))).toBeNull();
    expect(toDecimalText(rational(-3, 8))).toBe('-0.375');
  });
});

/** A double as the rational that it is, from its bits. */
function ofDouble(x: number): Rational {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & (2n ** 52n - 1n);
  const significand = exponent === 0 ? fraction : fraction + 2n ** 52n;
  const power = BigInt(Math.max(exponent, 1) - 1075);
  const magnitude = power < 0n ? rational(significand, 2n ** -power) : rational(significand * 2n ** power);
  return x < 0 ? negate(magnitude) : magnitude;
}

/** The next double above x >= 0. */
function above(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}

function below(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigUint64(0, view.getBigUint64(0) - 1n);
  return view.getFloat64(0);
}

function isEven(x: number): boolean {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0) % 2n === 0n;
}

/** Measures the distance to both neighbours exactly. Infinity counts as the double after the greatest. */
function expectNearest(p: Rational): void {
  const x = Math.abs(toNumber(p));
  expect(Math.sign(toNumber(p)) * sign(p)).toBeGreaterThanOrEqual(0);
  const value = (y: number) => (y === Infinity ? rational(2n ** 1024n) : ofDouble(y));
  const distance = (y: number) => absolute(subtract(value(y), absolute(p)));
  const neighbours = [...(x > 0 ? [below(x)] : []), ...(x < Infinity ? [above(x)] : [])];
  for (const y of neighbours) {
    const order = compare(distance(x), distance(y));
    // Beyond the last two "doubles" any number is nearest to infinity.
    if (x === Infinity && compare(absolute(p), value(Infinity)) >= 0) continue;
    expect(order === -1 || (order === 0 && (x === Infinity || isEven(x)))).toBe(true);
  }
}
