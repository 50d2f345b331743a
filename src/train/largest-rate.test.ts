import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { rational, type Rational } from '../number/rational.ts';
import { dataSetOf } from './data-set.ts';
import { generatorsOf, nextUnit } from './generator.ts';
import { largestStableRate } from './largest-rate.ts';
import { lossOf, takeStep, trainerOf } from './trainer.ts';

const tables = fc.integer({ min: 1, max: 6 }).chain((inputs) => {
  const row = fc.array(smallRationals, { minLength: inputs + 1, maxLength: inputs + 1 });
  return fc.array(row, { minLength: 1, maxLength: 20 });
});

/** The loss after so many full steps of ŷ = w . x + b from there. */
function lossAfter(steps: number, rate: number, rows: readonly (readonly Rational[])[]): number {
  const data = dataSetOf(rows);
  // Numbers that no eigenvector is orthogonal to, unless by a miracle.
  const { weights: generator } = generatorsOf(99);
  const weights = Array.from({ length: data.inputs }, () => 7 + nextUnit(generator));
  const network = {
    inputs: weights.map((_, i) => `x${i}`),
    layers: [[{ weights, bias: nextUnit(generator), activation: { kind: 'linear' } as const }]],
  };
  const trainer = trainerOf(data, network, { optimizer: 'sgd', rate, batch: data.rows }, generatorsOf(1).order);
  for (let step = 0; step < steps; step++) takeStep(trainer);
  return lossOf(trainer);
}

describe('the largest stable rate', () => {
  it('is known to twelve digits from both sides', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { low, high } = largestStableRate(rows);
        expect(low).toBeGreaterThan(0);
        expect(low).toBeLessThan(high);
        expect(high - low).toBeLessThan(1e-12 * high);
      }),
      { numRuns: 100 },
    );
  });

  it('parts the rates that stay from those that fly off', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { low, high } = largestStableRate(rows);
        expect(lossAfter(3000, low * 0.99, rows)).toBeLessThanOrEqual(lossAfter(0, 1, rows) * (1 + 1e-12));
        expect(lossAfter(3000, high * 1.2, rows) < 1e6).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('is 2 / λ where that is known: one input', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 9 }), (xs) => {
        const n = xs.length;
        const [first, second] = [xs.reduce((p, x) => p + x, 0) / n, xs.reduce((p, x) => p + x * x, 0) / n];
        const largest = 1 + second + Math.sqrt((1 - second) ** 2 + 4 * first ** 2);
        const { low, high } = largestStableRate(xs.map((x) => [rational(x), rational(1)]));
        expect(low).toBeLessThan((2 / largest) * (1 + 1e-14));
        expect(high).toBeGreaterThan((2 / largest) * (1 - 1e-14));
      }),
    );
  });

  it('is known for data of any size', () => {
    const rows = [1, 2, 5].map((x) => [rational(BigInt(x) * 10n ** 200n), rational(1)]);
    const { low, high } = largestStableRate(rows);
    expect(low).toBe(0);
    expect(high).toBe(Number.MIN_VALUE);
  });
});
