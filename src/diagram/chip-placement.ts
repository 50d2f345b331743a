/**
 * Where on its edge each chip sits, so that chips stay apart from each other, from labels, and as far as they can from
 * edges that are not their own. A small search, the same answer every time: each chip in turn moves to its best place
 * given the others, until none moves. px.
 */
import { minIndex } from 'd3-array';
import { interpolateNumber, quantize } from 'd3-interpolate';
import type { Point } from './link.ts';

export interface Rect {
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChipSize {
  readonly width: number;
  readonly height: number;
}

/** The point at t from 0 to 1. */
export type Curve = (t: number) => Point;

export interface Placement {
  /** One per curve. */
  readonly points: readonly Point[];
  /** No two chips overlap, and none lies on an obstacle. */
  readonly clear: boolean;
}

/** Chips keep this distance from each other, px. */
const CHIP_GAP = 3;
/** Neither end of an edge is hidden by a chip. */
const FIRST = 0.1;
const LAST = 0.9;
const CANDIDATES = 31;
const SAMPLES = 14;
const SWEEPS = 8;

/** Costs of one place; each overlap outweighs all the rest. */
const OVERLAP = 1000;
const FOREIGN_EDGE = 1.2;
const OFF_CENTRE = 6;

/**
 * One place for each curve, the centre of its chip: on the curve, some way from its ends. Where there is no room for all,
 * the least bad places that were found, and `clear` is false. The time grows with the square of the number of curves.
 */
export function placeChips(curves: readonly Curve[], chip: ChipSize, obstacles: readonly Rect[]): Placement {
  const ts = quantize(interpolateNumber(FIRST, LAST), CANDIDATES);
  const places = curves.map((curve) => ts.map(curve));
  const samples = curves.map((curve) => quantize(curve, SAMPLES + 1));

  // What does not depend on the other chips is computed once.
  const alone = places.map((points, e) => {
    const others = samples.flatMap((curve, other) => (other === e ? [] : curve));
    return points.map((point, i) => {
      const box = { ...point, ...chip };
      let hits = 0;
      for (const obstacle of obstacles) if (overlap(box, obstacle, 0)) hits++;
      let foreign = 0;
      for (const sample of others) if (covers(box, sample)) foreign++;
      const centre = Math.abs((ts[i] as number) - PREFERRED);
      return hits * OVERLAP + foreign * FOREIGN_EDGE + centre * OFF_CENTRE;
    });
  });

  const chosen = curves.map((_, e) => minIndex(alone[e] as readonly number[]));
  const placeOf = (e: number) => (places[e] as readonly Point[])[chosen[e] as number] as Point;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = false;
    for (let e = 0; e < curves.length; e++) {
      const others = curves.flatMap((_, other) => (other === e ? [] : [placeOf(other)]));
      const costAt = (i: number) => {
        const box = { ...((places[e] as readonly Point[])[i] as Point), ...chip };
        let total = (alone[e] as readonly number[])[i] as number;
        for (const at of others) if (overlap(box, { ...at, ...chip }, CHIP_GAP)) total += OVERLAP + closeness(box, at);
        return total;
      };
      let best = chosen[e] as number;
      let least = costAt(best);
      for (let i = 0; i < CANDIDATES; i++) {
        // The other chips only add to what a place costs by itself.
        if (((alone[e] as readonly number[])[i] as number) >= least) continue;
        const cost = costAt(i);
        if (cost < least) [best, least, moved] = [i, cost, true];
      }
      chosen[e] = best;
    }
    if (!moved) break;
  }

  const points = curves.map((_, e) => placeOf(e));
  const boxes = points.map((point) => ({ ...point, ...chip }));
  const clear = boxes.every(
    (box, e) =>
      boxes.every((other, f) => f <= e || !overlap(box, other, CHIP_GAP)) &&
      !obstacles.some((obstacle) => overlap(box, obstacle, 0)),
  );
  return { points, clear };
}

/** Before the middle: most edges cross there, and a weight belongs to what comes in. */
const PREFERRED = 0.42;

/** Do two boxes come nearer than `gap`? */
export function overlap(p: Rect, q: Rect, gap: number): boolean {
  return (
    Math.abs(p.x - q.x) < (p.width + q.width) / 2 + gap - TOLERANCE &&
    Math.abs(p.y - q.y) < (p.height + q.height) / 2 + gap - TOLERANCE
  );
}

const TOLERANCE = 1e-6;

function covers(box: Rect, point: Point): boolean {
  return Math.abs(box.x - point.x) <= box.width / 2 && Math.abs(box.y - point.y) <= box.height / 2;
}

/** Breaks ties among overlapping places in favour of the lesser evil. */
function closeness(box: Rect, point: Point): number {
  return Math.max(0, box.width - Math.abs(box.x - point.x)) + Math.max(0, box.height - Math.abs(box.y - point.y));
}
