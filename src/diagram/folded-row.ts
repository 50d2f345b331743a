/** What is left of the layers that have been multiplied: one row over the units of the layer below them, and a constant. */
import { ZERO, type Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { keyOfNode } from '../state/highlight.ts';
import { fact } from '../live/knowledge.ts';
import { selectPicture, type Picture } from './picture.ts';

export interface FoldedRow {
  /** The first of the layers that are gone; 0: only the inputs are left. */
  readonly layer: number;
  /** One for each input, or for each node of the layer below. */
  readonly weights: readonly Rational[];
  readonly bias: Rational;
}

/** Null where no whole layer is gone, or where part of the next one is gone as well: a bent node holds the rest. */
export function foldedRow(network: Network<Rational>, picture: Picture): FoldedRow | null {
  const last = network.layers.length - 1;
  const isGone = (layer: number) =>
    network.layers[layer]?.every((_, node) => picture.gone.has(keyOfNode({ layer, node }))) ?? false;
  let layer = last;
  while (layer > 0 && isGone(layer - 1)) layer--;
  if (layer === last || picture.constantOutput || picture.direct.some(({ from }) => from.layer !== layer - 1))
    return null;
  const output = { layer: last, node: 0 };
  const below = layer === 0 ? network.inputs : (network.layers[layer - 1] ?? []);
  return {
    layer,
    weights: below.map(
      (_, node) =>
        picture.direct.find(({ from }) => from.layer === layer - 1 && from.node === node)?.coefficient ?? ZERO,
    ),
    bias: picture.biases.get(keyOfNode(output))?.value ?? network.layers[last]?.[0]?.bias ?? ZERO,
  };
}

export const selectFoldedRow = fact((known) => foldedRow(known.network, selectPicture(known)));
