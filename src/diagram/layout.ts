/**
 * The geometry of the diagram: numbers in, numbers out, all px. Columns from left to right: inputs, hidden layers, output.
 * The drawing adapts to its box in three ways. Rows: a roomy node has its name above and its bias below; a compact one has
 * the bias on its rim; a dense one only its number inside, and its bias beside it while it is the selected one. Columns:
 * capsules get narrower, at last stacked. Edges: where the chips of all edges between two layers have no room, only those
 * of one node are shown.
 */
import type { Network } from '../model/network.ts';
import { BIAS_WIDTH, CLEAR, NAMED_WIDTH } from './around-node.ts';
import { aroundOf, capsuleWidth, chooseCapsule, type Density, type Surroundings } from './capsule.ts';
import type { Rect } from './chip-placement.ts';
import { chooseChip, type Chip } from './chip-size.ts';
import { columns, gapsOf } from './column-places.ts';
import {
  MARGIN,
  WIDE_BOX,
  aroundInput,
  boxOf,
  inputWidth,
  type Pointer,
  type Shape,
  type Size,
} from './diagram-box.ts';
import { placeEdges, type EdgePlace } from './edge-places.ts';
import type { Point } from './link.ts';
import { chooseDensity, chooseHeight, minimumHeight, rows } from './row-places.ts';

export interface Layout {
  readonly size: Size;
  readonly density: Density;
  readonly around: Surroundings;
  /** The capsule is too narrow for two halves: sum, graph and output stand one above the other. */
  readonly stacked: boolean;
  /** Where the bias of the selected node stands if rows are dense and columns are not too close. */
  readonly biasBeside: 'left' | 'right';
  /** Input values stand left of their circles; else below them. */
  readonly valuesBeside: boolean;
  readonly chip: Chip;
  readonly inputs: readonly Rect[];
  /** [layer][node] of the hidden layers. */
  readonly hidden: readonly (readonly Rect[])[];
  readonly output: Rect;
  /** [layer] of the network: do its incoming edges show the chips of one node only? */
  readonly crowded: readonly boolean[];
  /** [layer], then by node, then by unit that it comes from. */
  readonly edges: readonly (readonly EdgePlace[])[];
}

/** Above the output stands y with its hat, below it its bias. */
const OUTPUT_ABOVE = 30;
const OUTPUT_BELOW = 30;

/**
 * Can the lines between two columns be told apart in a box of the least height? Beyond that the chips of one node only, and
 * the numbers on the lines of all others, are no picture of the network any more.
 */
export function canBeDrawn({ layers }: Network<unknown>): boolean {
  return layers.every((nodes) => nodes.length * (nodes[0]?.weights.length ?? 0) * LEAST_PITCH <= WIDE_BOX.minHeight);
}

/** Between two lines, px. */
const LEAST_PITCH = 5;

/**
 * Where everything stands in a box of the given size, px, (0, 0) its top left corner; rectangles are given by their centres.
 * A box lower than `minimumHeight` grows to that (see `size` of what comes back); its width is taken as it is.
 */
export function layoutNetwork(shape: Shape, given: Size, pointer: Pointer = 'fine'): Layout {
  const size = { width: given.width, height: Math.max(given.height, minimumHeight(shape, given.width, pointer)) };
  const capsule = chooseCapsule(shape, size.width, pointer);
  const density = chooseDensity(shape, size.height, capsule);
  const around = aroundOf(capsule, density);
  const height = chooseHeight(shape, size.height, capsule.heights[density], around);
  const width = capsuleWidth(shape, size.width, capsule, density);
  const xs = columns(shape, size.width, width);
  // Names above and biases below are not equally high: the capsules move so that the whole stands in the middle.
  const middle =
    size.height / 2 +
    (shape.hidden.length > 0 ? (around.above - around.below) / 2 : 0) +
    (MARGIN.top - MARGIN.bottom) / 4;

  const hidden = shape.hidden.map((count, layer) =>
    rows(count, roomOf(size), height + around.above + around.below, middle).map((y): Rect => ({
      x: xs[layer + 1] as number,
      y,
      width,
      height,
    })),
  );
  const inputs = placeInputs(shape, size, pointer, { x: xs[0] as number, y: middle });
  const output = placeOutput(size, { x: xs.at(-1) as number, y: middle });

  const units = [inputs, ...hidden, [output]];
  const gaps = gapsOf(units);
  const chip = chooseChip(gaps);
  const isLeft = gaps.slice(0, -1).every((gap) => gap >= chip.width + BIAS_WIDTH + 3 * CLEAR);
  const placed = units.slice(1).map((targets, layer) =>
    placeEdges(
      {
        layer,
        sources: units[layer] as readonly Rect[],
        targets,
        density,
        targetsNamed: layer < hidden.length && density !== 'dense' && width >= NAMED_WIDTH,
        outputsBeside: layer > 0 && !capsule.stacked,
        biasesBefore: layer < hidden.length && isLeft && density === 'dense' && !capsule.stacked,
      },
      chip,
    ),
  );

  return {
    size,
    density,
    around,
    stacked: capsule.stacked,
    biasBeside: isLeft ? 'left' : 'right',
    valuesBeside: boxOf(size.width) === WIDE_BOX,
    chip,
    inputs,
    hidden,
    output,
    crowded: placed.map(({ crowded }) => crowded),
    edges: placed.map(({ edges }) => edges),
  };
}

/** Height that rows have. */
function roomOf({ height }: Size): number {
  return height - MARGIN.top - MARGIN.bottom;
}

/** `at`: the middle of the column. */
function placeInputs(shape: Shape, size: Size, pointer: Pointer, at: Point): readonly Rect[] {
  const box = boxOf(size.width);
  const { below, space } = aroundInput(box, pointer);
  const radius = Math.min(box.inputRadius, (roomOf(size) / shape.inputs - below - space) / 2);
  return rows(shape.inputs, roomOf(size), 2 * radius + below, at.y - below / 4).map((y): Rect => ({
    x: at.x,
    y: clamp(y, radius + MARGIN.top, size.height - radius - below - MARGIN.bottom),
    width: inputWidth(shape, radius, size.width),
    height: 2 * radius,
  }));
}

function placeOutput({ width, height }: Size, { x, y }: Point): Rect {
  const radius = boxOf(width).outputRadius;
  return {
    x,
    y: clamp(y, radius + OUTPUT_ABOVE, height - radius - OUTPUT_BELOW),
    width: 2 * radius,
    height: 2 * radius,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
