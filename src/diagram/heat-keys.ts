/** Where an arrow key leads in the matrices: along a row and on to the next layer, up and down within one. */
import { fanIn, layerAt, type Network, type Parameter } from '../model/network.ts';

/** Null: the key is not for that. At an end it stays. */
export function nextCell(network: Network<unknown>, at: Parameter, key: string): Parameter | null {
  const { layer, node } = at;
  const last = fanIn(network, layer);
  /** The bias stands behind the weights. */
  const column = at.input ?? last;
  const inRow = (to: number): Parameter => ({ layer, node, input: to === last ? null : to });
  const inColumn = (to: number): Parameter => ({ ...at, node: clamp(to, layerAt(network, layer).length - 1) });
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? inRow(column - 1) : inLayer(network, layer - 1, node, null, at);
    case 'ArrowRight':
      return column < last ? inRow(column + 1) : inLayer(network, layer + 1, node, 0, at);
    case 'ArrowUp':
      return inColumn(node - 1);
    case 'ArrowDown':
      return inColumn(node + 1);
    case 'Home':
      return inRow(0);
    case 'End':
      return inRow(last);
    default:
      return null;
  }
}

/** The same row of another layer, or its last one; `fallback` where there is no such layer. */
function inLayer(
  network: Network<unknown>,
  layer: number,
  node: number,
  input: number | null,
  fallback: Parameter,
): Parameter {
  const nodes = network.layers[layer];
  return nodes ? { layer, node: clamp(node, nodes.length - 1), input } : fallback;
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}
