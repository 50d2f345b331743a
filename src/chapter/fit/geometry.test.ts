import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS, type Activation } from '../../activation/activation.ts';
import { cornersOf } from '../../activation/pieces.ts';
import type { Network } from '../../model/network.ts';
import { bentLine, type Point } from './bent-line.ts';
import { facetsOf, heightAt } from './facets.ts';
import { valueAt } from './signals.ts';

const weight = fc.integer({ min: -300, max: 300 }).map((n) => n / 100);
const STRAIGHT = ACTIVATION_KINDS.filter((kind) => cornersOf(kind) !== null);
const activations = fc
  .constantFrom(...STRAIGHT)
  .map((kind): Activation<number> => (kind === 'leakyRelu' ? { kind, slope: 0.1 } : { kind }));

function networks(inputs: number): fc.Arbitrary<Network<number>> {
  return fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }).chain((hidden) => {
    const widths = [inputs, ...hidden, 1];
    const layers = widths.slice(1).map((nodes, l) =>
      fc.array(
        fc.record({
          weights: fc.array(weight, { minLength: widths[l] as number, maxLength: widths[l] as number }),
          bias: weight,
          activation: l === hidden.length ? fc.constant({ kind: 'linear' } as const) : activations,
        }),
        { minLength: nodes, maxLength: nodes },
      ),
    );
    return fc.tuple(...layers).map((made) => ({ inputs: ['1', '2'].slice(0, inputs), layers: made }));
  });
}

const share = fc.integer({ min: 1, max: 999 }).map((n) => n / 1000);

describe('what is drawn of a network', () => {
  it('is, over one input, a line that passes through all of its values', () => {
    fc.assert(
      fc.property(networks(1), share, (network, at) => {
        const { points } = bentLine(network, -2, 2);
        const x = -2 + 4 * at;
        const i = points.findIndex((point) => point[0] >= x);
        const [p, q] = [points[i - 1] as Point, points[i] as Point];
        const onLine = p[1] + ((x - p[0]) / (q[0] - p[0])) * (q[1] - p[1]);
        expect(onLine).toBeCloseTo(valueAt(network, [x]), 8);
      }),
    );
  });

  it('is, over two, polygons that fill the rectangle, each one linear model', () => {
    fc.assert(
      fc.property(networks(2), share, share, (network, s, t) => {
        const found = facetsOf(network, { x: [-2, 2], y: [-1, 3] }, 1000);
        if (!found) throw new Error('too many');
        const area = found.facets.reduce((sum, { corners }) => sum + areaOf(corners), 0);
        expect(area).toBeCloseTo(16, 8);
        for (const { corners, form } of found.facets) {
          // A point inside: between the first corner and a point of the opposite side.
          const [p, q, r] = [corners[0], corners[1], corners[2]] as [Point, Point, Point];
          const blend = (i: 0 | 1) => p[i] + s * (q[i] + t * (r[i] - q[i]) - p[i]);
          const inside: Point = [blend(0), blend(1)];
          expect(heightAt(form, inside)).toBeCloseTo(valueAt(network, inside), 7);
        }
      }),
    );
  });
});

function areaOf(corners: readonly Point[]): number {
  return corners.reduce((sum, [x, y], i) => {
    const [u, v] = corners[(i + 1) % corners.length] as Point;
    return sum + (x * v - u * y) / 2;
  }, 0);
}
