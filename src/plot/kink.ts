/** Where a sampled function has a kink, and whether it can be seen. */

const HALVINGS = 40;
/** How far to both sides the slope is compared, as a part of the window. */
const BESIDE = 1e-3;
/** A smaller jump of the slope can't be seen: heights as a part of their range, over the width of the window. */
export const LEAST_JUMP = 1e-2;

/** The share of a way, from 0 to 1, at which a function changes its sign: it does so from one end to the other. */
export function crossing(value: (share: number) => number, aboveAtStart: boolean): number {
  let [low, high] = [0, 1];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (value(middle) > 0 === aboveAtStart) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * By how much the slope jumps at 0. From second differences at two distances: what bends smoothly is of the second order
 * in both, and falls out.
 */
export function slopeJump(value: (shift: number) => number): number {
  const middle = value(0);
  const bend = (h: number) => value(h) + value(-h) - 2 * middle;
  return (4 * bend(BESIDE / 2) - bend(BESIDE)) / BESIDE;
}
