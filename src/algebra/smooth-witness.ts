/**
 * Witnesses for networks with smooth nodes: two points and their midpoint where the linear law fails, proved by interval
 * arithmetic. A defect that is too small for few bits is asked for again with more.
 */
import type { Network } from '../model/network.ts';
import type { Domain } from './domain.ts';
import { inputRange } from './domain-range.ts';
import { evaluate, knownOf, signOfValue, weightedSum } from './evaluate.ts';
import { ONE, ZERO, add, compare, divide, multiply, rational, subtract, type Rational } from '../number/rational.ts';
import type { Known } from '../number/rounding.ts';
import { simplestIn } from '../number/simplest-rational.ts';
import type { Value } from '../activation/smooth-value.ts';

export interface Pair {
  readonly p: readonly Rational[];
  readonly q: readonly Rational[];
}

/** Two points, the one half way between them, and what is known of the values there. */
export interface KnownWitness {
  readonly p: readonly Rational[];
  readonly q: readonly Rational[];
  readonly mid: readonly Rational[];
  readonly fP: Known;
  readonly fQ: Known;
  readonly fMid: Known;
  /** (fP + fQ) / 2: what a linear model would have in the middle. */
  readonly straight: Known;
}

const HALF = rational(1, 2);

/** f(mid) - (f(p) + f(q)) / 2. */
export function defectOf(network: Network<Rational>, { p, q }: Pair, bits: number): Value {
  const [fP, fQ, fMid] = [p, q, midpoint({ p, q })].map((x) => evaluate(network, x, bits).y) as [Value, Value, Value];
  return weightedSum([ONE, { n: -1n, d: 2n }, { n: -1n, d: 2n }], [fMid, fP, fQ], ZERO, bits);
}

/** Is the defect proved not to be 0, with so many bits? */
export function isWitness(network: Network<Rational>, pair: Pair, bits: number): boolean {
  const known = signOfValue(defectOf(network, pair, bits), bits);
  return known === 1 || known === -1;
}

/** The first of the pairs that is proved to be a witness; all are tried with few bits before any is with many. */
export function findWitness(
  network: Network<Rational>,
  pairs: readonly Pair[],
  bitsToTry: readonly number[],
): Pair | null {
  for (const bits of bitsToTry) {
    const found = pairs.find((pair) => isWitness(network, pair, bits));
    if (found) return found;
  }
  return null;
}

export function knownWitness(network: Network<Rational>, pair: Pair): KnownWitness {
  const mid = midpoint(pair);
  const at = (x: readonly Rational[], bits: number) => evaluate(network, x, bits).y;
  return {
    ...pair,
    mid,
    fP: knownOf((bits) => at(pair.p, bits)),
    fQ: knownOf((bits) => at(pair.q, bits)),
    fMid: knownOf((bits) => at(mid, bits)),
    straight: knownOf((bits) => weightedSum([HALF, HALF], [at(pair.p, bits), at(pair.q, bits)], ZERO, bits)),
  };
}

/** (p + q)/2, exactly. */
export function midpoint({ p, q }: Pair): Rational[] {
  return p.map((value, i) => multiply(HALF, add(value, q[i] as Rational)));
}

/**
 * Pairs of points of the domain, the most readable first: along each input, then across all of them, then at random.
 * No fixed plan can miss everywhere: where a function is smooth and not affine, almost every pair is a witness.
 */
export function readablePairs(domain: Domain, n: number, count: number): Pair[] {
  const coordinates = Array.from({ length: n }, (_, i) => readableValues(domain, i));
  const start = coordinates.map(([first]) => first as Rational);
  const pairs: Pair[] = [];
  // Not symmetric about the start: an odd function has no defect there.
  for (const [from, to] of [
    [0, 1],
    [0, 2],
    [1, 2],
    [0, 3],
    [1, 3],
  ] as const) {
    for (let i = 0; i < n; i++) {
      const values = coordinates[i] as readonly Rational[];
      const along = (k: number) => start.map((value, j) => (j === i ? (values[k] as Rational) : value));
      pairs.push({ p: along(from), q: along(to) });
    }
    if (n > 1) {
      const across = (k: number) => coordinates.map((values) => values[k] as Rational);
      pairs.push({ p: across(from), q: across(to) });
    }
  }
  const random = randomIntegers(pairs.length);
  while (pairs.length < count) {
    const point = () => coordinates.map((values) => values[random() % values.length] as Rational);
    pairs.push({ p: point(), q: point() });
  }
  return pairs.slice(0, count);
}

/** Pairs on the way from x to y, each time half as far: where f is affine around x and f(y) is another function's. */
export function halvingPairs(x: readonly Rational[], y: readonly Rational[], count: number): Pair[] {
  const pairs: Pair[] = [];
  for (let far = y; pairs.length < count; far = midpoint({ p: x, q: far })) pairs.push({ p: x, q: far });
  return pairs;
}

/** Values of input i within the domain, the readable ones first. At least four. */
function readableValues(domain: Domain, i: number): Rational[] {
  const { min, max } = inputRange(domain, i);
  if (!min || !max) {
    const low = min ?? rational(-8);
    return [0, 2, 1, 4, -1, 3, -2, 8, -4, 5, -3, 6, -8, 7].map((k) => rational(k)).filter((v) => compare(v, low) >= 0);
  }
  const eighths = [0, 8, 4, 2, 6, 1, 7, 3, 5].map((k) => add(min, multiply(rational(k, 8), subtract(max, min))));
  // The simplest number near each of them, where the box has one.
  const reach = divide(subtract(max, min), rational(40));
  return eighths.map((value) => {
    const low = subtract(value, reach);
    const high = add(value, reach);
    return simplestIn({
      low: compare(low, min) < 0 ? min : low,
      high: compare(high, max) > 0 ? max : high,
      lowIncluded: true,
      highIncluded: true,
    });
  });
}

/** The same numbers each time (D. H. Lehmer's generator with the multiplier of Park and Miller, 1988). */
function randomIntegers(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state >> 4;
  };
}
