import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FROM_ABOVE, boundsOf, project, towardsViewer, unprojectAt, type Projection } from './projection.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const projections: fc.Arbitrary<Projection> = fc
  .record({
    yaw: number(-7, 7),
    pitch: number(0.1, Math.PI / 2),
    left: number(-50, 50),
    bottom: number(-50, 50),
    width: number(0.5, 40),
    depth: number(0.5, 40),
    zMin: number(-100, 100),
    zSpan: number(0.5, 100),
    aspect: number(0.5, 2),
    rise: number(0.2, 1),
    scale: number(50, 800),
    centre: fc.tuple(number(0, 500), number(0, 500)),
  })
  .map(({ left, bottom, width, depth, zMin, zSpan, ...rest }) => ({
    ...rest,
    ground: { xMin: left, xMax: left + width, yMin: bottom, yMax: bottom + depth },
    zMin,
    zMax: zMin + zSpan,
  }));
const points = fc.tuple(number(-60, 60), number(-60, 60), number(-100, 100));

describe('the projection', () => {
  it('is undone by unprojecting at the same height', () => {
    fc.assert(
      fc.property(projections, points, (p, [x, y, z]) => {
        const [px, py] = project(p, x, y, z);
        const [backX, backY] = unprojectAt(p, px, py, z);
        const size = p.ground.xMax - p.ground.xMin + p.ground.yMax - p.ground.yMin;
        const away = Math.max(...[x, y].map(Math.abs), size) + Math.abs(z) / (p.zMax - p.zMin);
        expect(Math.abs(backX - x)).toBeLessThan(1e-8 * away * size);
        expect(Math.abs(backY - y)).toBeLessThan(1e-8 * away * size);
      }),
    );
  });

  it('keeps straight lines straight: the middle goes to the middle', () => {
    fc.assert(
      fc.property(projections, points, points, (p, a, b) => {
        const middle = a.map((value, k) => (value + (b[k] as number)) / 2) as [number, number, number];
        const [px, py] = project(p, ...middle);
        const [ax, ay] = project(p, ...a);
        const [bx, by] = project(p, ...b);
        expect(px).toBeCloseTo((ax + bx) / 2, 4);
        expect(py).toBeCloseTo((ay + by) / 2, 4);
      }),
    );
  });

  it('draws what is higher higher, but from above', () => {
    fc.assert(
      fc.property(projections, points, number(0.1, 50), (p, [x, y, z], up) => {
        const [, low] = project(p, x, y, z);
        const [, high] = project(p, x, y, z + up);
        if (p.pitch < 1.5) expect(high).toBeLessThan(low);
        const above = { ...p, ...FROM_ABOVE };
        expect(project(above, x, y, z + up)[1]).toBeCloseTo(project(above, x, y, z)[1], 6);
      }),
    );
  });

  it('points towards the viewer downwards on the screen', () => {
    fc.assert(
      fc.property(projections, points, (p, [x, y, z]) => {
        const [dx, dy] = towardsViewer(p);
        const [px, py] = project(p, x, y, z);
        const [nearX, nearY] = project(p, x + dx, y + dy, z);
        expect(nearX).toBeCloseTo(px, 4);
        expect(nearY).toBeGreaterThan(py);
      }),
    );
  });

  it('knows the extent of what it projects', () => {
    fc.assert(
      fc.property(projections, fc.array(points, { minLength: 1, maxLength: 9 }), (p, all) => {
        const plain = { ...p, scale: 1, centre: [0, 0] as const };
        const { left, right, top, bottom } = boundsOf(p, all);
        const seen = all.map((point) => project(plain, ...point));
        expect([left, right]).toEqual([Math.min(...seen.map(([x]) => x)), Math.max(...seen.map(([x]) => x))]);
        expect([top, bottom]).toEqual([Math.min(...seen.map(([, y]) => y)), Math.max(...seen.map(([, y]) => y))]);
      }),
    );
  });
});
