import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundArea, rectangleOf, sheetCases } from '../../tests/arbitrary-slice.ts';
import { facetsOf } from './facet.ts';
import { gridLines } from './grid-line.ts';
import { sampler } from './sample.ts';
import type { Surface } from './surface.ts';

describe('grid lines', () => {
  it('lie on the sheet, at their tick', () => {
    fc.assert(
      fc.property(sheetCases(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ network, box }, share) => {
        const surface = facetsOf(network, box).surface as Surface;
        const { xMin, xMax, yMin, yMax } = rectangleOf(box);
        const [x, y] = [xMin + share * (xMax - xMin), yMin + share * (yMax - yMin)];
        const { value } = sampler(network);
        const tall = 1 + Math.max(...surface.zs.map(Math.abs));
        for (const segments of gridLines(surface, [x], [y])) {
          for (let k = 0; k < segments.length; k += 3) {
            const [px = 0, py = 0, pz = 0] = segments.slice(k, k + 3);
            expect(Math.min(Math.abs(px - x), Math.abs(py - y))).toBeLessThan(1e-9 * (1 + Math.abs(x) + Math.abs(y)));
            expect(Math.abs(value([px, py]) - pz)).toBeLessThan(1e-6 * tall);
          }
        }
      }),
    );
  });

  it('cross the whole rectangle: their shadows add up to its width', () => {
    fc.assert(
      fc.property(sheetCases(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ network, box }, share) => {
        const surface = facetsOf(network, box).surface as Surface;
        const { xMin, xMax, yMin, yMax } = rectangleOf(box);
        const slivers = surface.faces.some((_, face) => groundArea(surface, face) < 1e-9);
        fc.pre(!slivers);
        const y = yMin + share * (yMax - yMin);
        // A line along an edge is drawn with the faces on both of its sides.
        fc.pre(!surface.ys.includes(y));
        const lengths = gridLines(surface, [], [y]).map(([x0 = 0, , , x1 = 0]) => Math.abs(x1 - x0));
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBeCloseTo(xMax - xMin, 7);
      }),
    );
  });
});
