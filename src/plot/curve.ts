/** The function of one input over an interval: straight pieces with exact kinks, or samples that are dense where it bends. */
import { extent } from 'd3-array';
import type { Network } from '../model/network.ts';
import { evaluateAffine } from '../algebra/affine.ts';
import { enumerateCells, formKey, formOf, patternOf } from '../algebra/cells.ts';
import { toBigIntegers } from '../algebra/integer-vector.ts';
import { compare, rational, toNumber, type Rational } from '../number/rational.ts';
import { LEAST_JUMP, crossing, slopeJump } from './kink.ts';
import type { Sampler } from './sample.ts';
import type { Interval } from './view-window.ts';

/** A stretch on which each node is on one piece. */
export interface Stretch {
  readonly pattern: string;
  /** x and y in turn, model units, from left to right; the first point is the last one of the stretch before. */
  readonly points: readonly (readonly [number, number])[];
}

export interface Kink {
  readonly x: number;
  readonly y: number;
}

export interface Curve {
  readonly stretches: readonly Stretch[];
  /** Where the slope jumps. */
  readonly kinks: readonly Kink[];
}

/** Throws a RangeError when a node is smooth, or when the network has more than one input. */
export function exactCurve(network: Network<Rational>, { min, max }: Interval): Curve {
  if (network.inputs.length !== 1) throw new RangeError(`a curve has 1 input, not ${network.inputs.length}`);
  const { cells } = enumerateCells(network, { kind: 'box', min: [min], max: [max] });
  const stretches = cells
    .map((cell) => {
      const form = formOf(cell);
      const ends = cell.cone.rays
        .map((ray) => {
          const [x = 0n, t = 1n] = toBigIntegers(ray);
          return rational(x, t);
        })
        .toSorted(compare);
      const points = ends.map((x) => [x, evaluateAffine(form, [x])] as const);
      return { pattern: patternOf(cell), key: formKey(cell), points };
    })
    .toSorted((p, q) => compare(p.points[0]?.[0] as Rational, q.points[0]?.[0] as Rational));
  const kinks = stretches.slice(1).flatMap(({ key, points: [start] }, k): Kink[] => {
    if (!start || key === stretches[k]?.key) return [];
    return [{ x: toNumber(start[0]), y: toNumber(start[1]) }];
  });
  return {
    stretches: stretches.map(({ pattern, points }) => ({
      pattern,
      points: points.map(([x, y]) => [toNumber(x), toNumber(y)] as const),
    })),
    kinks,
  };
}

/**
 * Samples, halving an interval while the middle is farther than `tolerance` times the range of heights from the chord;
 * from `START` equal intervals down to 2^-`DEPTH` of one. Where a node's z crosses a kink there is a point of its own.
 */
export function sampledCurve({ value, pattern, aboveKinks }: Sampler, { min, max }: Interval, tolerance = 1e-3): Curve {
  const [from, to] = [toNumber(min), toNumber(max)];
  const at = (k: number) => from + ((to - from) * k) / START;
  const pointAt = (x: number): Point => [x, value([x])];
  const coarse = Array.from({ length: START + 1 }, (_, k) => pointAt(at(k)));
  const [low = 0, high = 0] = extent(coarse, ([, y]) => y);
  const range = high - low;
  const points: Point[] = [coarse[0] as Point];
  const crossings: number[] = [];
  const refine = (p: Point, q: Point, depth: number) => {
    const middle = pointAt((p[0] + q[0]) / 2);
    if (depth > 0 && Math.abs(middle[1] - (p[1] + q[1]) / 2) > tolerance * range) {
      refine(p, middle, depth - 1);
      refine(middle, q, depth - 1);
      return;
    }
    const crossed = crossingsBetween(aboveKinks, p[0], q[0]);
    crossings.push(...crossed);
    points.push(...crossed.filter((x) => x > p[0] && x < q[0]).map(pointAt), q);
  };
  for (let k = 0; k < START; k++) refine(coarse[k] as Point, coarse[k + 1] as Point, DEPTH);
  // At the ends of the interval nothing is seen on the other side.
  const edge = 1e-6 * (to - from);
  const kinks = crossings
    .filter((x) => x > from + edge && x < to - edge)
    .filter((x) => Math.abs(slopeJump((shift) => value([x + shift * (to - from)]))) > LEAST_JUMP * range)
    .map((x): Kink => ({ x, y: value([x]) }));
  return { stretches: byPattern(points, pattern), kinks };
}

type Point = readonly [number, number];

const START = 48;
const DEPTH = 6;

/** From left to right, each once. */
function crossingsBetween(aboveKinks: Sampler['aboveKinks'], p: number, q: number): number[] {
  const [before, after] = [aboveKinks([p]), aboveKinks([q])];
  const found = before.flatMap((value, kink) => {
    if (value > 0 === (after[kink] as number) > 0) return [];
    const share = crossing((t) => aboveKinks([p + t * (q - p)])[kink] as number, value > 0);
    return [p + share * (q - p)];
  });
  return [...new Set(found)].toSorted((a, b) => a - b);
}

function byPattern(points: readonly Point[], patternAt: Sampler['pattern']): Stretch[] {
  const stretches: { pattern: string; points: Point[] }[] = [];
  points.slice(1).forEach((q, k) => {
    const p = points[k] as Point;
    const pattern = patternAt([(p[0] + q[0]) / 2]);
    const last = stretches.at(-1);
    if (last?.pattern === pattern) last.points.push(q);
    else stretches.push({ pattern, points: [p, q] });
  });
  return stretches;
}
