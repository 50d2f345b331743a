/**
 * The capsule that a hidden node is drawn as: five widths, and for each the heights that it has where rows have much room
 * or little. px.
 */
import { FINGER } from '../styles/sizes.ts';
import { NARROW_BOX, boxOf, span, type Pointer, type Shape } from './diagram-box.ts';

export type Density = 'roomy' | 'compact' | 'dense';

export interface Surroundings {
  readonly above: number;
  readonly below: number;
  /** Between rows. */
  readonly gap: number;
}

/** What stands around a capsule of each density. */
export const AROUND: Readonly<Record<Density, Surroundings>> = {
  roomy: { above: 20, below: 28, gap: 6 },
  compact: { above: 14, below: 13, gap: 1 },
  dense: { above: 0, below: 0, gap: 6 },
};

/** Between columns so close that capsules are stacked there is no place for a bias beside a dense one: it stands below. */
const AROUND_STACKED_DENSE: Surroundings = { above: 0, below: 14, gap: 0 };

export function aroundOf({ stacked }: Capsule, density: Density): Surroundings {
  return stacked && density === 'dense' ? AROUND_STACKED_DENSE : AROUND[density];
}

export interface Capsule {
  readonly width: number;
  /** Lowest and highest. */
  readonly heights: Readonly<Record<Density, readonly [number, number]>>;
  /** The narrowest gap between columns that it is drawn with. */
  readonly gap: number;
  /** Its output is written inside; else beside it, over the edges. */
  readonly stacked: boolean;
}

const FINE_CAPSULES: readonly Capsule[] = [
  { width: 92, heights: { roomy: [54, 62], compact: [30, 50], dense: [22, 34] }, gap: 92, stacked: false },
  { width: 80, heights: { roomy: [50, 56], compact: [30, 46], dense: [22, 34] }, gap: 74, stacked: false },
  { width: 66, heights: { roomy: [46, 50], compact: [30, 44], dense: [22, 38] }, gap: 40, stacked: false },
  { width: 42, heights: { roomy: [54, 56], compact: [48, 52], dense: [46, 50] }, gap: 14, stacked: true },
  { width: 34, heights: { roomy: [54, 56], compact: [48, 52], dense: [46, 50] }, gap: 0, stacked: true },
];

const CAPSULES: Readonly<Record<Pointer, readonly Capsule[]>> = {
  fine: FINE_CAPSULES,
  coarse: FINE_CAPSULES.map(forFinger),
};

/** The narrowest one stays as narrow: it is for columns that have no room left. */
function forFinger(capsule: Capsule): Capsule {
  const { roomy, compact, dense } = capsule.heights;
  const higher = ([lowest, highest]: readonly [number, number]) =>
    [Math.max(FINGER, lowest), Math.max(FINGER, highest)] as const;
  return {
    ...capsule,
    width: capsule.gap > 0 ? Math.max(FINGER, capsule.width) : capsule.width,
    heights: { roomy: higher(roomy), compact: higher(compact), dense: higher(dense) },
  };
}

/**
 * The widest capsule that leaves the edges their room: that of an output and a chip side by side, unless the box is not
 * high enough for stacked capsules.
 */
export function chooseCapsule(shape: Shape, width: number, pointer: Pointer): Capsule {
  const capsules = CAPSULES[pointer];
  const last = capsules.at(-1) as Capsule;
  const { from, to } = span(shape, width);
  const gaps = shape.hidden.length + 1;
  const fits = (capsule: Capsule, gap: number) => (to - from - shape.hidden.length * capsule.width) / gaps >= gap;
  const rows = Math.max(0, ...shape.hidden);
  const mayStack = boxOf(width) === NARROW_BOX || rows <= MAX_STACKED_ROWS;
  return (
    capsules.find((capsule) =>
      fits(capsule, mayStack && !capsule.stacked ? Math.max(capsule.gap, OUTPUT_AND_CHIP) : capsule.gap),
    ) ?? last
  );
}

const OUTPUT_AND_CHIP = 72;

/** In a box that is wide and low. */
const MAX_STACKED_ROWS = 4;

/** A dense capsule holds its name too: it takes what the edges can spare. */
export function capsuleWidth(shape: Shape, width: number, capsule: Capsule, density: Density): number {
  if (density !== 'dense' || capsule.stacked) return capsule.width;
  const { from, to } = span(shape, width);
  const spare = to - from - shape.hidden.length * capsule.width - (shape.hidden.length + 1) * DENSE_GAP;
  return Math.max(capsule.width, Math.min(DENSE_WIDTH, capsule.width + Math.floor(spare / shape.hidden.length)));
}

const DENSE_WIDTH = 116;
const DENSE_GAP = 100;
