/** Which keys a unit of the diagram stands for when it is pointed at, and which ones touch it. */
import {
  hiddenLayerCount,
  layerAt,
  parameterKey,
  parametersOfNode,
  type Network,
  type NodeAt,
} from '../model/network.ts';
import { keyOfInput, keyOfNode } from '../state/highlight.ts';
import type { Highlight } from '../state/store.ts';

/** A node: its weights, its bias, the weights that lead on from it, and itself. */
export function keysOfNode(network: Network<unknown>, at: NodeAt): Highlight {
  const own = parametersOfNode(network, at).map(parameterKey);
  return new Set([...own, ...leavingKeys(network, at), keyOfNode(at)]);
}

/** An input: all weights on its ways to the output, and itself. */
export function keysOfInput(network: Network<unknown>, input: number): Highlight {
  const later = network.layers
    .slice(1)
    .flatMap((nodes, l) =>
      nodes.flatMap((_, node) =>
        layerAt(network, l).map((_unit, from) => parameterKey({ layer: l + 1, node, input: from })),
      ),
    );
  return new Set([...edgesOfInput(network, input), ...later, keyOfInput(input)]);
}

/** The weights that begin at the input, and itself. */
export function keysAtInput(network: Network<unknown>, input: number): Highlight {
  return new Set([...edgesOfInput(network, input), keyOfInput(input)]);
}

/** Does something that is highlighted begin or end here? */
export function isTouched(highlight: Highlight | null, keys: Highlight): boolean {
  if (!highlight) return false;
  for (const key of highlight) if (keys.has(key)) return true;
  return false;
}

function edgesOfInput(network: Network<unknown>, input: number): string[] {
  return layerAt(network, 0).map((_, node) => parameterKey({ layer: 0, node, input }));
}

function leavingKeys(network: Network<unknown>, { layer, node }: NodeAt): string[] {
  if (layer >= hiddenLayerCount(network)) return [];
  return layerAt(network, layer + 1).map((_, next) => parameterKey({ layer: layer + 1, node: next, input: node }));
}
