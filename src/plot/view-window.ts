/** Which part of the input plane to show when the reader has not said. */
import type { Network } from '../model/network.ts';
import { negate, toNumber, type Rational } from '../algebra/rational.ts';
import { niceBound } from './nice.ts';

/** Ends of one axis, min < max. */
export interface Interval {
  readonly min: Rational;
  readonly max: Rational;
}

/** The interesting part ends at this share of the window's half. */
const FILL = 0.72;
/** Points that lie this many times farther out than the rest would make the rest too small to see. */
const FAR = 12;
/** Axes whose scales differ by less than this get the same ends. */
const SIMILAR = 5;

/**
 * For each input of a sliced network an interval around 0 with round ends that holds `at` and where the first layer's
 * hyperplanes z = 0 cross each other and come nearest to 0. Linear nodes count as well, so that switching activations
 * leaves the view where it is.
 */
export function defaultWindow(network: Network<Rational>, at: readonly Rational[]): Interval[] {
  const x = at.map(toNumber);
  const lines = (network.layers.length > 1 ? (network.layers[0] ?? []) : []).map(({ weights, bias }) => ({
    w: weights.map(toNumber),
    b: toNumber(bias),
  }));
  const near = [x, ...lines.flatMap(nearestPoint)];
  const size = (p: readonly number[]) => Math.max(...p.map(Math.abs));
  const usual = Math.max(1e-3, size(x), median(near.map(size)));
  const points = [...near, ...crossings(lines)].filter((p) => size(p) <= FAR * usual);
  const ends = x.map((_, axis) => Math.max(...points.map((p) => Math.abs(p[axis] as number))) / FILL);
  const widest = Math.max(...ends);
  return ends.map((end) => {
    const wanted = end * SIMILAR > widest ? widest : end;
    const max = niceBound(wanted > 0 ? Math.max(wanted, 1e-6) : 1);
    return { min: negate(max), max };
  });
}

/** Keeps a window while it still shows all that the wanted one would, not too small: it must not twitch during a drag. */
export function steadyWindow(current: readonly Interval[], wanted: readonly Interval[]): readonly Interval[] {
  const fits =
    current.length === wanted.length &&
    current.every(({ min, max }, axis) => {
      const { min: low, max: high } = wanted[axis] as Interval;
      const [have, need] = [toNumber(max) - toNumber(min), toNumber(high) - toNumber(low)];
      return toNumber(min) <= toNumber(low) && toNumber(max) >= toNumber(high) && have <= 2.6 * need;
    });
  return fits ? current : wanted;
}

interface Line {
  readonly w: readonly number[];
  readonly b: number;
}

/** The point of w.x + b = 0 whose largest coordinate is smallest; none when w is 0. */
function nearestPoint({ w, b }: Line): number[][] {
  const total = w.reduce((sum, value) => sum + Math.abs(value), 0);
  return total === 0 ? [] : [w.map((value) => (-b * Math.sign(value)) / total)];
}

/** Where two lines of the plane cross. */
function crossings(lines: readonly Line[]): number[][] {
  return lines.flatMap(({ w: [a = 0, b = 0], b: c }, k) =>
    lines.slice(k + 1).flatMap(({ w: [d = 0, e, ...more], b: f }) => {
      if (e === undefined || more.length > 0) return [];
      const determinant = a * e - b * d;
      return determinant === 0 ? [] : [[(b * f - c * e) / determinant, (c * d - a * f) / determinant]];
    }),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((p, q) => p - q);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Ends of the height axis that keep still while the heights only change a little; never of length 0. */
export function steadyHeights(
  current: readonly [number, number] | null,
  min: number,
  max: number,
): readonly [number, number] {
  const span = max - min;
  if (current) {
    const [low, high] = current;
    if (low <= min && high >= max && span >= 0.62 * (high - low)) return current;
  }
  if (span <= 1e-9 * Math.max(Math.abs(min), Math.abs(max), 1e-9)) {
    const margin = Math.max(1, Math.abs(min) / 2);
    return [min - margin, max + margin];
  }
  return [min - span / 12, max + span / 12];
}
