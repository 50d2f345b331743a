/** The current input on the sheet: how high it is, where that is seen, and what hides it. */
import { interpolateNumber } from 'd3-interpolate';
import { remembered, steadyRecord } from '../live/remembered.ts';
import { toNumber, type Rational } from '../number/rational.ts';
import { currentPoint, type CurrentPoint } from './current-point.ts';
import { hitTest } from './hit.ts';
import { project, type Projection } from './projection.ts';
import type { Surface } from './surface.ts';
import type { Subject } from './made.ts';
import type { Plane } from './plane.ts';
import type { PlaneScene } from './plane-scene.ts';

export interface PlanePoint extends CurrentPoint {
  /** Is it within the window? */
  readonly inside: boolean;
  /** px. */
  readonly spot: readonly [number, number];
  /** Is the sheet in front of it? */
  readonly hidden: boolean;
  /** Down to the floor, px; it hangs below this face. */
  readonly drop: { readonly face: number; readonly line: readonly number[] } | null;
}

/** Follows a scene: what has not changed stays the same record. `pattern`: of the face that it is on, else its own. */
export function points(): (plane: Plane, scene: PlaneScene) => PlanePoint {
  const hereOf = remembered(currentPoint);
  const pointOf = remembered(pointOn);
  const leftPointOf = remembered(pointOn);
  const belowOf = remembered(faceBelow);
  const spotOf = remembered((x: number, y: number): readonly [number, number] => [x, y]);
  const dropOf = remembered((face: number, projection: Projection, x: number, y: number, height: number) => ({
    face,
    line: [...project(projection, x, y, height), ...project(projection, x, y, projection.zMin)],
  }));
  const seenAt = remembered(hitTest);
  const asBefore = steadyRecord<PlanePoint>();

  return ({ network, x, newest, subject, at, from, share, surface, ground }, { projection, flat, order, screen }) => {
    const of = newest?.subject ?? subject;
    const there = of === subject ? hereOf(network, x) : pointOf(of, at);
    const height = from ? interpolateNumber(leftPointOf(from.subject, at).height, there.height)(share) : there.height;
    const [px, py] = at.map(toNumber) as [number, number];
    const inside = px >= ground.xMin && px <= ground.xMax && py >= ground.yMin && py <= ground.yMax;
    const spot = spotOf(...project(projection, px, py, height));
    const below = belowOf(surface, there.pattern, px, py);
    const drop = inside && below >= 0 && !flat ? dropOf(below, projection, px, py, height) : null;
    const seen = seenAt(surface, screen, order, ...spot);
    const hidden =
      seen !== null &&
      Math.abs(seen.x - px) / (ground.xMax - ground.xMin) + Math.abs(seen.y - py) / (ground.yMax - ground.yMin) > 0.03;
    const pattern = surface.faces[below]?.pattern ?? there.pattern;
    return asBefore({ ...there, height, pattern, inside, spot, hidden, drop });
  };
}

/** The face over a ground point: the one with that pattern, or on a crease, whose pattern may have no face, one that touches it. */
function faceBelow(surface: Surface, pattern: string, x: number, y: number): number {
  const named = surface.faces.findIndex((face) => face.pattern === pattern);
  if (named >= 0 && surface.exact) return named;
  const { xs, ys } = surface;
  return surface.faces.findIndex(({ corners }) =>
    corners.every((p, k) => {
      const q = corners[(k + 1) % corners.length] as number;
      const [ax, ay, bx, by] = [xs[p], ys[p], xs[q], ys[q]] as [number, number, number, number];
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-9 * Math.hypot(bx - ax, by - ay);
    }),
  );
}

/** Where the inputs that are shown are `at`. */
function pointOn({ network, held, shown }: Subject, at: readonly Rational[]): CurrentPoint {
  return currentPoint(
    network,
    held.map((value, i) => at[shown.indexOf(i)] ?? value),
  );
}
