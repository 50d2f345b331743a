import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatorsOf, nextUnit } from './generator.ts';
import { initialNetwork } from './initial-network.ts';
import { lossOf, stateOf, takeStep, trainerOf, type Settings, type Trainer } from './trainer.ts';
import { goTo, trainingOf } from './training.ts';

const { order } = generatorsOf(11);
const data = { inputs: 2, rows: 30, values: Float64Array.from({ length: 90 }, () => 2 * nextUnit(order) - 1) };

function trainer(settings: Partial<Settings> = {}): Trainer {
  const { weights, order: rows } = generatorsOf(6);
  const network = initialNetwork(['a', 'b'], [4], { kind: 'relu' }, weights);
  return trainerOf(data, network, { optimizer: 'adam', rate: 0.01, batch: 7, ...settings }, rows);
}

describe('a training', () => {
  it('comes to every step as if it had walked there, bit for bit', () => {
    const straight = [stateOf(trainer())];
    const walker = trainer();
    for (let step = 1; step <= 1000; step++) {
      takeStep(walker);
      straight.push(stateOf(walker));
    }
    const visits = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(visits, (steps) => {
        const training = trainingOf(trainer());
        for (const [step, most] of steps) {
          while (!goTo(training, step, most)) expect(training.trainer.step).not.toBe(step);
          expect(stateOf(training.trainer)).toEqual(straight[step]);
        }
        expect(training.kept.length).toBeLessThanOrEqual(201);
        training.kept.forEach(({ state, loss }, i) => {
          expect(state.step).toBe(i * training.interval);
          expect(Number.isFinite(loss)).toBe(true);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('stops at the last finite step, from where one more is not finite', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 1e300, noNaN: true }),
        fc.constantFrom('sgd', 'momentum'),
        (rate, optimizer) => {
          const training = trainingOf(trainer({ rate, optimizer, batch: 30 }));
          goTo(training, 5000);
          const { lastFinite } = training;
          fc.pre(lastFinite !== null);
          expect(training.trainer.step).toBe(lastFinite);
          expect(Number.isFinite(lossOf(training.trainer))).toBe(true);
          const next = trainer({ rate, optimizer, batch: 30 });
          for (let step = 0; step < lastFinite; step++) expect(takeStep(next)).toBe(true);
          expect(takeStep(next) && Number.isFinite(lossOf(next))).toBe(false);
          goTo(training, 0);
          expect(goTo(training, 9999)).toBe(true);
          expect(training.trainer.step).toBe(lastFinite);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('does not leave a start whose loss is not finite', () => {
    const huge = { inputs: 1, rows: 1, values: Float64Array.of(1, 1e300) };
    const network = initialNetwork(['x'], [], { kind: 'linear' }, generatorsOf(1).weights);
    const settings = { optimizer: 'sgd', rate: 0.1, batch: 1 } as const;
    const training = trainingOf(trainerOf(huge, network, settings, generatorsOf(1).order));
    goTo(training, 10);
    expect(training).toMatchObject({ lastFinite: -1, trainer: { step: 0 } });
  });
});
