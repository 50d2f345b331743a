/**
 * Vectors of integers, exact at any size: machine integers (doubles below 2^53) while they are exact, big integers when
 * they would not be. Each operation bounds its result before it computes: if the sum of the magnitudes of all terms
 * comes out below 2^53 in floating point, every term and every partial sum was exact, because rounding is monotone (a
 * sum that truly reaches 2^53 is never rounded below it).
 */
import { gcd, type Rational } from '../number/rational.ts';

export interface IntegerVector {
  /** The entries as exact doubles, or null when one of them is too large. */
  readonly small: readonly number[] | null;
  /** The entries, kept only when `small` is null. */
  readonly big: readonly bigint[] | null;
  /** The largest magnitude of `small`; Infinity when that is null. */
  readonly max: number;
  /** The sum of magnitudes of `small`; Infinity when that is null, and possibly rounded when it reaches 2^53. */
  readonly total: number;
}

let exactBelow = 2 ** 53;

/** Runs `task` with machine integers allowed only below `limit` (0: big integers everywhere). For tests of the switch. */
export function withMachineIntegersBelow<T>(limit: number, task: () => T): T {
  const before = exactBelow;
  exactBelow = Math.min(limit, 2 ** 53);
  try {
    return task();
  } finally {
    exactBelow = before;
  }
}

function ofNumbers(small: readonly number[]): IntegerVector {
  let max = 0;
  let total = 0;
  for (let i = 0; i < small.length; i++) {
    const magnitude = Math.abs(small[i] as number);
    if (magnitude > max) max = magnitude;
    total += magnitude;
  }
  return { small, big: null, max, total };
}

/** The vector with these entries. */
export function integerVector(entries: readonly bigint[]): IntegerVector {
  const limit = BigInt(exactBelow);
  for (const entry of entries) if (entry >= limit || entry <= -limit) return ofBig(entries);
  return ofNumbers(entries.map(Number));
}

function ofBig(entries: readonly bigint[]): IntegerVector {
  return { small: null, big: entries, max: Infinity, total: Infinity };
}

/** The entries. */
export function toBigIntegers(v: IntegerVector): readonly bigint[] {
  return v.big ?? (v.small as readonly number[]).map(BigInt);
}

/** The entries as text, separated by spaces: equal texts are equal vectors. */
export function integerText(v: IntegerVector): string {
  return (v.small ?? (v.big as readonly bigint[])).join(' ');
}

/** u . v, when it is below 2^53 in magnitude; else Infinity with its sign, and `bigDot` has the value. */
export function dot(u: IntegerVector, v: IntegerVector): number {
  if (u.total * v.max < exactBelow) {
    const a = u.small as readonly number[];
    const b = v.small as readonly number[];
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
    return sum;
  }
  const exact = bigDot(u, v);
  const limit = BigInt(exactBelow);
  if (exact < limit && exact > -limit) return Number(exact);
  return exact === 0n ? 0 : exact > 0n ? Infinity : -Infinity;
}

/** u . v */
export function bigDot(u: IntegerVector, v: IntegerVector): bigint {
  const a = toBigIntegers(u);
  const b = toBigIntegers(v);
  let sum = 0n;
  for (let i = 0; i < a.length; i++) sum += (a[i] as bigint) * (b[i] as bigint);
  return sum;
}

/** -v */
export function negateVector(v: IntegerVector): IntegerVector {
  if (v.big) return ofBig(v.big.map((entry) => -entry));
  return { ...v, small: (v.small as readonly number[]).map((entry) => 0 - entry) };
}

/**
 * The point where h = 0 on the way from p to q, as a ray: the coprime multiple of |h(q)| p + |h(p)| q. `hp` and `hq` are
 * h(p) and h(q) as `dot` gives them, of opposite signs.
 */
export function crossing(h: IntegerVector, p: IntegerVector, hp: number, q: IntegerVector, hq: number): IntegerVector {
  let alpha = Math.abs(hq);
  let beta = Math.abs(hp);
  if (alpha < Infinity && beta < Infinity) {
    const common = gcdNumber(alpha, beta);
    alpha /= common;
    beta /= common;
    if (alpha * p.max + beta * q.max < exactBelow) {
      return coprimeNumbers(combineNumbers(alpha, p.small as readonly number[], beta, q.small as readonly number[]));
    }
  }
  return coprimeBig(combineBig(magnitude(bigDot(h, q)), toBigIntegers(p), magnitude(bigDot(h, p)), toBigIntegers(q)));
}

/**
 * v moved along `direction` into h = 0, as a ray: the coprime multiple of |h(d)| v - sign(h(d)) h(v) d. `hv`, `hd` are
 * h(v) and h(d) as `dot` gives them; hd is not 0.
 */
