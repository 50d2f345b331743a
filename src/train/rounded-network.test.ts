import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDecimalText, toNumber } from '../number/rational.ts';
import { mapNumbers } from '../model/network.ts';
import { dataSetOf } from './data-set.ts';
import { DATA_NAMES, namedData } from './data-sets.ts';
import { generatorsOf } from './generator.ts';
import { initialNetwork } from './initial-network.ts';
import { roundedNetwork } from './rounded-network.ts';
import { lossOf, networkOf, takeStep, trainerOf } from './trainer.ts';

const SETTINGS = { optimizer: 'adam', rate: 0.02, batch: 5 } as const;

it('a trained network keeps its loss with decimals of few places', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DATA_NAMES), fc.nat(1000), fc.nat(300), (name, seed, steps) => {
      const { inputs, rows } = namedData(name);
      const data = dataSetOf(rows);
      const { weights, order } = generatorsOf(seed);
      const leaky = { kind: 'leakyRelu', slope: 0.1 } as const;
      const trainer = trainerOf(data, initialNetwork(inputs, [3], leaky, weights), SETTINGS, order);
      for (let step = 0; step < steps; step++) takeStep(trainer);
      const { network, places, lossBefore, lossAfter } = roundedNetwork(networkOf(trainer), data);
      if (places === null) throw new Error('not rounded');
      expect(lossBefore).toBe(lossOf(trainer));
      expect(lossAfter).toBe(lossOf(trainerOf(data, mapNumbers(network, toNumber), SETTINGS, order)));
      expect(lossAfter <= 1.01 * lossBefore + 1e-5 || places === 6).toBe(true);
      const trained = networkOf(trainer);
      network.layers.flat().forEach(({ weights: ws, bias, activation }, k) => {
        const node = trained.layers.flat()[k];
        [...ws, bias].forEach((value, i) => {
          expect(toDecimalText(value, places)).not.toBeNull();
          const before = [...(node?.weights ?? []), node?.bias ?? NaN][i] ?? NaN;
          expect(Math.abs(toNumber(value) - before)).toBeLessThanOrEqual(0.5 * 10 ** -places * (1 + 1e-9));
        });
        if (activation.kind === 'leakyRelu') expect(toDecimalText(activation.slope, 2)).toBe('0.1');
      });
    }),
    { numRuns: 60 },
  );
});
