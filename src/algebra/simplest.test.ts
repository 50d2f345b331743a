import { describe, expect, it } from 'vitest';
import { readVectors } from '../../tests/read-vectors.ts';
import { creaseCount } from './crease.ts';
import { equalOn } from './difference.ts';
import { NONNEGATIVE } from './domain.ts';
import { simplest, type Simplest } from './simplest.ts';

const vectors = readVectors().filter((vector) => vector.isPiecewiseLinear);

describe('the shared vectors', () => {
  it.each(vectors)('S1 $name: equal, not larger, and a node kept is there', ({ network, domain }) => {
    for (const where of domain.kind === 'all' ? [domain, NONNEGATIVE] : [domain]) {
      const result = simplest(network, where) as Simplest;
      expect(equalOn(where, network, result.network)).toBe(true);
      const bends = network.layers.flat().filter((node) => node.activation.kind !== 'linear').length;
      expect(result.bentNodes).toBeLessThanOrEqual(bends);
      for (const fate of result.nodes.flat()) {
        const at = fate.kind === 'kept' ? fate.at : fate.kind === 'merged' ? fate.into : null;
        if (at) expect(result.network.layers[at.layer]?.[at.node]).toBeDefined();
      }
      if (result.minimal) expect(result.creases).toBe(creaseCount(result.network, where));
    }
  });
});