export function slideInto(
  h: IntegerVector,
  v: IntegerVector,
  hv: number,
  direction: IntegerVector,
  hd: number,
): IntegerVector {
  if (hv === 0) return v;
  if (Math.abs(hv) < Infinity && Math.abs(hd) < Infinity) {
    const common = gcdNumber(Math.abs(hv), Math.abs(hd));
    const alpha = Math.abs(hd) / common;
    const beta = (hd > 0 ? -hv : hv) / common;
    if (alpha * v.max + Math.abs(beta) * direction.max < exactBelow) {
      return coprimeNumbers(
        combineNumbers(alpha, v.small as readonly number[], beta, direction.small as readonly number[]),
      );
    }
  }
  const exact = bigDot(h, v);
  return coprimeBig(
    combineBig(magnitude(bigDot(h, direction)), toBigIntegers(v), hd > 0 ? -exact : exact, toBigIntegers(direction)),
  );
}

/** The sum of weights[i] vectors[i]; `size` is the length of the vectors. */
export function combine(weights: IntegerVector, vectors: readonly IntegerVector[], size: number): IntegerVector {
  if (weights.small) {
    let bound = 0;
    for (let i = 0; i < vectors.length; i++) {
      const weight = weights.small[i] as number;
      // 0 * Infinity is NaN, and a term with weight 0 adds nothing.
      if (weight !== 0) bound += Math.abs(weight) * (vectors[i] as IntegerVector).max;
    }
    if (bound < exactBelow) {
      const sum: number[] = [];
      for (let k = 0; k < size; k++) sum.push(0);
      for (let i = 0; i < vectors.length; i++) {
        const weight = weights.small[i] as number;
        if (weight === 0) continue;
        const entries = (vectors[i] as IntegerVector).small as readonly number[];
        for (let k = 0; k < size; k++) sum[k] = (sum[k] as number) + weight * (entries[k] as number);
      }
      return ofNumbers(sum);
    }
  }
  const exactWeights = toBigIntegers(weights);
  const sum: bigint[] = Array.from({ length: size }, () => 0n);
  vectors.forEach((vector, i) => {
    const weight = exactWeights[i] as bigint;
    if (weight === 0n) return;
    toBigIntegers(vector).forEach((entry, k) => (sum[k] = (sum[k] as bigint) + weight * entry));
  });
  return integerVector(sum);
}

/** v divided by the greatest common divisor of its entries; the zero vector stays. */
export function coprime(v: IntegerVector): IntegerVector {
  return v.big ? coprimeBig(v.big) : coprimeNumbers(v.small as readonly number[]);
}

/** The coprime integer multiple, by a positive factor, of a rational vector; the zero vector stays. */
export function coprimeOf(values: readonly Rational[]): IntegerVector {
  return coprime(integerVector(scaleToIntegers(values).integers));
}

/** The least positive integer that makes all values whole, and the values times it. */
export function scaleToIntegers(values: readonly Rational[]): { readonly integers: bigint[]; readonly scale: bigint } {
  let scale = 1n;
  for (const { d } of values) scale = lcm(scale, d);
  return { integers: values.map(({ n, d }) => n * (scale / d)), scale };
}

/** Least common multiple of two positive integers. */
export function lcm(a: bigint, b: bigint): bigint {
  return a === b || b === 1n ? a : (a / gcd(a, b)) * b;
}

/** Is every entry but the last one 0? */
export function isConstantRow(v: IntegerVector): boolean {
  if (v.big) return v.big.every((entry, i) => entry === 0n || i === (v.big as readonly bigint[]).length - 1);
  const small = v.small as readonly number[];
  for (let i = 0; i < small.length - 1; i++) if (small[i] !== 0) return false;
  return true;
}

function combineNumbers(alpha: number, p: readonly number[], beta: number, q: readonly number[]): number[] {
  const sum: number[] = [];
  for (let i = 0; i < p.length; i++) sum.push(alpha * (p[i] as number) + beta * (q[i] as number));
  return sum;
}

function combineBig(alpha: bigint, p: readonly bigint[], beta: bigint, q: readonly bigint[]): bigint[] {
  return p.map((entry, i) => alpha * entry + beta * (q[i] as bigint));
}

function coprimeNumbers(entries: readonly number[]): IntegerVector {
  let common = 0;
  for (let i = 0; i < entries.length && common !== 1; i++) {
    const entry = Math.abs(entries[i] as number);
    if (entry !== 0) common = common === 0 ? entry : gcdNumber(common, entry);
  }
  return ofNumbers(common <= 1 ? entries : entries.map((entry) => entry / common));
}

function coprimeBig(entries: readonly bigint[]): IntegerVector {
  let common = 0n;
  for (const entry of entries) if (entry !== 0n && common !== 1n) common = gcd(common, magnitude(entry));
  return integerVector(common <= 1n ? entries : entries.map((entry) => entry / common));
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** Greatest common divisor of two machine integers >= 0. */
function gcdNumber(a: number, b: number): number {
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
