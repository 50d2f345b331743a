import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thinned } from './thinned.ts';

const values = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 2, maxLength: 30 });

it('leaves out only points that are near the line, and no end', () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (ys, tolerance) => {
      const points = ys.map((y, x) => [x, y] as const);
      const kept = thinned(points, tolerance);
      expect(kept[0]).toBe(points[0]);
      expect(kept.at(-1)).toBe(points.at(-1));
      for (const [x, y] of points) {
        const next = kept.findIndex(([at]) => at >= x);
        const [x1, y1] = kept[next] ?? [x, y];
        const [x0, y0] = kept[next - 1] ?? [x1 - 1, y1];
        expect(Math.abs(y - y0 - ((x - x0) * (y1 - y0)) / (x1 - x0))).toBeLessThanOrEqual(tolerance + 1e-9);
      }
    }),
  );
});

it('makes two points of a straight line', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: -5, max: 5 }), (count, slope) => {
      const points = Array.from({ length: count }, (_, x) => [x, slope * x] as const);
      expect(thinned(points, 1e-9)).toEqual([points[0], points.at(-1)]);
    }),
  );
});
