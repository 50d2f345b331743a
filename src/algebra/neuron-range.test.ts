import { describe, expect, it } from 'vitest';
import { readVectors } from '../../tests/read-vectors.ts';
import { analyseNodes } from './neuron-range.ts';
import { toFractionText } from '../number/rational.ts';

const vectors = readVectors().filter((vector) => vector.isPiecewiseLinear);

describe('the shared vectors', () => {
  it.each(vectors)('N1 $name: range, status and folds of each node', ({ network, domain, answers }) => {
    const nodes = analyseNodes(network, domain)?.map((layer) =>
      layer.map((node) => ({
        z_min: node.zMin && toFractionText(node.zMin),
        z_max: node.zMax && toFractionText(node.zMax),
        status: node.status,
        constant: node.constant,
        constant_on_kink: node.constantOnKink,
        reaches_output: node.reachesOutput,
        folds_to: node.foldsTo,
      })),
    );
    expect(nodes).toEqual(answers['neurons']);
  });
});
