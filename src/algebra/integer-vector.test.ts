import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bigDot,
  combine,
  coprime,
  crossing,
  dot,
  integerText,
  integerVector,
  negateVector,
  slideInto,
  toBigIntegers,
  withMachineIntegersBelow,
  type IntegerVector,
} from './integer-vector.ts';
import { gcd } from '../number/rational.ts';

/** Integers of every size around the edges of machine arithmetic: 0 to 2^70, often close to a power of two. */
const integer = fc
  .tuple(
    fc.integer({ min: 0, max: 70 }),
    fc.integer({ min: -3, max: 3 }),
    fc.boolean(),
    fc.bigInt(-40n, 40n),
    fc.boolean(),
  )
  .map(([bits, offset, negative, small, isSmall]) => {
    if (isSmall) return small;
    const value = (1n << BigInt(bits)) + BigInt(offset);
    return negative ? -value : value;
  });
const vector = (length: number) => fc.array(integer, { minLength: length, maxLength: length });
const vectors = fc
  .integer({ min: 1, max: 7 })
  .chain((length) => fc.tuple(vector(length), vector(length), vector(length)));
/** Below which machine integers are used: never, often, or as in the program. */
const limit = fc.constantFrom(0, 1000, 2 ** 40, 2 ** 53);

function exactDot(u: readonly bigint[], v: readonly bigint[]): bigint {
  return u.reduce((sum, entry, i) => sum + entry * (v[i] as bigint), 0n);
}

function exactCoprime(v: readonly bigint[]): bigint[] {
  const common = v.reduce((g, entry) => gcd(g, entry < 0n ? -entry : entry), 0n);
  return common === 0n ? [...v] : v.map((entry) => entry / common);
}

/** Small entries are whole, below 2^53, and right; a vector that would fit is kept small. */
function expectExact(actual: IntegerVector, expected: readonly bigint[]) {
  expect(toBigIntegers(actual)).toEqual(expected);
  if (actual.small) expect(actual.small.every(Number.isSafeInteger)).toBe(true);
  expect(actual.max).toBe(actual.small ? Math.max(0, ...actual.small.map(Math.abs)) : Infinity);
}

describe('V1 machine integers are exact: every operation equals the one in big integers', () => {
  it('dot', () => {
    fc.assert(
      fc.property(vectors, limit, ([u, v], below) => {
        withMachineIntegersBelow(below, () => {
          const value = dot(integerVector(u), integerVector(v));
          const exact = exactDot(u, v);
          expect(bigDot(integerVector(u), integerVector(v))).toBe(exact);
          if (Math.abs(value) < Infinity) expect(BigInt(value)).toBe(exact);
          else expect(Math.sign(value)).toBe(exact > 0n ? 1 : -1);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('crossing: on h = 0, between p and q, coprime', () => {
    fc.assert(
      fc.property(vectors, limit, ([h, p, q], below) => {
        const [hp, hq] = [exactDot(h, p), exactDot(h, q)];
        fc.pre(hp > 0n && hq < 0n);
        withMachineIntegersBelow(below, () => {
          const [H, P, Q] = [integerVector(h), integerVector(p), integerVector(q)] as const;
          const expected = exactCoprime(p.map((entry, i) => -hq * entry + hp * (q[i] as bigint)));
          expectExact(crossing(H, P, dot(H, P), Q, dot(H, Q)), expected);
          expectExact(crossing(H, Q, dot(H, Q), P, dot(H, P)), expected);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('slideInto: v + some d on h = 0, coprime', () => {
    fc.assert(
      fc.property(vectors, limit, ([h, v, d], below) => {
        const [hv, hd] = [exactDot(h, v), exactDot(h, d)];
        fc.pre(hd !== 0n && hv !== 0n);
        withMachineIntegersBelow(below, () => {
          const [H, V, D] = [integerVector(h), integerVector(v), integerVector(d)] as const;
          const towards = hd > 0n ? 1n : -1n;
          const expected = exactCoprime(v.map((entry, i) => towards * (hd * entry - hv * (d[i] as bigint))));
          expectExact(slideInto(H, V, dot(H, V), D, dot(H, D)), expected);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('combine, coprime, negate', () => {
    fc.assert(
      fc.property(vectors, vector(3), limit, (rows, weights, below) => {
        withMachineIntegersBelow(below, () => {
          const sum = rows[0].map((_, k) =>
            rows.reduce((total, row, i) => total + (weights[i] as bigint) * (row[k] as bigint), 0n),
          );
          const [first] = rows;
          expectExact(combine(integerVector(weights), rows.map(integerVector), sum.length), sum);
          expectExact(coprime(integerVector(first)), exactCoprime(first));
          expectExact(
            negateVector(integerVector(first)),
            first.map((entry) => -entry),
          );
          expect(integerText(integerVector(first))).toBe(first.join(' '));
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('uses machine integers up to the largest that are exact, and not one more', () => {
    expect(integerVector([2n ** 53n - 1n]).small).not.toBeNull();
    expect(integerVector([2n ** 53n]).small).toBeNull();
    const u = integerVector([2n ** 30n, 2n ** 30n]);
    expect(dot(u, integerVector([2n ** 22n - 1n, 2n ** 22n]))).toBe(2 ** 53 - 2 ** 30);
    expect(dot(u, integerVector([2n ** 22n, 2n ** 22n]))).toBe(Infinity);
  });
});
