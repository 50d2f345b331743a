/** A piecewise linear network along a straight line: where it bends there, and a witness that it does. */
import type { Network } from '../model/network.ts';
import type { Affine } from './affine.ts';
import { eachCell, formOf } from './cells.ts';
import { ALL, type Domain } from './domain.ts';
import { inputRange } from './domain-range.ts';
import { forward } from './forward.ts';
import { integerVector } from './integer-vector.ts';
import { rangeOn } from './polyhedron.ts';
import {
  ONE,
  add,
  compare,
  divide,
  dot,
  equal,
  floor,
  isZero,
  multiply,
  rational,
  sign,
  subtract,
  toFractionText,
  type Rational,
} from '../number/rational.ts';
import { contains, simplestIn, type Interval } from '../number/simplest-rational.ts';

/** Two points whose midpoint breaks the linear law: f(mid) is not (f(p) + f(q)) / 2. */
export interface Witness {
  readonly p: readonly Rational[];
  readonly q: readonly Rational[];
  readonly mid: readonly Rational[];
  readonly fP: Rational;
  readonly fQ: Rational;
  readonly fMid: Rational;
  /** fMid - (fP + fQ) / 2, not 0. */
  readonly defect: Rational;
}

/** The points base + s direction. */
export interface Line {
  readonly base: readonly Rational[];
  readonly direction: readonly Rational[];
}

function pointOnLine({ base, direction }: Line, s: Rational): Rational[] {
  return base.map((b, i) => add(b, multiply(s, direction[i] as Rational)));
}

/** The network as a function of the one number s. */
function alongLine(network: Network<Rational>, { base, direction }: Line): Network<Rational> {
  const [first, ...rest] = network.layers;
  const layer = (first ?? []).map((node) => ({
    ...node,
    weights: [dot(node.weights, direction)],
    bias: add(dot(node.weights, base), node.bias),
  }));
  return { inputs: ['s'], layers: [layer, ...rest] };
}

/** The s for which the line is in the domain (closed; null is unbounded). */
function lineInterval({ base, direction }: Line, domain: Domain): Interval {
  let low: Rational | null = null;
  let high: Rational | null = null;
  base.forEach((b, i) => {
    const d = direction[i] as Rational;
    if (isZero(d)) return;
    const { min, max } = inputRange(domain, i);
    const [from, to] = sign(d) > 0 ? [min, max] : [max, min];
    const start = from && divide(subtract(from, b), d);
    const end = to && divide(subtract(to, b), d);
    if (start && (!low || compare(start, low) > 0)) low = start;
    if (end && (!high || compare(end, high) < 0)) high = end;
  });
  return { low, high, lowIncluded: true, highIncluded: true };
}

interface Stretch {
  readonly min: Rational | null;
  readonly max: Rational | null;
  readonly form: Affine;
}

/** s itself, as a row. */
const THE_INPUT = integerVector([1n, 0n]);

/** The straight stretches of a network of one input, from left to right. */
function stretches(network: Network<Rational>): Stretch[] {
  const found: Stretch[] = [];
  for (const cell of eachCell(network, ALL)) found.push({ ...rangeOn(cell.cone, THE_INPUT), form: formOf(cell) });
  return found.sort((a, b) => (!a.min ? -1 : !b.min ? 1 : compare(a.min, b.min)));
}

/** The most readable witness of a bend along the line, within the domain; null when the network is affine on it. */
export function witnessOnLine(network: Network<Rational>, domain: Domain, line: Line): Witness | null {
  const range = lineInterval(line, domain);
  const parts = stretches(alongLine(network, line));
  let best: { s: Rational; t: Rational; length: number } | null = null;
  for (let i = 0; i + 1 < parts.length; i++) {
    const left = parts[i] as Stretch;
    const right = parts[i + 1] as Stretch;
    const bend = right.min as Rational;
    if (equal(left.form.coef[0] as Rational, right.form.coef[0] as Rational)) continue;
    if ((range.low && compare(bend, range.low) <= 0) || (range.high && compare(bend, range.high) >= 0)) continue;
    const before: Interval = { low: larger(left.min, range.low), high: bend, lowIncluded: true, highIncluded: false };
    const after: Interval = {
      low: bend,
      high: smaller(right.max, range.high),
      lowIncluded: false,
      highIncluded: true,
    };
    for (const s of candidates(before)) {
      for (const t of candidates(after)) {
        const length = textLength([s, t, half(add(s, t))]);
        if (!best || length < best.length) best = { s, t, length };
      }
    }
  }
  return best && witnessOf(network, pointOnLine(line, best.s), pointOnLine(line, best.t));
}

/** The simplest number of the interval, and the two integers nearest to the bend, where they are in it. */
function candidates(interval: Interval): Rational[] {
  const simplest = simplestIn(interval);
  const { low, high, highIncluded } = interval;
  const bend = (highIncluded ? low : high) as Rational;
  const below = rational(floor(bend));
  const near = [subtract(below, ONE), below, add(below, ONE), add(below, add(ONE, ONE))];
  return [simplest, ...near.filter((value) => contains(interval, value) && !equal(value, simplest))];
}

/** The witness of two points, or null when they show no defect. */
function witnessOf(network: Network<Rational>, p: readonly Rational[], q: readonly Rational[]): Witness | null {
  const mid = midpoint(p, q);
  const [fP, fQ, fMid] = [forward(network, p).y, forward(network, q).y, forward(network, mid).y];
  const defect = subtract(fMid, half(add(fP, fQ)));
  return isZero(defect) ? null : { p, q, mid, fP, fQ, fMid, defect };
}

function midpoint(p: readonly Rational[], q: readonly Rational[]): Rational[] {
  return p.map((value, i) => half(add(value, q[i] as Rational)));
}

function half({ n, d }: Rational): Rational {
  return rational(n, 2n * d);
}

function textLength(values: readonly Rational[]): number {
  return values.reduce((sum, value) => sum + toFractionText(value).length, 0);
}

function larger(a: Rational | null, b: Rational | null): Rational | null {
  return a && b ? (compare(a, b) >= 0 ? a : b) : (a ?? b);
}

function smaller(a: Rational | null, b: Rational | null): Rational | null {
  return a && b ? (compare(a, b) <= 0 ? a : b) : (a ?? b);
}
