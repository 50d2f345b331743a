/** The current input on the sheet: how high it is, where that is seen, and what hides it. */
import { interpolateNumber } from 'd3-interpolate';
import { useMemo } from 'react';
import { toNumber, type Rational } from '../number/rational.ts';
import { currentPoint, type CurrentPoint } from './current-point.ts';
import { hitTest } from './hit.ts';
import { project } from './projection.ts';
import type { Surface } from './surface.ts';
import type { PlaneScene } from './use-plane-scene.ts';
import type { Plane } from './use-plane.ts';
import type { Subject } from './use-sheet-model.ts';

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

/** `pattern`: of the face that it is on, else its own. */
export function usePlanePoint(plane: Plane, { projection, flat, order, screen }: PlaneScene): PlanePoint {
  const { newest, subject, at, from, share, surface, ground } = plane;
  const there = useMemo(() => {
    const { subject: of } = newest ?? { subject };
    return currentPoint(of.network, placeOf(of, at));
  }, [newest, subject, at]);
  const here = useMemo(() => {
    if (!from) return there;
    const { height: left } = currentPoint(from.subject.network, placeOf(from.subject, at));
    return { ...there, height: interpolateNumber(left, there.height)(share) };
  }, [from, there, share, at]);
  const [px, py] = at.map(toNumber) as [number, number];
  const inside = px >= ground.xMin && px <= ground.xMax && py >= ground.yMin && py <= ground.yMax;
  const [spotX, spotY] = project(projection, px, py, here.height);
  const below = useMemo(() => faceBelow(surface, here.pattern, px, py), [surface, here.pattern, px, py]);
  const drop = useMemo(
    () =>
      inside && below >= 0 && !flat
        ? {
            face: below,
            line: [...project(projection, px, py, here.height), ...project(projection, px, py, projection.zMin)],
          }
        : null,
    [inside, below, flat, projection, px, py, here.height],
  );
  const seen = useMemo(() => hitTest(surface, screen, order, spotX, spotY), [surface, screen, order, spotX, spotY]);
  const hidden =
    seen !== null &&
    Math.abs(seen.x - px) / (ground.xMax - ground.xMin) + Math.abs(seen.y - py) / (ground.yMax - ground.yMin) > 0.03;
  const pattern = surface.faces[below]?.pattern ?? here.pattern;
  return { ...here, pattern, inside, spot: [spotX, spotY], hidden, drop };
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

/** The inputs of the whole network where those that are shown are `at`. */
function placeOf({ held, shown }: Subject, at: readonly Rational[]): Rational[] {
  return held.map((value, i) => at[shown.indexOf(i)] ?? value);
}
