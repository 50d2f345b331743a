/** What a network of doubles makes of its inputs: for what is drawn while it learns. */
import { activateNumber } from '../../activation/activation.ts';
import type { Layer, Network, Node } from '../../model/network.ts';

/** z = w . a + b */
export function sumOf({ weights, bias }: Node<number>, before: readonly number[]): number {
  return weights.reduce((sum, w, i) => sum + w * (before[i] as number), bias);
}

/** What a layer hands on. */
function outputsOf(layer: Layer<number>, before: readonly number[]): number[] {
  return layer.map((node) => activateNumber(node.activation, sumOf(node, before)));
}

/** ŷ */
export function valueAt({ layers }: Network<number>, x: readonly number[]): number {
  return layers.reduce((before, layer) => outputsOf(layer, before), x)[0] as number;
}
