import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundArea, rectangleOf, sheetCases } from '../../tests/arbitrary-slice.ts';
import { ACTIVATION_KINDS } from '../activation/activation.ts';
import { MESH_SIDE, meshOf } from './mesh.ts';
import { sampler } from './sample.ts';

const options = { tolerance: 0.01, maxTriangles: 900 };
const cases = sheetCases(ACTIVATION_KINDS).map(({ network, box }) => {
  const { value, pattern } = sampler(network);
  const ground = rectangleOf(box);
  return { value, ground, ...meshOf(value, pattern, ground, options) };
});

describe('the mesh', () => {
  it('tiles the rectangle without gaps, in few triangles', () => {
    fc.assert(
      fc.property(cases, ({ surface, ground }) => {
        const areas = surface.faces.map((_, face) => groundArea(surface, face));
        const whole = (ground.xMax - ground.xMin) * (ground.yMax - ground.yMin);
        expect(Math.min(...areas)).toBeGreaterThan(0);
        expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(whole, 6);
        expect(surface.faces.length).toBeLessThanOrEqual(options.maxTriangles);
        // Euler: vertices - edges + faces = 1 for a disc. A gap between two triangles would leave an edge too many.
        expect(surface.xs.length - surface.edges.length + surface.faces.length).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('is nowhere on the sampling grid farther from the function than it says', () => {
    fc.assert(
      fc.property(cases, ({ value, surface, ground, error }) => {
        const { xs, ys, zs } = surface;
        const slack = 1e-9 * (1 + Math.max(...zs.map(Math.abs)));
        const cell = (size: number, low: number, high: number) => ((high - low) * size) / MESH_SIDE;
        for (const { corners } of surface.faces) {
          const [p, q, r] = corners as [number, number, number];
          const at = (values: Float64Array, k: number) => values[k] as number;
          const double =
            (at(xs, q) - at(xs, p)) * (at(ys, r) - at(ys, p)) - (at(xs, r) - at(xs, p)) * (at(ys, q) - at(ys, p));
          for (let i = 0; i <= MESH_SIDE; i += 4) {
            for (let j = 0; j <= MESH_SIDE; j += 4) {
              const x = ground.xMin + cell(i, ground.xMin, ground.xMax);
              const y = ground.yMin + cell(j, ground.yMin, ground.yMax);
              const forQ =
                ((x - at(xs, p)) * (at(ys, r) - at(ys, p)) - (at(xs, r) - at(xs, p)) * (y - at(ys, p))) / double;
              const forR =
                ((at(xs, q) - at(xs, p)) * (y - at(ys, p)) - (x - at(xs, p)) * (at(ys, q) - at(ys, p))) / double;
              if (forQ < -1e-9 || forR < -1e-9 || forQ + forR > 1 + 1e-9) continue;
              const there = (1 - forQ - forR) * at(zs, p) + forQ * at(zs, q) + forR * at(zs, r);
              expect(Math.abs(there - value([x, y]))).toBeLessThanOrEqual(error + slack);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('allows the tolerance that was asked for, where the triangles suffice', () => {
    const bowl = meshOf(
      ([x = 0, y = 0]) => x * x + y * y,
      () => '',
      { xMin: -1, xMax: 1, yMin: -1, yMax: 1 },
      options,
    );
    expect(bowl.error).toBe(options.tolerance * 2);
    expect(bowl.surface.faces.length).toBeGreaterThan(30);
    const plane = meshOf(
      ([x = 0, y = 0]) => 3 * x - y,
      () => '',
      { xMin: 0, xMax: 4, yMin: 0, yMax: 4 },
      options,
    );
    expect(plane.surface.faces).toHaveLength(2);
  });
});
