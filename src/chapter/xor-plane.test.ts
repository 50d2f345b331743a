import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { compare, equal } from '../number/rational.ts';
import { BEST, diagonalSum, heightAt, lossOf, POSTS } from './xor-plane.ts';

const planes = fc.record({ a: smallRationals, b: smallRationals, c: smallRationals });

describe('a plane across XOR', () => {
  it('never misses less than the flat one at 1/2, and only that one misses so little', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const isBest = equal(plane.a, BEST.a) && equal(plane.b, BEST.b) && equal(plane.c, BEST.c);
        expect(compare(lossOf(plane), lossOf(BEST))).toBe(isBest ? 0 : 1);
      }),
    );
  });

  it('adds up to the same over both diagonals, where XOR does not', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        expect(diagonalSum(plane, true)).toEqual(diagonalSum(plane, false));
        expect(POSTS.some(({ at, height }) => !equal(heightAt(plane, at), height))).toBe(true);
      }),
    );
  });
});
