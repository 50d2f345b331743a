/** What is written around a node: its name above it, its output over the edges that leave it, its bias. px. */
import { AROUND, type Density } from './capsule.ts';
import type { Rect } from './chip-placement.ts';
import type { Point } from './link.ts';

/** A chip keeps this distance from units, px. */
export const CLEAR = 2;

/** Room for a node's name above it; dense ones have it inside. */
export function nameBox(node: Rect, density: Density): Rect {
  const y = node.y - node.height / 2 - AROUND[density].above / 2 + 0.5;
  return { x: node.x, y, width: Math.max(NAME_WIDTH, node.width), height: 12 };
}

/** Over a narrower capsule in a network of several layers stands its number only. */
export const NAMED_WIDTH = 92;

/** The width of `hidden node 1 · off`, px. */
const NAME_WIDTH = 112;

/** Room for a node's output, which is written over the start of its edges. */
export function outputLabelBox(node: Rect): Rect {
  return { x: node.x + node.width / 2 + OUTPUT_GAP + OUTPUT_LABEL.width / 2, y: node.y - 11, ...OUTPUT_LABEL };
}

export const OUTPUT_LABEL = { width: 54, height: 14 } as const;

/** From the rim of its node, px. */
export const OUTPUT_GAP = 3;

/** The width of the letter in front of an output, and the distance to a chip behind it, px. */
export const OUTPUT_LETTER = 15;

/** What decides where biases stand, the same for all nodes. */
export interface BiasPlace {
  readonly density: Density;
  /** Capsules are too narrow for two halves (`layout.ts`). */
  readonly stacked: boolean;
  readonly biasBeside: 'left' | 'right';
}

/** A bias stands under its node, or hangs over its rim where rows are close; beside it where they are closer still. */
export function biasPoint(node: Rect, layout: BiasPlace): Point {
  const { density, stacked, biasBeside } = layout;
  if (density !== 'dense' || stacked) return { x: node.x, y: node.y + node.height / 2 + BIAS_BELOW[density] };
  const away = node.width / 2 + CLEAR + BIAS_WIDTH / 2;
  return { x: node.x + (biasBeside === 'left' ? -away : away), y: node.y };
}

/** From the capsule's rim to the middle of its bias, px. */
const BIAS_BELOW: Readonly<Record<Density, number>> = { roomy: 16, compact: 5, dense: 7 };

/** The width of a bias that stands beside its node, px. */
export const BIAS_WIDTH = 44;

/** The room of the bias's number, px: it is not much wider than its node. */
export function biasRoom(node: Rect, { density, stacked }: Omit<BiasPlace, 'biasBeside'>, isOutput: boolean): number {
  if (density === 'dense' && !stacked && !isOutput) return BIAS_WIDTH - RIM_PADDING;
  return Math.max(BIAS_WIDTH, node.width) - RIM_PADDING;
}

const RIM_PADDING = 9;

/** A bias always stands under the output. */
export function outputBiasPoint(output: Rect): Point {
  return { x: output.x, y: output.y + output.height / 2 + BIAS_BELOW.roomy };
}
