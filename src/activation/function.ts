/**
 * What there is to know of one activation function, but for its words. Each function is a record in a file of its own;
 * `activation.ts` lists them. What follows from the pieces (corners, slopes, exact values) is derived, never written down.
 */
import type { Ball } from '../number/ball.ts';
import type * as Balls from '../number/ball.ts';
import type * as Elementary from '../number/elementary.ts';
import type { Rational } from '../number/rational.ts';
import type * as SmoothParts from './smooth-parts.ts';

/** f(z) = slope z + intercept, on one piece. */
export interface Branch {
  readonly slope: Rational;
  readonly intercept: Rational;
}

/** Branches from left to right; piece p lies between kinks[p - 1] and kinks[p], and owns its right end. */
export interface PiecewiseLinear {
  readonly kinks: readonly Rational[];
  readonly branches: readonly Branch[];
}

/** From min to max; null is unbounded. */
export interface Bounds {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/** The real number exact + rest; `rest` null: it is rational, and known. */
export interface Value {
  readonly exact: Rational;
  readonly rest: Ball | null;
}

/** How the function is written before and after the terms inside, as TeX and as plain text. */
export interface Notation {
  readonly tex: string;
  readonly text: string;
}

export interface FunctionNotation {
  /** `named`: it begins with the name of a function. */
  readonly open: Notation & { readonly named: boolean };
  readonly close: Notation;
}

interface Written {
  /** f(z), without the "f(z) =". */
  readonly tex: string;
}

/** Made of straight pieces. `slope` is the parameter of leaky ReLU; the others don't look at it. */
export interface StraightFunction extends Written {
  readonly shape: 'straight';
  /** The exact pieces. */
  readonly pieces: (slope: Rational) => PiecewiseLinear;
  /** f(z) over doubles. The same as the pieces say, and quicker: pictures ask for it thousands of times. */
  readonly value: (z: number, slope: number) => number;
  /** What the analysis command calls a node that stays on piece p: one name for each piece. */
  readonly statuses: readonly NodeStatus[];
  /** Does f(f(z)) = f(z) hold for every z? */
  readonly isIdempotent: boolean;
  /** How the function is named within a line; null: it bends nowhere. */
  readonly symbol: string | null;
  /** `slope` as plain text. */
  readonly notation: (slope: string) => FunctionNotation;
}

export type NodeStatus = 'linear' | 'inactive' | 'active' | 'negative' | 'positive' | 'low' | 'middle' | 'high';

/** One smooth curve: no kinks, and values that are not rational in general. */
export interface SmoothFunction extends Written {
  readonly shape: 'smooth';
  /** f(z) and f'(z) over doubles, to within a few units in the last place: they are written into `at`. */
  readonly tangent: (z: number, math: SmoothMath, at: Tangent) => void;
  /** f(0) where it is rational, else null. No other value at a rational z is known to be rational. */
  readonly atZero: Rational | null;
  readonly range: SmoothRange;
  /** f(z) for a rational z, with a proven error. */
  readonly exact: (z: Rational, bits: number, tools: ExactTools) => Value;
  /** The start of its series: f'(0) = 2^-halvings, and |f(z) - f(0) - f'(0) z| <= |z|^order for |z| < 1. */
  readonly nearZero: { readonly halvings: number; readonly order: number };
  readonly normalForm: NormalForm;
  readonly notation: FunctionNotation;
}

/** a = f(z) and slope = f'(z). */
export interface Tangent {
  a: number;
  slope: number;
}

/**
 * The functions that smooth ones are made of, over doubles. They are handed in: pictures take the browser's, trainings
 * some with the same last bit in every engine. The share and the density are those of the normal distribution.
 */
export interface SmoothMath {
  /** e^x for x <= 0. */
  readonly expOfNegative: (x: number) => number;
  /** e^x - 1 for x <= 0. */
  readonly expMinusOne: (x: number) => number;
  /** log(1 + u) for 0 <= u <= 1. */
  readonly logOfOnePlus: (u: number) => number;
  readonly normalBelow: (z: number) => number;
  readonly normalDensity: (z: number) => number;
}

/** min <= f(z), and f(z) <= max or f(z) <= max(0, z) + aboveRamp: for every z, and never too narrow. */
export type SmoothRange =
  { readonly min: Rational; readonly max: Rational } | { readonly min: Rational; readonly aboveRamp: Rational };

/** Balls and the functions on them. They are handed in, so that a page without smooth nodes does not load them. */
export type ExactTools = typeof Balls & typeof Elementary & typeof SmoothParts;

/**
 * f(z) = constant + linear z + times * atom(shrink z), where the atom of the family is odd or even. Equal atoms of a
 * network meet and cancel, those of z and -z too. The atom of a family is its own function less `linear` z.
 */
export interface NormalForm {
  /** The name of the function whose atom it is: that of sigmoid is tanh's. */
  readonly family: string;
  readonly parity: 'odd' | 'even';
  readonly constant: Rational;
  readonly linear: Rational;
  readonly times: Rational;
  readonly shrink: Rational;
}

export type ActivationFunction = StraightFunction | SmoothFunction;
