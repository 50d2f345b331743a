/**
 * The activation functions as a textbook writes them, apart from the code: piecewise linear ones in the numbers of another
 * library, smooth ones in doubles.
 */
import Fraction from 'fraction.js';
import type { ActivationKind } from '../src/activation/activation.ts';

export interface StraightTextbook {
  /** Where it has corners. */
  readonly kinks: readonly number[];
  readonly exact: (z: Fraction, slope: Fraction) => Fraction;
}

export interface SmoothTextbook {
  readonly kinks: null;
  readonly inDoubles: (z: number) => number;
  /** Are its digits right where it is tiny, too? */
  readonly isPrecise: boolean;
}

const zero = new Fraction(0);
const one = new Fraction(1);

export const TEXTBOOK: Readonly<Record<ActivationKind, StraightTextbook | SmoothTextbook>> = {
  linear: { kinks: [], exact: (z) => z },
  relu: { kinks: [0], exact: (z) => (z.compare(0) > 0 ? z : zero) },
  leakyRelu: { kinks: [0], exact: (z, slope) => (z.compare(0) > 0 ? z : z.mul(slope)) },
  abs: { kinks: [0], exact: (z) => z.abs() },
  hardTanh: { kinks: [-1, 1], exact: (z) => (z.compare(1) > 0 ? one : z.compare(-1) < 0 ? one.neg() : z) },
  tanh: { kinks: null, inDoubles: Math.tanh, isPrecise: true },
  sigmoid: { kinks: null, inDoubles: (z) => 1 / (1 + Math.exp(-z)), isPrecise: true },
  softplus: {
    kinks: null,
    inDoubles: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
    isPrecise: true,
  },
  gelu: { kinks: null, inDoubles: (z) => z * (0.5 + betweenZeroAnd(z)), isPrecise: false },
  silu: { kinks: null, inDoubles: (z) => z / (1 + Math.exp(-z)), isPrecise: true },
};

/** The share of the normal distribution between 0 and z, by Simpson's rule. */
function betweenZeroAnd(z: number): number {
  const steps = 2000;
  const h = Math.max(-9, Math.min(9, z)) / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const weight = k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((k * h) ** 2) / 2);
  }
  return (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

/** f(z) in doubles. */
export function textbookNumber(kind: ActivationKind, z: number, slope = 0): number {
  const f = TEXTBOOK[kind];
  return f.kinks ? f.exact(exactFraction(z), exactFraction(slope)).valueOf() : f.inDoubles(z);
}

/** A double as it is: the library's own way looks for a fraction near it. */
function exactFraction(z: number): Fraction {
  let [numerator, denominator] = [z, 1n];
  while (!Number.isInteger(numerator)) [numerator, denominator] = [2 * numerator, 2n * denominator];
  return new Fraction(BigInt(numerator), denominator);
}

/** Which piece z lies on; a kink belongs to the piece below. */
export function textbookPiece(kind: ActivationKind, z: Fraction): number {
  return (TEXTBOOK[kind].kinks ?? []).filter((kink) => z.compare(kink) > 0).length;
}
