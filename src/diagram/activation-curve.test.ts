import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS, activateNumber, type Activation } from '../activation/activation.ts';
import { WINDOW, curvePath, pointOnCurve } from './activation-curve.ts';

const activation = fc.oneof(
  fc
    .constantFrom(...ACTIVATION_KINDS.filter((kind) => kind !== 'leakyRelu'))
    .map((kind): Activation<number> => ({ kind })),
  fc.double({ min: -3, max: 3, noNaN: true }).map((slope): Activation<number> => ({ kind: 'leakyRelu', slope })),
);
const z = fc.oneof(fc.double({ min: -8, max: 8, noNaN: true }), fc.double({ noNaN: true }));

function corners(path: string): { readonly x: number; readonly y: number }[] {
  return path
    .slice(1)
    .split('L')
    .map((pair) => {
      const [x = Number.NaN, y = Number.NaN] = pair.split(',').map(Number);
      return { x, y };
    });
}

describe('the little graph of an activation', () => {
  it('lies on the function and inside the window', () => {
    fc.assert(
      fc.property(activation, (f) => {
        const points = corners(curvePath(f));
        expect(points.length).toBeGreaterThanOrEqual(2);
        for (const { x, y } of points) {
          expect(-y).toBeCloseTo(activateNumber(f, x), 2);
          expect(Math.abs(x)).toBeLessThan(WINDOW.z);
          expect(Math.abs(y)).toBeLessThan(WINDOW.a);
        }
      }),
    );
  });

  it('shows the current point on the curve, however far away it is, on the side where it is', () => {
    fc.assert(
      fc.property(activation, z, (f, value) => {
        const { x, y } = pointOnCurve(f, value);
        const ends = corners(curvePath(f));
        expect(-y).toBeCloseTo(activateNumber(f, x), 2);
        expect(x * Math.sign(value)).toBeGreaterThanOrEqual(0);
        expect(x).toBeGreaterThanOrEqual((ends[0]?.x ?? Number.NaN) - 0.002);
        expect(x).toBeLessThanOrEqual((ends.at(-1)?.x ?? Number.NaN) + 0.002);
      }),
    );
  });

  it('moves the point with z, never against it', () => {
    fc.assert(
      fc.property(activation, z, z, (f, p, q) => {
        const [low, high] = p < q ? [p, q] : [q, p];
        expect(pointOnCurve(f, low).x).toBeLessThanOrEqual(pointOnCurve(f, high).x);
      }),
    );
  });
});
