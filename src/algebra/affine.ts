/** Affine functions of the inputs, exactly: f(x) = coef . x + intercept. */
import { ZERO, add, dot, equal, isZero, multiply, type Rational } from '../number/rational.ts';

export interface Affine {
  /** One per input. */
  readonly coef: readonly Rational[];
  readonly intercept: Rational;
}

/** The input x_i itself, of n inputs. */
export function coordinate(i: number, n: number): Affine {
  return { coef: Array.from({ length: n }, (_, k): Rational => (k === i ? { n: 1n, d: 1n } : ZERO)), intercept: ZERO };
}

/** The same value everywhere, of n inputs. */
export function constant(value: Rational, n: number): Affine {
  return { coef: Array.from({ length: n }, () => ZERO), intercept: value };
}

/** f + g, of the same inputs. */
export function addAffine(f: Affine, g: Affine): Affine {
  return { coef: f.coef.map((c, i) => add(c, g.coef[i] as Rational)), intercept: add(f.intercept, g.intercept) };
}

/** k f. */
export function scaleAffine(k: Rational, f: Affine): Affine {
  return { coef: f.coef.map((c) => multiply(k, c)), intercept: multiply(k, f.intercept) };
}

/** sum of weights[i] f[i] + bias, of n inputs. */
export function combineAffine(
  weights: readonly Rational[],
  functions: readonly Affine[],
  bias: Rational,
  n: number,
): Affine {
  let total = constant(bias, n);
  weights.forEach((w, i) => {
    if (!isZero(w)) total = addAffine(total, scaleAffine(w, functions[i] as Affine));
  });
  return total;
}

/** f(x); x has one entry per input. */
export function evaluateAffine(f: Affine, x: readonly Rational[]): Rational {
  return add(dot(f.coef, x), f.intercept);
}

/** Equal as functions: equal numbers, since both are in lowest terms. */
export function equalAffine(f: Affine, g: Affine): boolean {
  return equal(f.intercept, g.intercept) && f.coef.every((c, i) => equal(c, g.coef[i] as Rational));
}
