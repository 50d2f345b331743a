/** What things are called: for labels, for assistive technology, and for tests. */
import { hiddenLayerCount, isOutputLayer, type Network, type NodeAt, type Parameter } from '../../model/network.ts';

/** `hidden node 1`; with several hidden layers `hidden node 2.1` (layer, node); `output`. */
export function nodeName(network: Network<unknown>, { layer, node }: NodeAt): string {
  if (isOutputLayer(network, layer)) return 'output';
  return hiddenLayerCount(network) === 1 ? `hidden node ${node + 1}` : `hidden node ${layer + 1}.${node + 1}`;
}

/** The network's output, as it is written. */
export const OUTPUT_SYMBOL = 'ŷ';

/** `1`, or `2.1` with several hidden layers. */
export function nodeNumber(network: Network<unknown>, { layer, node }: NodeAt): string {
  return hiddenLayerCount(network) === 1 ? `${node + 1}` : `${layer + 1}.${node + 1}`;
}

/** The number of a hidden node; ŷ. */
export function nodeSymbol(network: Network<unknown>, at: NodeAt): string {
  return isOutputLayer(network, at.layer) ? OUTPUT_SYMBOL : nodeNumber(network, at);
}

/** `weight from E to hidden node 1`, `bias of output`. */
export function parameterName(network: Network<unknown>, { layer, node, input }: Parameter): string {
  const to = nodeName(network, { layer, node });
  if (input === null) return `bias of ${to}`;
  const from = layer === 0 ? (network.inputs[input] ?? '') : nodeName(network, { layer: layer - 1, node: input });
  return `weight from ${from} to ${to}`;
}

/** `value of E` */
export function inputValueName(network: Network<unknown>, input: number): string {
  return `value of ${network.inputs[input] ?? ''}`;
}

/** First letter in upper case, for a label that stands alone. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
