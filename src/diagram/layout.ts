/**
 * The geometry of the diagram: numbers in, numbers out, all px. Columns from left to right: inputs, hidden layers, output.
 * The drawing adapts to its box in three ways. Rows: a roomy node has its name above and its bias below; a compact one has
 * the bias on its rim; a dense one only its number inside, and its bias beside it while it is the selected one. Columns:
 * capsules get narrower, at last stacked. Edges: where the chips of all edges between two layers have no room, only those
 * of one node are shown.
 */
import { sum } from 'd3-array';
import { interpolateNumber, quantize } from 'd3-interpolate';
import { parameterKey, type Network, type Parameter } from '../model/network.ts';
import { FINGER, NARROW_DIAGRAM } from '../styles/sizes.ts';
import { placeChips, type ChipSize, type Rect } from './chip-placement.ts';
import { linkPath, pointOnLink, type Link, type Point } from './link.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How many units each column has; the output is one more. */
export interface Shape {
  readonly inputs: number;
  readonly hidden: readonly number[];
  /** Characters of the longest input name. */
  readonly longestName: number;
}

export type Density = 'roomy' | 'compact' | 'dense';

/** What the page is worked with: a mouse, or a finger, which needs larger targets and may scroll to them. */
export type Pointer = 'fine' | 'coarse';

export interface EdgePlace {
  readonly parameter: Parameter & { readonly input: number };
  readonly key: string;
  readonly path: string;
  readonly link: Link;
  /** Where its chip is when all chips of these two layers are shown. */
  readonly chip: Point;
  /** Where it is when only the chips of one node are: the node that it enters, or the one that it leaves; null: no room. */
  readonly chipOfTarget: Point | null;
  readonly chipOfSource: Point | null;
}

export interface Layout {
  readonly size: Size;
  readonly density: Density;
  readonly around: Surroundings;
  /** The capsule is too narrow for two halves: sum, graph and output stand one above the other. */
  readonly stacked: boolean;
  /** Of the selected node where rows are dense, and columns are not too close. */
  readonly biasBeside: 'left' | 'right';
  /** Input values stand left of their circles; else below them. */
  readonly valuesBeside: boolean;
  /** `room`: of its number. */
  readonly chip: ChipSize & { readonly room: number };
  readonly inputs: readonly Rect[];
  /** [layer][node] of the hidden layers. */
  readonly hidden: readonly (readonly Rect[])[];
  readonly output: Rect;
  /** [layer] of the network: do its incoming edges show the chips of one node only? */
  readonly crowded: readonly boolean[];
  /** [layer], then by node, then by unit that it comes from. */
  readonly edges: readonly (readonly EdgePlace[])[];
}

/** More edges than these between two layers are never all labelled. */
export const MAX_LABELLED_EDGES = 12;

/** Width of the field beside an input's circle, px: six characters. */
export const VALUE_WIDTH = 66;

const WIDE_BOX = {
  padding: 4,
  paddingRight: 30,
  inputRadius: 24,
  valueWidth: VALUE_WIDTH,
  valueGap: 8,
  outputRadius: 30,
  minHeight: 262,
  minRow: 28,
} as const;
const NARROW_BOX = {
  padding: 10,
  paddingRight: 10,
  inputRadius: 22,
  valueWidth: 0,
  valueGap: 0,
  outputRadius: 26,
  minHeight: 300,
  minRow: 40,
} as const;

/** A longer gap than this between two columns only lengthens the edges. */
const MAX_GAP = 330;
const MAX_PITCH = 150;

/** Height of the field under an input's circle. */
export const VALUE_HEIGHT = 24;
const MIN_INPUT_RADIUS: Readonly<Record<Pointer, number>> = { fine: 15, coarse: FINGER / 2 };
const INPUT_SPACE = 6;
/** Below a field that stands under its circle: with the field a finger's height, which the style sheet gives it. */
const SPACE_BELOW_VALUE: Readonly<Record<Pointer, number>> = { fine: INPUT_SPACE, coarse: FINGER - VALUE_HEIGHT };

/** Above the output stands y with its hat, below it its bias. */
const OUTPUT_ABOVE = 30;
const OUTPUT_BELOW = 30;

interface Surroundings {
  readonly above: number;
  readonly below: number;
  /** Between rows. */
  readonly gap: number;
}

