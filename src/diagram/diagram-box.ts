/**
 * The box that the diagram stands in: what it leaves to the columns and rows, and how its two sizes differ. Inputs stand at
 * its left rim, the output at its right one; both are measured here, the hidden layers have what is between them. px.
 */
import type { Network } from '../model/network.ts';
import { FINGER, NARROW_DIAGRAM } from '../styles/sizes.ts';

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

/** All that the layout depends on: a network whose numbers or activations change keeps its places. */
export function shapeOf(network: Network<unknown>): Shape {
  return {
    inputs: network.inputs.length,
    hidden: network.layers.slice(0, -1).map((layer) => layer.length),
    longestName: Math.max(...network.inputs.map((name) => name.length)),
  };
}

/** What the page is worked with: a mouse, or a finger, which needs larger targets and may scroll to them. */
export type Pointer = 'fine' | 'coarse';

/** Width of the field beside an input's circle, px: six characters. */
export const VALUE_WIDTH = 66;

/** Height of the field under an input's circle. */
export const VALUE_HEIGHT = 24;

export const WIDE_BOX = {
  padding: 4,
  paddingRight: 30,
  inputRadius: 24,
  valueWidth: VALUE_WIDTH,
  valueGap: 8,
  outputRadius: 30,
  // What the sheet beside it leaves to it: the drawing in the HTML has this height too (drawn-for.ts).
  minHeight: 275,
  minRow: 28,
} as const;

export const NARROW_BOX = {
  padding: 10,
  paddingRight: 10,
  inputRadius: 22,
  valueWidth: 0,
  valueGap: 0,
  outputRadius: 26,
  minHeight: 300,
  minRow: 40,
} as const;

export function boxOf(width: number) {
  return width < NARROW_DIAGRAM ? NARROW_BOX : WIDE_BOX;
}

/** A compact node's bias hangs over the bottom of its capsule, and its row may be the last. */
export const MARGIN = { top: 8, bottom: 13 } as const;

export const MIN_INPUT_RADIUS: Readonly<Record<Pointer, number>> = { fine: 15, coarse: FINGER / 2 };
const INPUT_SPACE = 6;

/** Below a field that stands under its circle: with the field a finger's height, which the style sheet gives it. */
const SPACE_BELOW_VALUE: Readonly<Record<Pointer, number>> = { fine: INPUT_SPACE, coarse: FINGER - VALUE_HEIGHT };

/** Below an input's circle: its value where that has no place beside it, and the space before the next one. */
export function aroundInput(
  box: ReturnType<typeof boxOf>,
  pointer: Pointer,
): { readonly below: number; readonly space: number } {
  if (box === WIDE_BOX) return { below: 0, space: INPUT_SPACE };
  return { below: VALUE_HEIGHT, space: SPACE_BELOW_VALUE[pointer] };
}

/** The right rim of the inputs and the left rim of the output. */
export function span(shape: Shape, width: number): { readonly from: number; readonly to: number } {
  const box = boxOf(width);
  return {
    from: box.padding + box.valueWidth + box.valueGap + inputWidth(shape, box.inputRadius, width),
    to: width - box.paddingRight - 2 * box.outputRadius,
  };
}

/** A circle; a capsule where a name is long. */
export function inputWidth({ longestName }: Shape, radius: number, width: number): number {
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
