import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational, toNumber, type Rational } from '../number/rational.ts';
import { leastSquares } from './least-squares.ts';
import { goTogether, pairOf, viewOf, type PairSetup, type PairView } from './pair.ts';

const number = fc.integer({ min: -30, max: 30 }).map((n) => rational(n, 10));

const setups: fc.Arbitrary<PairSetup> = fc
  .record({
    inputs: fc.integer({ min: 1, max: 2 }),
    count: fc.integer({ min: 1, max: 6 }),
    hidden: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
    rate: fc.constantFrom(0.01, 0.1, 3),
    batch: fc.integer({ min: 1, max: 8 }),
    optimizer: fc.constantFrom('sgd' as const, 'momentum' as const, 'adam' as const),
    seed: fc.nat(1000),
  })
  .chain(({ inputs, count, hidden, rate, batch, optimizer, seed }) =>
    fc
      .array(fc.array(number, { minLength: inputs + 1, maxLength: inputs + 1 }), { minLength: count, maxLength: count })
      .map((rows: Rational[][]) => ({
        inputs: Array.from({ length: inputs }, (_, i) => `${i + 1}`),
        rows,
        hidden,
        activation: { kind: 'relu' as const },
        settings: { optimizer, rate, batch },
        seed,
      })),
  );

function viewAt(setup: PairSetup, steps: readonly number[], most?: number): PairView {
  const pair = pairOf(setup);
  for (const step of steps) while (!goTogether(pair, step, most)) continue;
  return viewOf(pair);
}

/** What it is, without how it was come to. */
const numbersOf = ({ step, linear, bent }: PairView) => ({ step, linear, bent });

describe('two networks trained together', () => {
  it('come to the same numbers on every way, and stay at the same step', () => {
    fc.assert(
      fc.property(setups, fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 7 }), (setup, far, step, most) => {
        const there = viewAt(setup, [step]);
        expect(numbersOf(viewAt(setup, [far, step], most))).toEqual(numbersOf(there));
        expect(there.step).toBeLessThanOrEqual(step);
        if (there.step < step) expect(there.diverged?.last).toBe(there.step);
      }),
      { numRuns: 60 },
    );
  });

  it('remember losses that are finite, the linear ones never below the floor', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const { course, diverged } = viewAt(setup, [40]);
        const floor = toNumber(leastSquares(setup.rows).loss);
        const scale = setup.rows.reduce((sum, row) => sum + toNumber(row.at(-1) as Rational) ** 2, 1);
        for (const { step, linear, bent } of course) {
          if (step > 0 || diverged === null) expect([linear, bent].every(Number.isFinite)).toBe(true);
          expect(linear).toBeGreaterThanOrEqual(floor - 1e-12 * scale);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stop at the last step at which both are finite, and say which of them is not', () => {
    const rows = [-2, -1, 0, 1, 2].map((n) => [rational(n), rational(Math.abs(n))]);
    const settings = { optimizer: 'sgd', rate: 10, batch: 5 } as const;
    const setup: PairSetup = { inputs: ['1'], rows, hidden: [4], activation: { kind: 'relu' }, settings, seed: 3 };
    const { step, diverged, linear, bent } = viewAt(setup, [1000]);
    expect(diverged?.last).toBe(step);
    expect(step).toBeLessThan(1000);
    expect([linear.loss, bent.loss].every(Number.isFinite)).toBe(true);
  });
});
