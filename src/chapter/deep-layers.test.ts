import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { evaluateAffine } from '../algebra/affine.ts';
import { forward } from '../algebra/forward.ts';
import { MAX_LAYERS, deepNetwork, modelsOf } from './deep-layers.ts';

describe('layer upon layer', () => {
  it('each node is the linear model that is said of it', () => {
    const inputs = fc.array(smallRationals, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_LAYERS }), inputs, (layers, x) => {
        const network = deepNetwork(layers);
        expect(network.layers).toHaveLength(layers + 1);
        expect(modelsOf(network).map((models) => models.map((model) => evaluateAffine(model, x)))).toEqual(
          forward(network, x).z,
        );
      }),
    );
  });
});
