/** Which nodes the output listens to. */
import type { Network } from '../model/network.ts';
import { isZero, type Rational } from '../number/rational.ts';

/** reaches[layer][node]: is there a chain of non-zero weights from the node to the output? True for the output itself. */
export function reachesOutput(network: Network<Rational>): boolean[][] {
  const reaches = network.layers.map((layer) => layer.map(() => false));
  const last = network.layers.length - 1;
  reaches[last]?.fill(true);
  for (let l = last - 1; l >= 0; l--) {
    const listeners = (network.layers[l + 1] ?? []).filter((_, j) => reaches[l + 1]?.[j]);
    const here = reaches[l] as boolean[];
    here.forEach((_, i) => (here[i] = listeners.some((node) => !isZero(node.weights[i] as Rational))));
  }
  return reaches;
}
