/** How wide the line of an edge is. */
import { interpolateNumber } from 'd3-interpolate';

/** The line width of an edge, px: grows with |weight|, slower and slower, from 1 to 7, which it has at `full`. */
export function edgeWidth(weight: number, full: number = FULL_WIDTH_WEIGHT): number {
  const share = Math.min(1, Math.abs(weight) / full);
  return Math.round(100 * widthAt(share ** 0.7)) / 100;
}

const widthAt = interpolateNumber(1, 7);
export const FULL_WIDTH_WEIGHT = 10;
