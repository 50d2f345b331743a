/** How strongly a weight is coloured: its share of the largest one of the network, with its sign. */
import { scaleDiverging, scaleLinear } from 'd3-scale';
import { interpolateNumber } from 'd3-interpolate';

export interface HeatScale {
  /** From −1 (as far below 0 as the scale goes) to 1. */
  readonly shareOf: (weight: number) => number;
  /** What the legend names, from the least to the greatest; 0 is in the middle. */
  readonly ticks: readonly number[];
}

/** A round end that no weight is beyond: a drag moves it seldom, so that the other weights keep their colours. */
export function heatScale(weights: Iterable<number>): HeatScale {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  // The least and the largest doubles have no round number nearby.
  const [, end = 1] = scaleLinear([0, largest > 0 && largest < 1e300 ? largest : 1], [0, 1])
    .nice(2)
    .domain();
  const between = interpolateNumber(-1, 1);
  const scale = scaleDiverging([-end, 0, end], between).clamp(true);
  return { shareOf: (weight) => scale(weight), ticks: [-end, -end / 2, 0, end / 2, end] };
}
