/** Linear layers on top of each other, and the linear model that each of their nodes is. */
import type { Affine } from '../algebra/affine.ts';
import { parametersOf, type Layer, type Network } from '../model/network.ts';
import { rational, type Rational } from '../number/rational.ts';
import { linearModel } from '../facts/linear-model.ts';
import { memoize } from '../facts/memoize.ts';
import { presetDocument } from '../state/preset-document.ts';

/**
 * Weights and bias of each node of the layers that are added, in turn. One after the other these matrices come back to
 * where they began after twelve layers: the numbers stay small, however many layers there are.
 */
const ADDED = [
  [
    [1, 1, 0],
    [0, 1, 1],
  ],
  [
    [1, 0, -1],
    [-1, 1, 0],
  ],
] as const;

export const MAX_LAYERS = 10;

/** The starting network with so many hidden layers. */
export function deepNetwork(hiddenLayers: number): Network<Rational> {
  const { inputs, layers } = presetDocument('chapter-8').network;
  const added = Array.from({ length: hiddenLayers - 1 }, (_, i): Layer<Rational> =>
    (ADDED[i % ADDED.length] ?? []).map(([first, second, bias]) => ({
      weights: [rational(first), rational(second)],
      bias: rational(bias),
      activation: { kind: 'linear' },
    })),
  );
  return { inputs, layers: [...layers.slice(0, -1), ...added, ...layers.slice(-1)] };
}

/** Of a network of linear nodes: what each node is in terms of the inputs, layer by layer, the output last. */
export const modelsOf = memoize((network: Network<Rational>): readonly (readonly Affine[])[] =>
  network.layers.map((layer, l) =>
    layer.map((node) => linearModel({ ...network, layers: [...network.layers.slice(0, l), [node]] })),
  ),
);

export function parameterCount(hiddenLayers: number): number {
  return parametersOf(deepNetwork(hiddenLayers)).length;
}
