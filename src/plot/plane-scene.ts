/** The sheet as it is seen from one side: each part is computed again only when something that it depends on has changed. */
import { ticks } from 'd3-array';
import { remembered, steadyRecord } from '../live/remembered.ts';
import { toNumber } from '../number/rational.ts';
import { axesOf, type Axes, type AxisTicks } from './axis-layout.ts';
import { contourLines, drawContours, type ContourLine, type DrawnContour } from './contour-line.ts';
import { fitProjection, isCompact, type Room } from './fit.ts';
import { gridLines } from './grid-line.ts';
import { HEIGHT_STEPS, exactTicks } from './nice.ts';
import { paintOrder } from './painter.ts';
import { towardsViewer, type Projection, type Turn } from './projection.ts';
import { sceneOf, screenOf, type FaceDrawing } from './scene.ts';
import type { Plane } from './plane.ts';
import type { SheetModel } from './sheet-model.ts';
import type { Surface } from './surface.ts';
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

/** Follows a plane: what has not changed stays the same record, the scene itself too. */
export function scenes(): (plane: Plane, turn: Turn, room: Room) => PlaneScene {
  const projectionOf = remembered(fitProjection);
  const numbersOf = remembered((window: Plane['window'], heights: Plane['heights'], compact: boolean) => {
    const [first, second] = window.map((interval) => (compact ? endsOf(interval) : ticks(...endsOf(interval), 3)));
    return { first: first ?? [], second: second ?? [], height: ticks(...heights, compact ? 2 : HEIGHT_STEPS) };
  });
  const axesFor = remembered(
    (projection: Projection, numbers: AxisTicks, compact: boolean, first: number, second: number) =>
      axesOf(projection, numbers, compact, [first, second]),
  );
  const gridOf = remembered((surface: Surface, [first, second]: Plane['window']) =>
    gridLines(surface, innerTicks(first), innerTicks(second)),
  );
  const orderOf = remembered((surface: Surface, projection: Projection) =>
    paintOrder(surface, towardsViewer(projection)),
  );
  const screenFor = remembered(screenOf);
  const facesOf = remembered(sceneOf);
  const levelsOf = remembered((model: SheetModel, min: number, max: number) =>
    contourLines(model, exactTicks(min, max, 6)),
  );
  const contoursOf = remembered(drawContours);
  const asBefore = steadyRecord<PlaneScene>();

  return ({ surface, ground, range, heights, model, window, names }, turn, room) => {
    const compact = isCompact(room);
    const projection = projectionOf(room, turn, ground, heights);
    const numbers = numbersOf(window, heights, compact);
    const axes = axesFor(projection, numbers, compact, names[0]?.length ?? 1, names[1]?.length ?? 1);
    const flat = turn.pitch > 1.4;
    const order = orderOf(surface, projection);
    const screen = screenFor(surface, projection);
    const faces = facesOf(surface, screen, order, flat ? null : gridOf(surface, window), projection);
    const levels = flat && model ? levelsOf(model, range.min, range.max) : NO_LEVELS;
    return asBefore({ projection, flat, axes, order, screen, faces, contours: contoursOf(levels, projection) });
  };
}

const NO_LEVELS: readonly ContourLine[] = [];

function endsOf({ min, max }: Interval): [number, number] {
  return [toNumber(min), toNumber(max)];
}

function innerTicks(interval: Interval): number[] {
  const [from, to] = endsOf(interval);
  return ticks(from, to, 6).filter((tick) => tick > from && tick < to);
}
