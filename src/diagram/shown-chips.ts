/** Which chips are shown while a node is the chosen one, where, and which numbers they lie on. */
import { sameNode, type NodeAt } from '../model/network.ts';
import { keyOfNode } from '../state/highlight.ts';
import { overlap, type Rect } from './chip-placement.ts';
import { biasPoint, outputLabelBox } from './around-node.ts';
import type { EdgePlace } from './edge-places.ts';
import type { Layout } from './layout.ts';
import type { Point } from './link.ts';

/** Where a chip of an edge is, or null where there is no room for it. */
export function chipPoint({ crowded }: Layout, place: EdgePlace, chosen: NodeAt): Point | null {
  const { layer, node, input } = place.parameter;
  if (!crowded[layer]) return place.chip;
  if (layer === chosen.layer && node === chosen.node) return place.chipOfTarget;
  if (layer === chosen.layer + 1 && input === chosen.node) return place.chipOfSource;
  return null;
}

/** Is there room for the bias of a hidden node? */
export function hasBias({ density }: Layout, at: NodeAt, chosen: NodeAt): boolean {
  return density !== 'dense' || sameNode(at, chosen);
}

/** A chip is drawn smaller than its target, px. */
const CHIP_RIM = 2;
/** Of a bias that stands beside its node. */
const BIAS = { width: 44, height: 18 } as const;

/** The hidden nodes whose outputs have a chip lying on them: half a number could be taken for another one. */
export function coveredOutputs(layout: Layout, chosen: NodeAt): ReadonlySet<string> {
  const chips = layout.edges.flat().flatMap((place): Rect[] => {
    const point = chipPoint(layout, place, chosen);
    return point ? [{ ...point, ...layout.chip }] : [];
  });
  const own = layout.hidden[chosen.layer]?.[chosen.node];
  if (own && layout.density === 'dense' && !layout.stacked) chips.push({ ...biasPoint(own, layout), ...BIAS });
  const isCovered = (node: Rect) => chips.some((chip) => overlap(chip, outputLabelBox(node), -CHIP_RIM));
  return new Set(
    layout.hidden.flatMap((column, layer) =>
      column.flatMap((rect, node) => (isCovered(rect) ? [keyOfNode({ layer, node })] : [])),
    ),
  );
}
