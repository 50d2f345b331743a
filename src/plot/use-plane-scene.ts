/** The sheet as it is seen from one side: each part is computed again only when something that it depends on has changed. */
import { ticks } from 'd3-array';
import { useMemo } from 'react';
import { toNumber } from '../number/rational.ts';
import { axesOf, type Axes } from './axis-layout.ts';
import { contourLines, drawContours, type DrawnContour } from './contour-line.ts';
import { fitProjection, isCompact, type Room } from './fit.ts';
import { gridLines } from './grid-line.ts';
import { HEIGHT_STEPS, exactTicks } from './nice.ts';
import { paintOrder } from './painter.ts';
import { towardsViewer, type Projection, type Turn } from './projection.ts';
import { sceneOf, screenOf, type FaceDrawing } from './scene.ts';
import type { Plane } from './use-plane.ts';
import type { Interval } from './view-window.ts';

export interface PlaneScene {
  readonly projection: Projection;
  /** It is looked at from above, and drawn as a map. */
  readonly flat: boolean;
  readonly axes: Axes;
  /** Faces from the farthest to the nearest, and where each vertex is, px. */
  readonly order: readonly number[];
  readonly screen: Float64Array;
  readonly faces: readonly FaceDrawing[];
  readonly contours: readonly DrawnContour[];
}

export function usePlaneScene(plane: Plane, turn: Turn, room: Room): PlaneScene {
  const { surface, ground, range, heights, model, window, names } = plane;
  const compact = isCompact(room);
  const projection = useMemo(() => fitProjection(room, turn, ground, heights), [room, turn, ground, heights]);
  const numbers = useMemo(() => {
    const [first, second] = window.map((interval) => (compact ? endsOf(interval) : ticks(...endsOf(interval), 3)));
    return { first: first ?? [], second: second ?? [], height: ticks(...heights, compact ? 2 : HEIGHT_STEPS) };
  }, [window, heights, compact]);
  const [firstLength, secondLength] = [names[0]?.length ?? 1, names[1]?.length ?? 1];
  const axes = useMemo(
    () => axesOf(projection, numbers, compact, [firstLength, secondLength]),
    [projection, numbers, compact, firstLength, secondLength],
  );
  const flat = turn.pitch > 1.4;
  const grid = useMemo(() => gridLines(surface, innerTicks(window[0]), innerTicks(window[1])), [window, surface]);
  const order = useMemo(() => paintOrder(surface, towardsViewer(projection)), [surface, projection]);
  const screen = useMemo(() => screenOf(surface, projection), [surface, projection]);
  const faces = useMemo(
    () => sceneOf(surface, screen, order, flat ? null : grid, projection),
    [surface, screen, order, flat, grid, projection],
  );
  const levels = useMemo(
    () => (flat && model ? contourLines(model, exactTicks(range.min, range.max, 6)) : []),
    [flat, model, range.min, range.max],
  );
  const contours = useMemo(() => drawContours(levels, projection), [levels, projection]);
  return { projection, flat, axes, order, screen, faces, contours };
}

function endsOf({ min, max }: Interval): [number, number] {
  return [toNumber(min), toNumber(max)];
}

function innerTicks(interval: Interval): number[] {
  const [from, to] = endsOf(interval);
  return ticks(from, to, 6).filter((tick) => tick > from && tick < to);
}
