/** The columns of the diagram: where each has its middle, and how much is between two of them. px. */
import { sum } from 'd3-array';
import { MAX_LABELLED_EDGES } from './chip-size.ts';
import type { Rect } from './chip-placement.ts';
import { boxOf, inputWidth, span, type Shape } from './diagram-box.ts';

/** A longer gap than this between two columns only lengthens the edges. */
const MAX_GAP = 330;

/** The centre of each column. Gaps with more edges are wider; very wide boxes leave space on both sides. */
export function columns(shape: Shape, width: number, capsule: number): readonly number[] {
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

/** Between each column and the next, px. */
export function gapsOf(units: readonly (readonly Rect[])[]): readonly number[] {
  return units.slice(1).map((column, i) => {
    const [right, left] = [column[0] as Rect, (units[i] as readonly Rect[])[0] as Rect];
    return right.x - right.width / 2 - left.x - left.width / 2;
  });
}
