/** Where edges leave and enter their units. px. */
import type { Rect } from './chip-placement.ts';
import type { Link } from './link.ts';

/** Edges end side by side, so that thick ones don't hide each other. By target, then by source. */
export function linksBetween(sources: readonly Rect[], targets: readonly Rect[]): readonly Link[] {
  return targets.flatMap((target, j) =>
    sources.map((source, i): Link => {
      const leaving = portOffset(source, j, targets.length);
      const entering = portOffset(target, i, sources.length);
      return {
        from: { x: source.x + rim(source, leaving), y: source.y + leaving },
        to: { x: target.x - rim(target, entering), y: target.y + entering },
      };
    }),
  );
}

const PORT_GAP = 5;

function portOffset(unit: Rect, index: number, count: number): number {
  const gap = Math.min(PORT_GAP, (0.5 * unit.height) / count);
  return (index - (count - 1) / 2) * gap;
}

/** Half the width of a capsule or circle at a height above or below its centre. */
function rim({ width, height }: Rect, offset: number): number {
  const radius = Math.min(width, height) / 2;
  return width / 2 - radius + Math.sqrt(Math.max(0, radius * radius - offset * offset));
}
