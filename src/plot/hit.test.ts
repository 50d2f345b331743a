import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectangleOf, sheetCases } from '../../tests/arbitrary-slice.ts';
import { facetsOf } from './facet.ts';
import { fitProjection } from './fit.ts';
import { hitTest } from './hit.ts';
import { paintOrder } from './painter.ts';
import { FROM_ABOVE, project, towardsViewer } from './projection.ts';
import { sampler } from './sample.ts';
import { screenOf } from './scene.ts';
import { heightRange, type Surface } from './surface.ts';

const room = { width: 600, height: 400, head: 36, bar: 30 };
const share = fc.double({ min: 0.03, max: 0.97, noNaN: true });

describe('the hit test', () => {
  it('finds again, from any side, a point of the sheet or one in front of it', () => {
    const turn = fc.record({
      yaw: fc.double({ min: -4, max: 4, noNaN: true }),
      pitch: fc.double({ min: 0.2, max: 1.5, noNaN: true }),
    });
    fc.assert(
      fc.property(sheetCases(), turn, share, share, ({ network, box }, view, s, t) => {
        const surface = facetsOf(network, box).surface as Surface;
        const ground = rectangleOf(box);
        const { min, max } = heightRange(surface);
        const projection = fitProjection(room, view, ground, [min - 1, max + 1]);
        const order = paintOrder(surface, towardsViewer(projection));
        const screen = screenOf(surface, projection);
        const [x, y] = [ground.xMin + s * (ground.xMax - ground.xMin), ground.yMin + t * (ground.yMax - ground.yMin)];
        const { value } = sampler(network);
        const [px, py] = project(projection, x, y, value([x, y]));
        const hit = hitTest(surface, screen, order, px, py);
        // A steep facet seen edge on has no area on the screen.
        fc.pre(hit !== null);
        const at = hit ?? { x: NaN, y: NaN };
        const [hx, hy] = project(projection, at.x, at.y, value([at.x, at.y]));
        expect(Math.hypot(hx - px, hy - py)).toBeLessThan(0.01);
        const [dx, dy] = towardsViewer(projection);
        const nearer = (at.x - x) * dx + (at.y - y) * dy;
        expect(nearer).toBeGreaterThan(-1e-4 * Math.hypot(dx, dy) ** 2);
      }),
    );
  });

  it('from above finds the very point, and nothing beside the sheet', () => {
    fc.assert(
      fc.property(sheetCases(), share, share, ({ network, box }, s, t) => {
        const surface = facetsOf(network, box).surface as Surface;
        const ground = rectangleOf(box);
        const { min, max } = heightRange(surface);
        const projection = fitProjection(room, FROM_ABOVE, ground, [min - 1, max + 1]);
        const order = surface.faces.map((_, k) => k);
        const screen = screenOf(surface, projection);
        const [x, y] = [ground.xMin + s * (ground.xMax - ground.xMin), ground.yMin + t * (ground.yMax - ground.yMin)];
        const hit = hitTest(surface, screen, order, ...project(projection, x, y, 0));
        expect(hit?.x).toBeCloseTo(x, 6);
        expect(hit?.y).toBeCloseTo(y, 6);
        expect(hitTest(surface, screen, order, ...project(projection, ground.xMax + 0.1, y, 0))).toBeNull();
      }),
    );
  });
});
