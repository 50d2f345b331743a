/** Chips of one node only: they stand in a fan, on its edges or in a column beside the units at the other ends. px. */
import type { ChipSize, Rect } from './chip-placement.ts';
import { pointOnLink, type Link, type Point } from './link.ts';
import { CLEAR } from './around-node.ts';

interface Fan {
  /** From one of the units that lie apart to the next, px. */
  readonly pitch: number;
  readonly chip: ChipSize;
  readonly apart: 'source' | 'target';
  /** Between the columns, px: chips stand in there. */
  readonly from: number;
  readonly to: number;
}

/**
 * For each edge where its chip is in a fan: on the edge, as far from the ends that lie apart as the chips stay apart. Where
 * that would be on a unit, in a column beside the units that lie apart, each chip in the row of its own. Null where there
 * is no room for that either.
 */
export function fanPoints(
  links: readonly Link[],
  { pitch, chip: { width, height }, apart, from, to }: Fan,
): readonly (Point | null)[] {
  const least = from + CLEAR + width / 2;
  const most = to - CLEAR - width / 2;
  if (least > most) return links.map(() => null);
  const wanted = 1 - Math.min(1, (height + 3) / pitch);
  const points = links.map((link) => {
    for (let t = 0.42; t > 0.02; t -= 0.02) {
      const point = pointOnLink(link, apart === 'source' ? t : 1 - t);
      if (t * t * (3 - 2 * t) <= wanted && point.x >= least && point.x <= most) return point;
    }
    return null;
  });
  if (points.every((point) => point !== null)) return points;
  return links.map((link) => (apart === 'source' ? { x: least, y: link.from.y } : { x: most, y: link.to.y }));
}

export function pitchOf(column: readonly Rect[]): number {
  const [first, second] = column;
  return first && second ? second.y - first.y : Number.POSITIVE_INFINITY;
}
