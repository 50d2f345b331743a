import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networks } from '../../tests/arbitrary-network.ts';
import { derive } from '../algebra/derivation.ts';
import type { Network } from '../model/network.ts';
import { ZERO, add, equal, isZero, toFractionText, type Rational } from '../number/rational.ts';
import { keyOfNode } from '../state/highlight.ts';
import { foldBetween, type Fold } from './fold.ts';
import { shapeOf } from './diagram-box.ts';
import { layoutNetwork, type Layout } from './layout.ts';
import { keyOfUnit, pictureAt, type Picture } from './picture.ts';
import { layoutDirect } from './route.ts';

interface Combining {
  readonly network: Network<Rational>;
  readonly layout: Layout;
  readonly after: Picture;
  readonly fold: Fold;
}

/** Every "combine" of a network. */
function combinings(network: Network<Rational>): Combining[] {
  const derivation = derive(network);
  const layout = layoutNetwork(shapeOf(network), { width: 620, height: 330 });
  return derivation.steps.flatMap(({ kind }, i) => {
    if (kind !== 'combine') return [];
    const [before, after] = [pictureAt(network, derivation, i), pictureAt(network, derivation, i + 1)];
    return [{ network, layout, after, fold: foldBetween(network, layout, before, after) }];
  });
}

const linear = networks({ kinds: ['linear'] });
const mixed = networks({ kinds: ['linear', 'relu'] });

describe('the fold at "combine"', () => {
  it('lets products fly together that add up to each new number', () => {
    fc.assert(
      fc.property(fc.oneof(linear, mixed), (network) => {
        for (const { after, fold } of combinings(network)) {
          const layer = (after.round?.layer ?? 0) - 1;
          for (const { from, to, coefficient } of after.direct.filter((edge) => edge.from.layer === layer)) {
            const end = `>${keyOfUnit(from)}>${keyOfNode(to)}`;
            const arriving = fold.flights.filter(({ id }) => id.endsWith(end));
            const total = arriving.reduce((sum, { value }) => add(sum, value), ZERO);
            expect(toFractionText(total)).toBe(toFractionText(coefficient));
            expect(equal(coefficient, ZERO) || arriving.some(({ value }) => !isZero(value))).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('straightens what led through a node into the direct edge, end on end', () => {
    fc.assert(
      fc.property(linear, (network) => {
        for (const { layout, after, fold } of combinings(network)) {
          const places = layoutDirect(layout, after.direct, after.gone);
          for (const { id, at } of fold.flows) {
            const [, from = '', to = ''] = id.split('>');
            const curve = places.get(`${from}>${to}`)?.curve;
            const points = [...at(1)];
            for (const [end, k] of [
              [0, 0],
              [1, points.length - 2],
            ] as const) {
              expect(points[k]).toBeCloseTo(curve?.(end).x ?? NaN, 6);
              expect(points[k + 1]).toBeCloseTo(curve?.(end).y ?? NaN, 6);
            }
            // It starts at the same unit.
            expect(Math.abs((at(0)[0] as number) - (points[0] as number))).toBeLessThan(30);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
