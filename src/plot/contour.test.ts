import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetCases } from '../../tests/arbitrary-slice.ts';
import { exactVertex, pointOf } from '../../tests/exact-surface.ts';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { forward } from '../algebra/forward.ts';
import { add, compare, multiply, rational, subtract, type Rational } from '../number/rational.ts';
import { contours } from './contour.ts';
import { facetsOf } from './facet.ts';
import type { Surface } from './surface.ts';

const half = rational(1, 2);
const levels = fc.uniqueArray(smallRationals, { minLength: 1, maxLength: 6, selector: ({ n, d }) => `${n}/${d}` });

describe('contour lines', () => {
  it('are at their level at both ends and in the middle, exactly', () => {
    fc.assert(
      fc.property(sheetCases(), levels, ({ network, box }, asked) => {
        const surface = facetsOf(network, box).surface as Surface;
        for (const { level, ...line } of contours(surface, asked)) {
          const [from, to] = [pointOf(line.from), pointOf(line.to)];
          const middle = from.map((value, i) => multiply(half, add(value, to[i] as Rational)));
          for (const point of [from, to, middle]) expect(forward(network, point).y).toEqual(level);
          expect(from).not.toEqual(to);
        }
      }),
    );
  });

  it('are there for every level that lies strictly between the lowest and the highest corner of a facet', () => {
    fc.assert(
      fc.property(sheetCases(), levels, ({ network, box }, asked) => {
        const surface = facetsOf(network, box).surface as Surface;
        const found = contours(surface, asked);
        surface.faces.forEach(({ corners }, face) => {
          const heights = corners.map((vertex) => exactVertex(surface, face, vertex)[2]).toSorted(compare);
          for (const level of asked) {
            const [low, high] = [heights[0] as Rational, heights.at(-1) as Rational];
            if (subtract(level, low).n <= 0n || subtract(high, level).n <= 0n) continue;
            expect(found.some((line) => line.face === face && line.level === level)).toBe(true);
          }
        });
      }),
    );
  });
});
