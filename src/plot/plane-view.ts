/** All that is seen of a sheet, made of what is given; what has not changed stays the same record. */
import { steadyRecord } from '../live/remembered.ts';
import { facePaints, type FacePaint } from './face-paint.ts';
import type { Room } from './fit.ts';
import { planes, type Plane, type PlaneGiven } from './plane.ts';
import { points, type PlanePoint } from './plane-point.ts';
import { scenes, type PlaneScene } from './plane-scene.ts';
import type { Turn } from './projection.ts';

export interface PlaneView {
  readonly plane: Plane;
  readonly scene: PlaneScene;
  readonly point: PlanePoint;
  readonly paint: FacePaint;
}

export interface ViewGiven extends PlaneGiven {
  readonly turn: Turn;
  readonly room: Room;
}

/** `isStill`: nothing may move. */
export function planeViews(isStill: () => boolean): (given: ViewGiven) => PlaneView {
  const planeOf = planes(isStill);
  const sceneOf = scenes();
  const pointOf = points();
  const paintOf = facePaints();
  const asBefore = steadyRecord<PlaneView>();
  return ({ turn, room, ...given }) => {
    const plane = planeOf(given);
    const scene = sceneOf(plane, turn, room);
    return asBefore({ plane, scene, point: pointOf(plane, scene), paint: paintOf(plane, scene) });
  };
}

/** Is there a sheet that the point is on? */
export function hasPoint({ plane, point }: Pick<PlaneView, 'plane' | 'point'>): boolean {
  return point.inside && plane.model !== null;
}
