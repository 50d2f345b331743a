/** How large the chips on the edges are, and how many there may be. px. */
import type { ChipSize } from './chip-placement.ts';

/** More edges than these between two layers are never all labelled. */
export const MAX_LABELLED_EDGES = 12;

/** `room`: of its number. */
export interface Chip extends ChipSize {
  readonly room: number;
}

/** 24 px: the least height of a target; the smaller ones are drawn lower, and keep the distance (diagram.css). */
const CHIPS: readonly Chip[] = [
  { width: 70, height: 24, room: 56 },
  { width: 58, height: 24, room: 44 },
  { width: 48, height: 24, room: 38 },
  { width: 40, height: 24, room: 33 },
];

/** The largest chips that the gaps between columns have room for. */
export function chooseChip(gaps: readonly number[]): Chip {
  const last = CHIPS.at(-1) as Chip;
  const narrowest = Math.min(...gaps);
  return CHIPS.find(({ width }) => narrowest >= width * CHIP_SHARE) ?? last;
}

/** How much wider than a chip the gap that it stands in has to be. */
const CHIP_SHARE = 1.75;
