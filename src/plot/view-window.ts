/** Which part of the input plane to show when the reader has not said. */
import { max as greatestOf, median, sort, sum } from 'd3-array';
import type { Network } from '../model/network.ts';
import { compare, equal, negate, toNumber, type Rational } from '../number/rational.ts';
import { sameList } from '../state/same-list.ts';
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
/** The current input stays within this share of the window's half. */
const WITHIN = 0.9;
/** This part of the crossings is shown, the nearest ones: two almost parallel lines may cross anywhere. */
const MOST = 0.75;
/** Axes whose scales differ by less than this get the same ends. */
const SIMILAR = 5;

/**
 * For each input of a sliced network an interval around 0 with round ends that holds `at` and where the first layer's
 * hyperplanes z = 0 cross each other and come nearest to 0. It depends on nothing that was seen before: one link, one
 * view. Linear nodes count as well, so that switching activations leaves the view where it is.
 */
export function defaultWindow(network: Network<Rational>, at: readonly Rational[]): Interval[] {
  const ends = interesting(network).map((end, axis) =>
    Math.max(end / FILL, Math.abs(toNumber(at[axis] as Rational)) / WITHIN),
  );
  const widest = greatestOf(ends) ?? 0;
  return ends.map((end) => {
    const wanted = end * SIMILAR > widest ? widest : end;
    const max = niceBound(wanted > 0 ? Math.max(wanted, 1e-6) : 1);
    return { min: negate(max), max };
  });
}

/** For each input how far from 0 the interesting points go. */
function interesting(network: Network<Rational>): number[] {
  const lines = (network.layers.length > 1 ? (network.layers[0] ?? []) : []).map(({ weights, bias }) => ({
    w: weights.map(toNumber),
    b: toNumber(bias),
  }));
  const near = [network.inputs.map(() => 0), ...lines.flatMap(nearestPoint)];
  const size = (p: readonly number[]) => Math.max(...p.map(Math.abs));
  // What goes through 0 says nothing about how far out the rest is.
  const usual = median(near.map(size).filter((end) => end > 0)) ?? 0;
  const crossed = sort(crossings(lines), size);
  const most = crossed.slice(0, Math.ceil(MOST * crossed.length));
  const points = [...near, ...most].filter((p) => size(p) <= FAR * usual);
  return network.inputs.map((_, axis) => greatestOf(points, (p) => Math.abs(p[axis] as number)) ?? 0);
}

/**
 * While something is being dragged a window is kept for as long as it holds the current input and what is interesting:
 * the view must not twitch. Otherwise it is the default one. The same record as long as it stays the same.
 */
export function steadyWindow(
  current: readonly Interval[] | null,
  network: Network<Rational>,
  at: readonly Rational[],
  editing: boolean,
): readonly Interval[] {
  const wanted = defaultWindow(network, at);
  if (!current || current.length !== wanted.length) return wanted;
  if (!editing) return sameList(current, wanted, sameInterval) ? current : wanted;
  const needed = interesting(network);
  const keeps = current.every(({ min, max }, axis) => {
    const value = at[axis] as Rational;
    return compare(min, value) <= 0 && compare(value, max) <= 0 && (needed[axis] as number) <= toNumber(max);
  });
  return keeps ? current : wanted;
}

function sameInterval(p: Interval, q: Interval): boolean {
  return equal(p.min, q.min) && equal(p.max, q.max);
}

interface Line {
  readonly w: readonly number[];
  readonly b: number;
}

/** The point of w.x + b = 0 whose largest coordinate is smallest; none when w is 0. */
function nearestPoint({ w, b }: Line): number[][] {
  const total = sum(w, Math.abs);
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

/**
 * Ends of the height axis, never of length 0. While something is being dragged they keep still as long as the heights
 * change only a little. The same record as long as they stay the same.
 */
export function steadyHeights(
  current: readonly [number, number] | null,
  { min, max }: { readonly min: number; readonly max: number },
  editing: boolean,
): readonly [number, number] {
  const span = max - min;
  if (current && editing) {
    const [low, high] = current;
    if (low <= min && high >= max && span >= 0.62 * (high - low)) return current;
  }
  const flat = span <= 1e-9 * Math.max(Math.abs(min), Math.abs(max), 1e-9);
  const margin = flat ? Math.max(1, Math.abs(min) / 2) : span / 12;
  const [low, high] = [min - margin, max + margin];
  return current && current[0] === low && current[1] === high ? current : [low, high];
}
