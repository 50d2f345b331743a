/** How large a network is, whether another one is simpler, and whether it can take this one's place on the page. */
import { LIMITS, hiddenLayerCount, type Network } from '../model/network.ts';
import type { Document } from './document.ts';
import { isWithinLimits } from './document-limits.ts';

export interface Size {
  readonly hidden: number;
  /** Hidden nodes that are not linear. */
  readonly bent: number;
  /** Hidden layers. */
  readonly layers: number;
  /** Weights and biases, all of them. */
  readonly parameters: number;
}

/** The output node counts with its weights and bias only. */
export function sizeOf(network: Network<unknown>): Size {
  const hidden = network.layers.slice(0, -1).flat();
  return {
    hidden: hidden.length,
    bent: hidden.filter(({ activation }) => activation.kind !== 'linear').length,
    layers: hiddenLayerCount(network),
    parameters: network.layers.flat().reduce((sum, { weights }) => sum + weights.length + 1, 0),
  };
}

/** Fewer bent nodes; of as many, fewer nodes, or as many in fewer layers. */
export function isSimpler(p: Size, q: Size): boolean {
  if (p.bent !== q.bent) return p.bent < q.bent;
  if (p.hidden !== q.hidden) return p.hidden < q.hidden;
  return p.layers < q.layers;
}

/** Why a network can't be put on the page: too many nodes in a layer, too many layers, or numbers that are too long. */
export type Obstacle = 'nodes' | 'layers' | 'digits';

/** null: it fits. */
export function obstacleTo(document: Document): Obstacle | null {
  if (isWithinLimits(document)) return null;
  const { layers } = document.network;
  if (layers.length - 1 > LIMITS.hiddenLayers.max) return 'layers';
  return layers.some((layer) => layer.length > LIMITS.nodesPerLayer.max) ? 'nodes' : 'digits';
}
