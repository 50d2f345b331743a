import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forward } from '../../algebra/forward.ts';
import { LIMITS, mapNumbers } from '../../model/network.ts';
import { ZERO, add, multiply, rational, subtract, toNumber } from '../../number/rational.ts';
import { isWithinLimits } from '../../state/document-limits.ts';
import { presetDocument } from '../../state/preset-document.ts';
import { goTogether, pairOf, viewOf } from '../../train/pair.ts';
import { dataOf, pointsOf, tableOf, type FitData } from './fit-data.ts';
import { FIRST_SETUP, pairSetupOf } from './fit-setup.ts';
import { forStage, startFrom } from './stage-network.ts';

const value = fc.integer({ min: -900, max: 900 }).map((n) => rational(n, 8));
const rows = (width: number) =>
  fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 });

const data: fc.Arbitrary<FitData> = fc.oneof(
  fc.constant(dataOf('v')),
  fc.constant(dataOf('xor')),
  fc.tuple(rows(4), fc.boolean()).map(([values, isScaled]) => tableOf(['a', 'b', 'c'], values, isScaled)),
);

/** The mean of the squared errors, in rationals. */
function lossOf({ rows: all }: FitData, network: Parameters<typeof forward>[0]): number {
  const squares = all.map((row) => {
    const error = subtract(forward(network, row.slice(0, -1)).y, row.at(-1) ?? ZERO);
    return multiply(error, error);
  });
  return toNumber(squares.reduce(add, ZERO)) / all.length;
}

describe('a trained network on its way to the stage', () => {
  it('fits there, and has there the loss that is said', () => {
    fc.assert(
      fc.property(data, fc.nat(99), fc.nat(30), (points, seed, step) => {
        const pair = pairOf(pairSetupOf({ ...FIRST_SETUP, data: points, hidden: [3, 2], seed, rate: 0.01 }));
        goTogether(pair, step);
        const up = forStage(points, viewOf(pair).bent.network, false);
        if (!up) return;
        expect(isWithinLimits(up.document)).toBe(true);
        const loss = lossOf(points, up.document.network);
        expect(Math.abs(loss - up.lossAfter)).toBeLessThanOrEqual(1e-6 * (1 + loss));
        expect(up.lossAfter).toBeLessThanOrEqual(1.05 * up.lossBefore + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('can be there as it is, to the last bit: down again it is the very network that was trained', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        data,
        fc.nat(99),
        fc.nat(30),
        fc.constantFrom('relu', 'leakyRelu'),
        (points, seed, step, activation) => {
          const setup = { ...FIRST_SETUP, data: points, hidden: [3], seed, activation, rate: 0.01 } as const;
          const pair = pairOf(pairSetupOf(setup));
          goTogether(pair, step);
          const { network, loss } = viewOf(pair).bent;
          const up = forStage(points, network, true);
          if (!up) return;
          expect(up.lossAfter).toBe(up.lossBefore);
          if (points.scalings) return;
          taken++;
          expect(up.lossAfter).toBe(loss);
          expect(mapNumbers(up.document.network, toNumber)).toEqual(network);
          const start = startFrom(up.document.network, points);
          if (typeof start === 'string') throw new Error(start);
          expect(viewOf(pairOf(pairSetupOf({ ...setup, ...start }))).bent).toEqual({ network, loss });
        },
      ),
      { numRuns: 60 },
    );
    expect(taken).toBeGreaterThan(0);
  });

  it('and down again is where a training starts: before its first step it is the same function', () => {
    fc.assert(
      fc.property(data, fc.nat(99), (points, seed) => {
        const pair = pairOf(pairSetupOf({ ...FIRST_SETUP, data: points, hidden: [3], seed }));
        const up = forStage(points, viewOf(pair).bent.network, false);
        if (!up) return;
        const start = startFrom(up.document.network, points);
        if (typeof start === 'string') throw new Error(start);
        const again = viewOf(pairOf(pairSetupOf({ ...FIRST_SETUP, data: points, ...start })));
        const half = points.scalings ? toNumber(points.scalings.at(-1)?.half ?? ZERO) : 1;
        const loss = lossOf(points, up.document.network);
        expect(Math.abs(again.bent.loss * half * half - loss)).toBeLessThanOrEqual(1e-9 * (1 + loss));
      }),
      { numRuns: 60 },
    );
  });

  it('does not start where it can’t', () => {
    const one = pointsOf([[ZERO, ZERO]]);
    expect(startFrom(presetDocument('chapter-8').network, one)).toBe('inputs');
    const { inputs, layers } = presetDocument('absolute-value').network;
    expect(
      startFrom(
        {
          inputs,
          layers: layers
            .slice(-1)
            .map((layer) => layer.map((node) => ({ ...node, weights: node.weights.slice(0, 1) }))),
        },
        one,
      ),
    ).toBe('hidden');
    expect(startFrom({ inputs, layers }, one)).toMatchObject({ activation: 'relu', hidden: [2] });
    expect(LIMITS.hiddenLayers.max).toBe(4);
  });
});
