/** The rows of the diagram: how dense they are, how high the capsules in them, and where each has its middle. px. */
import { interpolateNumber, quantize } from 'd3-interpolate';
import { AROUND, aroundOf, chooseCapsule, type Capsule, type Density, type Surroundings } from './capsule.ts';
import { MARGIN, MIN_INPUT_RADIUS, aroundInput, boxOf, type Pointer, type Shape } from './diagram-box.ts';

/** How high the box has to be for every unit to have its row. */
export function minimumHeight(shape: Shape, width: number, pointer: Pointer = 'fine'): number {
  const capsule = chooseCapsule(shape, width, pointer);
  const box = boxOf(width);
  const rows = Math.max(0, ...shape.hidden);
  const around = aroundOf(capsule, 'dense');
  const nodes = rows * Math.max(box.minRow, around.above + capsule.heights.dense[0] + around.below + around.gap);
  const { below, space } = aroundInput(box, pointer);
  const inputs = shape.inputs * (2 * MIN_INPUT_RADIUS[pointer] + below + space);
  return Math.max(box.minHeight, Math.max(nodes, inputs) + MARGIN.top + MARGIN.bottom);
}

export function chooseDensity(shape: Shape, height: number, capsule: Capsule): Density {
  const count = Math.max(1, ...shape.hidden);
  const room = height - MARGIN.top - MARGIN.bottom;
  const fits = (density: Density) => {
    const { above, below, gap } = AROUND[density];
    return count * (capsule.heights[density][0] + above + below) + (count - 1) * gap <= room;
  };
  return fits('roomy') ? 'roomy' : fits('compact') ? 'compact' : 'dense';
}

/** As high as the rows allow. */
export function chooseHeight(
  shape: Shape,
  height: number,
  [lowest, highest]: readonly [number, number],
  around: Surroundings,
): number {
  const count = Math.max(1, ...shape.hidden);
  const room = height - MARGIN.top - MARGIN.bottom - (count - 1) * around.gap;
  return Math.max(lowest, Math.min(highest, Math.floor(room / count - around.above - around.below)));
}

const MAX_PITCH = 150;

/** Centres of `count` rows of height `block`, around `middle`. */
export function rows(count: number, room: number, block: number, middle: number): readonly number[] {
  if (count === 1) return [middle];
  const pitch = Math.min(MAX_PITCH, room / count, (room - block) / (count - 1));
  const half = ((count - 1) / 2) * pitch;
  return quantize(interpolateNumber(middle - half, middle + half), count);
}