/** What stands around a capsule of each density. */
const AROUND: Readonly<Record<Density, Surroundings>> = {
  roomy: { above: 20, below: 28, gap: 6 },
  compact: { above: 14, below: 13, gap: 1 },
  dense: { above: 0, below: 0, gap: 6 },
};
/** Between columns so close that capsules are stacked there is no place for a bias beside a dense one: it stands below. */
const AROUND_STACKED_DENSE: Surroundings = { above: 0, below: 14, gap: 0 };
/** A compact node's bias hangs over the bottom of its capsule, and its row may be the last. */
const MARGIN = { top: 8, bottom: 13 } as const;

interface Capsule {
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

/** 24 px: the least height of a target; the smaller ones are drawn lower, and keep the distance (diagram.css). */
const CHIPS: readonly Layout['chip'][] = [
  { width: 70, height: 24, room: 56 },
  { width: 58, height: 24, room: 44 },
  { width: 48, height: 24, room: 38 },
  { width: 40, height: 24, room: 33 },
];

/** All that the layout depends on: a network whose numbers or activations change keeps its places. */
export function shapeOf(network: Network<unknown>): Shape {
  return {
    inputs: network.inputs.length,
    hidden: network.layers.slice(0, -1).map((layer) => layer.length),
    longestName: Math.max(...network.inputs.map((name) => name.length)),
  };
}

/**
 * Can the lines between two columns be told apart in a box of the least height? Beyond that the chips of one node only, and
 * the numbers on the lines of all others, are no picture of the network any more.
 */
export function canBeDrawn({ layers }: Network<unknown>): boolean {
  return layers.every((nodes) => nodes.length * (nodes[0]?.weights.length ?? 0) * LEAST_PITCH <= WIDE_BOX.minHeight);
}

/** Of lines, px. */
const LEAST_PITCH = 5;

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

/**
 * Where everything stands in a box of the given size, px, (0, 0) its top left corner; rectangles are given by their centres.
 * A box lower than `minimumHeight` grows to that (see `size` of what comes back); its width is taken as it is.
 */
export function layoutNetwork(shape: Shape, given: Size, pointer: Pointer = 'fine'): Layout {
  const size = { width: given.width, height: Math.max(given.height, minimumHeight(shape, given.width, pointer)) };
  const box = boxOf(size.width);
  const capsule = chooseCapsule(shape, size.width, pointer);
  const density = chooseDensity(shape, size.height, capsule);
  const around = aroundOf(capsule, density);
  const capsuleHeight = chooseHeight(shape, size.height, capsule.heights[density], around);

  const width = capsuleWidth(shape, size.width, capsule, density);
  const xs = columns(shape, size.width, width);
  // Names above and biases below are not equally high: the capsules move so that the whole stands in the middle.
  const middle =
    size.height / 2 +
    (shape.hidden.length > 0 ? (around.above - around.below) / 2 : 0) +
    (MARGIN.top - MARGIN.bottom) / 4;

  const hidden = shape.hidden.map((count, layer) => {
    const block = capsuleHeight + around.above + around.below;
    return rows(count, size.height - MARGIN.top - MARGIN.bottom, block, middle).map((y): Rect => ({
      x: xs[layer + 1] as number,
      y,
      width,
      height: capsuleHeight,
    }));
  });

  const { below, space } = aroundInput(box, pointer);
  const perInput = (size.height - MARGIN.top - MARGIN.bottom) / shape.inputs;
  const radius = Math.min(box.inputRadius, (perInput - below - space) / 2);
  const inputs = rows(
    shape.inputs,
    size.height - MARGIN.top - MARGIN.bottom,
    2 * radius + below,
    middle - below / 4,
  ).map((y): Rect => ({
    x: xs[0] as number,
    y: clamp(y, radius + MARGIN.top, size.height - radius - below - MARGIN.bottom),
    width: inputWidth(shape, radius, size.width),
    height: 2 * radius,
  }));
  const output: Rect = {
    x: xs.at(-1) as number,
    y: clamp(middle, box.outputRadius + OUTPUT_ABOVE, size.height - box.outputRadius - OUTPUT_BELOW),
    width: 2 * box.outputRadius,
    height: 2 * box.outputRadius,
  };

  const units = [inputs, ...hidden, [output]];
  const links = units.slice(1).map((targets, layer) => linksBetween(units[layer] as readonly Rect[], targets));
  const chip = chooseChip(units);
  const isNamed = density !== 'dense' && width >= NAMED_WIDTH;
  const placed = links.map((pair, layer) => {
    const sources = units[layer] as readonly Rect[];
    const names = (hidden[layer] ?? []).map((node) => nameBox(node, density));
    const labels = layer === 0 || capsule.stacked ? [] : sources.map(outputLabelBox);
    const placement =
      pair.length <= MAX_LABELLED_EDGES
        ? placeChips(pair.map(curveOf), chip, [
            ...labels,
            ...(isNamed ? names : []),
            ...sources,
            ...(units[layer + 1] as readonly Rect[]),
          ])
        : null;
    return { pair, placement, sources, targets: units[layer + 1] as readonly Rect[] };
  });

  const gaps = gapsOf(units);
  const besideNode = density === 'dense' && !capsule.stacked;
  const isLeft = gaps.slice(0, -1).every((gap) => gap >= chip.width + BIAS_WIDTH + 3 * CLEAR);
  const bias = besideNode && isLeft ? BIAS_WIDTH + CLEAR : 0;

  return {
    size,
    density,
    around,
    stacked: capsule.stacked,
    biasBeside: isLeft ? 'left' : 'right',
    valuesBeside: box === WIDE_BOX,
    chip,
    inputs,
    hidden,
    output,
    crowded: placed.map(({ placement }) => !placement?.clear),
    edges: placed.map((edges, layer) => {
      const label = layer === 0 || capsule.stacked ? 0 : OUTPUT_GAP + OUTPUT_LABEL.width + CLEAR;
      return placesOf(layer, edges, chip, { from: label, to: layer < shape.hidden.length ? bias : 0 });
    }),
  };
}

interface PlacedEdges {
  readonly pair: readonly Link[];
  /** Null where there are too many for chips. */
  readonly placement: ReturnType<typeof placeChips> | null;
  readonly sources: readonly Rect[];
  readonly targets: readonly Rect[];
}

/** Of one layer. `taken`: what its units write at the ends of the edges, px. */
function placesOf(
  layer: number,
  { pair, placement, sources, targets }: PlacedEdges,
  chip: Layout['chip'],
  taken: { readonly from: number; readonly to: number },
): EdgePlace[] {
  const [source, target] = [sources[0] as Rect, targets[0] as Rect];
  const between = { from: source.x + source.width / 2, to: target.x - target.width / 2 };
  const fan = { chip, ...between };
  const ofTarget = fanPoints(pair, {
    ...fan,
    apart: 'source',
    pitch: pitchOf(sources),
    to: between.to - taken.to,
  });
  const ofSource = fanPoints(pair, {
    ...fan,
    apart: 'target',
    pitch: pitchOf(targets),
    from: between.from + taken.from,
  });
  return pair.map((link, index): EdgePlace => {
    const parameter = { layer, node: Math.floor(index / sources.length), input: index % sources.length };
    return {
      parameter,
      key: parameterKey(parameter),
      link,
      path: linkPath(link),
      chip: placement?.points[index] ?? middleOf(link),
      chipOfTarget: ofTarget[index] ?? null,
      chipOfSource: ofSource[index] ?? null,
    };
  });
}

/** Room for a node's output, which is written over the start of its edges. */
export function outputLabelBox(node: Rect): Rect {
  return { x: node.x + node.width / 2 + OUTPUT_GAP + OUTPUT_LABEL.width / 2, y: node.y - 11, ...OUTPUT_LABEL };
}

/** Room for a node's name above it; dense ones have it inside. */
export function nameBox(node: Rect, density: Density): Rect {
  const y = node.y - node.height / 2 - AROUND[density].above / 2 + 0.5;
  return { x: node.x, y, width: Math.max(NAME_WIDTH, node.width), height: 12 };
}

/** Over a narrower capsule in a network of several layers stands its number only. */
export const NAMED_WIDTH = 92;
/** Of `hidden node 1 · off`. */
const NAME_WIDTH = 112;

export const OUTPUT_LABEL = { width: 54, height: 14 } as const;
/** From the rim of its node, px. */
const OUTPUT_GAP = 3;
/** Of the letter in front of it, and to a chip behind it, px. */
export const OUTPUT_LETTER = 15;

/** From the capsule's rim to the middle of its bias, px. */
const BIAS_BELOW: Readonly<Record<Density, number>> = { roomy: 16, compact: 5, dense: 7 };
/** Of the bias of a dense node that stands beside it. */
const BIAS_WIDTH = 44;
/** A chip keeps this distance from units, px. */
const CLEAR = 2;

/** A bias stands under its node, or hangs over its rim where rows are close; beside it where they are closer still. */
export function biasPoint(node: Rect, layout: Pick<Layout, 'density' | 'stacked' | 'biasBeside'>): Point {
  const { density, stacked, biasBeside } = layout;
  if (density !== 'dense' || stacked) return { x: node.x, y: node.y + node.height / 2 + BIAS_BELOW[density] };
  const away = node.width / 2 + CLEAR + BIAS_WIDTH / 2;
  return { x: node.x + (biasBeside === 'left' ? -away : away), y: node.y };
}

/** Of the bias's number, px: it is not much wider than its node. */
export function biasRoom(
  node: Rect,
  { density, stacked }: Pick<Layout, 'density' | 'stacked'>,
  isOutput: boolean,
): number {
  if (density === 'dense' && !stacked && !isOutput) return BIAS_WIDTH - RIM_PADDING;
  return Math.max(BIAS_WIDTH, node.width) - RIM_PADDING;
}

const RIM_PADDING = 9;

/** A bias always stands under the output. */
export function outputBiasPoint(output: Rect): Point {
  return { x: output.x, y: output.y + output.height / 2 + BIAS_BELOW.roomy };
}

/** The line width of an edge, px: grows with |weight|, slower and slower, from 1 to 7, which it has at `full`. */
export function edgeWidth(weight: number, full: number = FULL_WIDTH_WEIGHT): number {
  const share = Math.min(1, Math.abs(weight) / full);
  return Math.round(100 * widthAt(share ** 0.7)) / 100;
}

const widthAt = interpolateNumber(1, 7);

export const FULL_WIDTH_WEIGHT = 10;

function boxOf(width: number) {
  return width < NARROW_DIAGRAM ? NARROW_BOX : WIDE_BOX;
}

/** Below an input's circle: its value where that has no place beside it, and the space before the next one. */
function aroundInput(
  box: ReturnType<typeof boxOf>,
  pointer: Pointer,
): { readonly below: number; readonly space: number } {
  if (box === WIDE_BOX) return { below: 0, space: INPUT_SPACE };
  return { below: VALUE_HEIGHT, space: SPACE_BELOW_VALUE[pointer] };
}

/**
 * The widest capsule that leaves the edges their room: that of an output and a chip side by side, unless the box is not
 * high enough for stacked capsules.
 */
function chooseCapsule(shape: Shape, width: number, pointer: Pointer): Capsule {
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

function aroundOf({ stacked }: Capsule, density: Density): Surroundings {
  return stacked && density === 'dense' ? AROUND_STACKED_DENSE : AROUND[density];
}

function chooseDensity(shape: Shape, height: number, capsule: Capsule): Density {
  const count = Math.max(1, ...shape.hidden);
  const room = height - MARGIN.top - MARGIN.bottom;
  const fits = (density: Density) => {
    const { above, below, gap } = AROUND[density];
    return count * (capsule.heights[density][0] + above + below) + (count - 1) * gap <= room;
  };
  return fits('roomy') ? 'roomy' : fits('compact') ? 'compact' : 'dense';
}

/** As high as the rows allow. */
function chooseHeight(
  shape: Shape,
  height: number,
  [lowest, highest]: readonly [number, number],
  around: Surroundings,
): number {
  const count = Math.max(1, ...shape.hidden);
  const room = height - MARGIN.top - MARGIN.bottom - (count - 1) * around.gap;
  return clamp(Math.floor(room / count - around.above - around.below), lowest, highest);
}

/** The right rim of the inputs and the left rim of the output. */
function span(shape: Shape, width: number): { readonly from: number; readonly to: number } {
  const box = boxOf(width);
  return {
    from: box.padding + box.valueWidth + box.valueGap + inputWidth(shape, box.inputRadius, width),
    to: width - box.paddingRight - 2 * box.outputRadius,
  };
}

/** A circle; a capsule where a name is long. */
function inputWidth({ longestName }: Shape, radius: number, width: number): number {
  if (longestName <= ROUND_NAME) return 2 * radius;
  return Math.max(
    2 * radius,
    Math.min(NAME_PADDING + NAME_CHARACTER * Math.min(longestName, LONG_NAME), width * NAME_SHARE),
  );
}

const ROUND_NAME = 3;
/** A longer name is shortened. */
const LONG_NAME = 16;
const NAME_PADDING = 24;
const NAME_CHARACTER = 6.4;
/** At most this much of the box's width. */
const NAME_SHARE = 0.2;

/** A dense capsule holds its name too: it takes what the edges can spare. */
function capsuleWidth(shape: Shape, width: number, capsule: Capsule, density: Density): number {
  if (density !== 'dense' || capsule.stacked) return capsule.width;
  const { from, to } = span(shape, width);
  const spare = to - from - shape.hidden.length * capsule.width - (shape.hidden.length + 1) * DENSE_GAP;
  return Math.max(capsule.width, Math.min(DENSE_WIDTH, capsule.width + Math.floor(spare / shape.hidden.length)));
}

const DENSE_WIDTH = 116;
const DENSE_GAP = 100;

/** The centre of each column. Gaps with more edges are wider; very wide boxes leave space on both sides. */
function columns(shape: Shape, width: number, capsule: number): readonly number[] {
  const box = boxOf(width);
  const { from, to } = span(shape, width);
  const counts = [shape.inputs, ...shape.hidden, 1];
  const weights = counts
    .slice(1)
    .map((count, i) => 1 + Math.sqrt(Math.min(MAX_LABELLED_EDGES, count * (counts[i] as number))));
  const total = sum(weights);
  const room = to - from - shape.hidden.length * capsule;
  const gaps = weights.map((weight) => Math.min(MAX_GAP, (room * weight) / total));
  const spare = room - sum(gaps);

  const xs = [from + spare / 2 - inputWidth(shape, box.inputRadius, width) / 2];
  let edge = from + spare / 2;
  shape.hidden.forEach((_, layer) => {
    edge += gaps[layer] as number;
    xs.push(edge + capsule / 2);
    edge += capsule;
  });
  xs.push(edge + (gaps.at(-1) as number) + box.outputRadius);
  return xs;
}

/** Centres of `count` rows of height `block`, around `middle`. */
function rows(count: number, room: number, block: number, middle: number): readonly number[] {
  if (count === 1) return [middle];
  const pitch = Math.min(MAX_PITCH, room / count, (room - block) / (count - 1));
  const half = ((count - 1) / 2) * pitch;
  return quantize(interpolateNumber(middle - half, middle + half), count);
}

/** Edges end side by side, so that thick ones don't hide each other. By target, then by source. */
function linksBetween(sources: readonly Rect[], targets: readonly Rect[]): readonly Link[] {
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

/** The largest chips that the gaps between columns have room for. */
function chooseChip(units: readonly (readonly Rect[])[]): Layout['chip'] {
  const last = CHIPS.at(-1) as Layout['chip'];
  const narrowest = Math.min(...gapsOf(units));
  return CHIPS.find(({ width }) => narrowest >= width * CHIP_SHARE) ?? last;
}

/** Between each column and the next, px. */
function gapsOf(units: readonly (readonly Rect[])[]): readonly number[] {
  return units.slice(1).map((column, i) => {
    const [right, left] = [column[0] as Rect, (units[i] as readonly Rect[])[0] as Rect];
    return right.x - right.width / 2 - left.x - left.width / 2;
  });
}

/** How much wider than a chip the gap that it stands in has to be. */
const CHIP_SHARE = 1.75;

function pitchOf(column: readonly Rect[]): number {
  const [first, second] = column;
  return first && second ? second.y - first.y : Number.POSITIVE_INFINITY;
}

interface Fan {
  /** Of the units that lie apart: one after the other, px. */
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
function fanPoints(
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

/** The link as a curve: t = 0 is where it leaves its unit, t = 1 where it arrives. px. */
export function curveOf(link: Link): (t: number) => Point {
  return (t) => pointOnLink(link, t);
}

function middleOf(link: Link): Point {
  return pointOnLink(link, 0.5);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
