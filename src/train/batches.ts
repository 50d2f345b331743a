/**
 * The order in which batches take the rows. At the start of each pass over the data the rows 0, 1, ..., n - 1 are shuffled
 * (Fisher and Yates: for i from n - 1 down to 1, row i changes places with row j, j drawn from 0 to i), and batches are
 * taken from the front; the last one of a pass holds what is left. A batch of all rows, or more, leaves them in their
 * order and draws nothing.
 */
import { nextBelow, type Generator } from './generator.ts';

export interface Batches {
  readonly size: number;
  /** The rows in the order of this pass. */
  readonly order: Uint32Array;
  /** The generator as it was before this pass was shuffled: from it and `next` all of this comes back. */
  readonly before: Generator;
  readonly generator: Generator;
  /** The place in `order` where the next batch starts; the number of rows when a new pass is due. */
  next: number;
}

/** The place among the batches, to come back to. */
export interface BatchPlace {
  readonly before: Generator;
  readonly next: number;
}

/** Before the first batch of so many rows. */
export function batchesOf(rows: number, size: number, generator: Generator): Batches {
  const batches: Batches = {
    size: Math.min(size, rows),
    order: Uint32Array.from({ length: rows }, (_, i) => i),
    before: generator.slice(),
    generator: generator.slice(),
    next: 0,
  };
  shuffle(batches);
  return batches;
}

/** Starts the next pass if one is due, and moves on; gives how many rows the batch has, which end before `next`. */
export function takeBatch(batches: Batches): number {
  const { order, size, before, generator } = batches;
  if (batches.next === order.length) {
    before.set(generator);
    shuffle(batches);
    batches.next = 0;
  }
  const count = Math.min(size, order.length - batches.next);
  batches.next += count;
  return count;
}

export function placeOf({ before, next }: Batches): BatchPlace {
  return { before: before.slice(), next };
}

export function goToPlace(batches: Batches, { before, next }: BatchPlace): void {
  batches.before.set(before);
  batches.generator.set(before);
  batches.next = next;
  shuffle(batches);
}

function shuffle({ order, size, generator }: Batches): void {
  const rows = order.length;
  if (size === rows) return;
  for (let i = 0; i < rows; i++) order[i] = i;
  for (let i = rows - 1; i > 0; i--) {
    const j = nextBelow(generator, i + 1);
    const row = order[i] as number;
    order[i] = order[j] as number;
    order[j] = row;
  }
}
