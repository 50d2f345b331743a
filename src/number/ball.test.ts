import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBalls,
  ballOf,
  divideBalls,
  divideByInteger,
  endsOf,
  hull,
  midpointOf,
  multiplyBalls,
  negateBall,
  shiftBall,
  signOfBall,
  subtractBalls,
  top,
  widen,
  type Ball,
} from './ball.ts';
import { add, compare, divide, multiply, negate, rational, sign, subtract, type Rational } from './rational.ts';

/** A ball and one of its members, as near to an end of it as not. */
const balls: fc.Arbitrary<{ ball: Ball; member: Rational }> = fc
  .record({
    m: fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
    r: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 2n ** 40n })),
    e: fc.integer({ min: -90, max: 20 }),
    part: fc.integer({ min: -8, max: 8 }),
  })
  .map(({ m, r, e, part }) => {
    const unit = e >= 0 ? rational(1n << BigInt(e)) : rational(1n, 1n << BigInt(-e));
    return { ball: { m, r, e }, member: multiply(unit, add(rational(m), rational(r * BigInt(part), 8n))) };
  });
const bitCounts = fc.integer({ min: 2, max: 120 });

function holds(ball: Ball, value: Rational): boolean {
  const { lower, upper } = endsOf(ball);
  return compare(lower, value) <= 0 && compare(value, upper) <= 0;
}

describe('balls', () => {
  it('hold what becomes of each of their members', () => {
    fc.assert(
      fc.property(balls, balls, bitCounts, fc.integer({ min: 1, max: 1000 }), (a, b, bits, n) => {
        const [p, q] = [a.member, b.member];
        expect(holds(a.ball, p)).toBe(true);
        expect(holds(ballOf(p, bits), p)).toBe(true);
        expect(holds(addBalls(a.ball, b.ball, bits), add(p, q))).toBe(true);
        expect(holds(subtractBalls(a.ball, b.ball, bits), subtract(p, q))).toBe(true);
        expect(holds(multiplyBalls(a.ball, b.ball, bits), multiply(p, q))).toBe(true);
        expect(holds(divideByInteger(a.ball, n, bits), divide(p, rational(n)))).toBe(true);
        expect(holds(negateBall(a.ball), negate(p))).toBe(true);
        expect(holds(shiftBall(a.ball, -3), divide(p, rational(8)))).toBe(true);
        expect(holds(hull(p, q, bits), p) && holds(hull(p, q, bits), q)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('hold all quotients, and refuse a divisor that may be 0', () => {
    fc.assert(
      fc.property(balls, balls, bitCounts, (a, b, bits) => {
        if (signOfBall(b.ball) === 1 || signOfBall(b.ball) === -1) {
          expect(holds(divideBalls(a.ball, b.ball, bits), divide(a.member, b.member))).toBe(true);
        } else expect(() => divideBalls(a.ball, b.ball, bits)).toThrow(RangeError);
      }),
      { numRuns: 2000 },
    );
  });

  it('know a sign only when all members have it', () => {
    fc.assert(
      fc.property(balls, ({ ball, member }) => {
        const known = signOfBall(ball);
        if (known !== null) expect(sign(member)).toBe(known);
        else expect(holds(ball, rational(0))).toBe(true);
      }),
    );
  });

  it('widened by 2^k hold all that is so near', () => {
    fc.assert(
      fc.property(balls, fc.integer({ min: -200, max: 60 }), ({ ball, member }, k) => {
        const reach = k >= 0 ? rational(2n ** BigInt(k)) : rational(1n, 2n ** BigInt(-k));
        const wide = widen(ball, k);
        expect(holds(wide, add(member, reach)) && holds(wide, subtract(member, reach))).toBe(true);
      }),
    );
  });

  it('are their midpoint and radius, and smaller than 2^top', () => {
    fc.assert(
      fc.property(balls, ({ ball, member }) => {
        const { midpoint, radius } = midpointOf(ball);
        expect(holds(radius, subtract(member, midpoint))).toBe(true);
        const limit = top(ball) >= 0 ? rational(2n ** BigInt(top(ball))) : rational(1n, 2n ** BigInt(-top(ball)));
        expect(compare(member, limit)).toBe(-1);
        expect(compare(negate(limit), member)).toBe(-1);
      }),
    );
  });

  it('lose no more than the bits asked for', () => {
    const value = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.bigInt({ min: 1n, max: 10n ** 40n }));
    fc.assert(
      fc.property(value, value, fc.integer({ min: 20, max: 200 }), ([n, d], [k, l], bits) => {
        const [a, b] = [ballOf(rational(n, d), bits), ballOf(rational(k, l), bits)];
        for (const result of [addBalls(a, b, bits), multiplyBalls(a, b, bits), divideBalls(a, b, bits)]) {
          expect(result.r << BigInt(bits - 8) <= result.m).toBe(true);
        }
      }),
    );
  });

  it('of very different sizes are added without spelling them out', () => {
    const tiny: Ball = { m: 3n, r: 1n, e: -(2 ** 45) };
    const sum = addBalls(ballOf(rational(1), 64), tiny, 64);
    expect(signOfBall(subtractBalls(sum, ballOf(rational(1), 64), 64))).toBe(null);
    expect(signOfBall(tiny)).toBe(1);
    expect(holds(tiny, rational(0))).toBe(true); // its ends are widened to a place that can be written
  });
});
