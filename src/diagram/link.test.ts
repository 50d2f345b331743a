import { linkHorizontal } from 'd3-shape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkPath, pointOnLink, type Link, type Point } from './link.ts';

describe('an edge', () => {
  const coordinate = fc.double({ min: 0, max: 1000, noNaN: true });
  const point = fc.record({ x: coordinate, y: coordinate });

  it("is drawn as D3's horizontal link", () => {
    const link = linkHorizontal<unknown, Link, Point>()
      .source(({ from }) => from)
      .target(({ to }) => to)
      .x(({ x }) => x)
      .y(({ y }) => y);
    fc.assert(
      fc.property(point, point, (from, to) => {
        expect(linkPath({ from, to })).toBe(link({ from, to }));
      }),
    );
  });

  it('is drawn as the cubic that its points are computed from', () => {
    fc.assert(
      fc.property(point, point, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, t) => {
        // The path that d3 writes: M x,y C c1 c2 end. De Casteljau, independently of the polynomials in the code.
        const numbers =
          linkPath({ from, to })
            .match(/-?[\d.]+(?:e-?\d+)?/g)
            ?.map(Number) ?? [];
        let points = [0, 1, 2, 3].map((i) => ({ x: numbers[2 * i] as number, y: numbers[2 * i + 1] as number }));
        while (points.length > 1) {
          points = points.slice(1).map((p, i) => {
            const before = points[i] as Point;
            return { x: before.x + t * (p.x - before.x), y: before.y + t * (p.y - before.y) };
          });
        }
        const found = pointOnLink({ from, to }, t);
        expect(found.x).toBeCloseTo(points[0]?.x ?? Number.NaN, 1);
        expect(found.y).toBeCloseTo(points[0]?.y ?? Number.NaN, 1);
      }),
    );
  });
});
