/** From what is shown to per cent of a box, short to write. Its inverse is that of any linear scale. */
import { interpolateNumber } from 'd3-interpolate';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { toThousandth } from '../number/thousandth.ts';

export function percentScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number] = [0, 100],
): ScaleLinear<number, number> {
  return scaleLinear([low, high], [from, to]).interpolate(toThousandths);
}

function toThousandths(from: number, to: number): (part: number) => number {
  const between = interpolateNumber(from, to);
  return (part) => toThousandth(between(part));
}
