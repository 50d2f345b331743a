import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectangleOf, sheetCases } from '../../tests/arbitrary-slice.ts';
import { formOfFace } from '../../tests/exact-surface.ts';
import { toNumber } from '../number/rational.ts';
import { facetsOf } from './facet.ts';
import { hitTest } from './hit.ts';
import { paintOrder } from './painter.ts';
import { project, towardsViewer, type Projection } from './projection.ts';
import { heightRange, type Surface } from './surface.ts';

const turns = fc.record({
  yaw: fc.double({ min: -4, max: 4, noNaN: true }),
  pitch: fc.double({ min: 0.15, max: Math.PI / 2, noNaN: true }),
});

const cases = fc.record({ sheet: sheetCases(), turn: turns }).map(({ sheet, turn }) => {
  const surface = facetsOf(sheet.network, sheet.box).surface as Surface;
  const { min, max } = heightRange(surface);
  const ground = rectangleOf(sheet.box);
  const projection: Projection = {
    ...turn,
    ground,
    zMin: min - 1,
    zMax: max + 1,
    aspect: 1.3,
    rise: 0.6,
    scale: 300,
    centre: [0, 0],
  };
  return { surface, projection };
});

function screenOf({ xs, ys, zs }: Surface, projection: Projection): Float64Array {
  return Float64Array.from([...xs].flatMap((x, k) => project(projection, x, ys[k] as number, zs[k] as number)));
}

/** How near to the viewer a point of the model is: along the line of sight, units of the unit square. */
function nearness(p: Projection, x: number, y: number, z: number): number {
  const u = ((x - p.ground.xMin) / (p.ground.xMax - p.ground.xMin)) * p.aspect;
  const v = (y - p.ground.yMin) / (p.ground.yMax - p.ground.yMin);
  const w = ((z - p.zMin) / (p.zMax - p.zMin)) * p.rise;
  return w * Math.sin(p.pitch) - (u * Math.sin(p.yaw) + v * Math.cos(p.yaw)) * Math.cos(p.pitch);
}

describe('the order of painting', () => {
  it('names every face once', () => {
    fc.assert(
      fc.property(cases, ({ surface, projection }) => {
        const order = paintOrder(surface, towardsViewer(projection));
        expect(order.toSorted((p, q) => p - q)).toEqual(surface.faces.map((_, k) => k));
      }),
    );
  });

  it('paints no face over one that is nearer at the same pixel', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.double({ min: 0.02, max: 0.98, noNaN: true }), { minLength: 24, maxLength: 24 }),
        ({ surface, projection }, shares) => {
          const order = paintOrder(surface, towardsViewer(projection));
          const screen = screenOf(surface, projection);
          const rank = new Map(order.map((face, k) => [face, k]));
          const points = shares.slice(0, 12).map((share, k) => {
            const { xMin, xMax, yMin, yMax } = projection.ground;
            return [xMin + share * (xMax - xMin), yMin + (shares[k + 12] as number) * (yMax - yMin)] as const;
          });
          for (const [x, y] of points) {
            // Every face that covers the pixel of this ground point, alone: where on it is the pixel?
            const [px, py] = project(projection, x, y, 0);
            const covering = order.flatMap((face) => {
              const hit = hitTest(surface, screen, [face], px, py);
              if (!hit) return [];
              const z = heightThrough(surface, face, hit.x, hit.y);
              return [{ rank: rank.get(face) as number, near: nearness(projection, hit.x, hit.y, z) }];
            });
            for (const p of covering)
              for (const q of covering) if (p.near > q.near + 1e-6) expect(p.rank).toBeGreaterThan(q.rank);
          }
        },
      ),
    );
  });
});

/** By the form of the face, which the hit test does not use. */
function heightThrough(surface: Surface, face: number, x: number, y: number): number {
  const { coef, intercept } = formOfFace(surface, face);
  const [a = 0, b = 0, c = 0] = [...coef, intercept].map(toNumber);
  return a * x + b * y + c;
}
