import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeWidth } from './edge-width.ts';

describe('an edge', () => {
  it('is wider for a larger weight, whatever its sign, within bounds', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (p, q) => {
        expect(edgeWidth(p)).toBe(edgeWidth(-p));
        expect(edgeWidth(p)).toBeGreaterThanOrEqual(1);
        expect(edgeWidth(p)).toBeLessThanOrEqual(7);
        if (Math.abs(p) <= Math.abs(q)) expect(edgeWidth(p)).toBeLessThanOrEqual(edgeWidth(q));
      }),
    );
  });
});
