import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks } from '../../tests/arbitrary-network.ts';
import { derive } from '../algebra/derivation.ts';
import { parameterKey, parametersOf } from '../model/network.ts';
import { ZERO, rational } from '../number/rational.ts';
import { derivationOf, isWrittenForIt } from './derivation-of.ts';

/** Many numbers are 0, and some nodes are nothing else. */
const sparse = networks({
  kinds: [...PIECEWISE, 'linear', 'linear', 'linear'],
  outputKinds: ['linear', 'relu'],
  maxHiddenLayers: 3,
}).chain((network) => {
  const count = parametersOf(network).length;
  const numbers = fc.array(fc.constantFrom(0, 0, 0, 1, 1, -2, 3), { minLength: count, maxLength: count });
  return numbers.map((list) => {
    let next = 0;
    const layers = network.layers.map((layer) =>
      layer.map(({ weights, activation }) => ({
        weights: weights.map(() => rational(list[next++] ?? 0)),
        bias: rational(list[next++] ?? 0),
        activation,
      })),
    );
    return { ...network, layers };
  });
});

describe('the derivation', () => {
  it('is the same whichever number is kept, unless something is written for it', () => {
    const count = { same: 0, other: 0 };
    fc.assert(
      fc.property(sparse, fc.nat(), (network, which) => {
        const parameters = parametersOf(network);
        const kept = parameterKey(parameters[which % parameters.length] ?? { layer: 0, node: 0, input: null });
        const own = derive(network, kept);
        expect(derivationOf(network, kept)).toEqual(own);
        if (isWrittenForIt(network, kept)) count.other++;
        else {
          count.same++;
          expect(derivationOf(network, kept)).toBe(derivationOf(network));
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(count.same, count.other)).toBeGreaterThan(30);
  });

  it('of a network of zeros is there, too', () => {
    const network = {
      inputs: ['E'],
      layers: [[{ weights: [ZERO], bias: ZERO, activation: { kind: 'linear' } as const }]],
    };
    expect(derivationOf(network, '0.0.0').start).toHaveLength(1);
    expect(derivationOf(network).start).toHaveLength(0);
  });
});
