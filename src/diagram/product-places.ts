/** Where the chips of one layer stand while each shows its product. */
import { placeChips } from './chip-placement.ts';
import type { Layout } from './layout.ts';
import { curveOf, type Point } from './link.ts';
import type { Picture } from './picture.ts';

/** How much wider a chip gets by the factor before it and the result after it, px. */
const PRODUCT_ROOM = 66;

/** At "multiply out" the weights of one layer need room for their products: where, by the edge's key; null: there is none. */
export function productPlaces(layout: Layout, { round, products }: Picture): ReadonlyMap<string, Point> | null {
  if (!round || products.size === 0 || layout.crowded[round.layer]) return null;
  const edges = layout.edges[round.layer] ?? [];
  const nodes = [...layout.inputs, ...layout.hidden.flat()];
  const size = { width: layout.chip.width + PRODUCT_ROOM, height: layout.chip.height };
  const { points, clear } = placeChips(
    edges.map(({ link }) => curveOf(link)),
    size,
    nodes,
  );
  if (!clear) return null;
  return new Map(edges.map(({ key }, i) => [key, points[i] as Point]));
}
