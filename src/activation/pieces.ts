/** Exact activation functions: the straight pieces of each piecewise linear kind, and its value at a rational z. */
import { isSmooth, type Activation, type SmoothKind } from './activation.ts';
import { MINUS_ONE, ONE, ZERO, add, compare, isZero, multiply, rational, type Rational } from '../number/rational.ts';

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

const IDENTITY: Branch = { slope: ONE, intercept: ZERO };
const FLAT: Branch = { slope: ZERO, intercept: ZERO };

/** The pieces of a piecewise linear activation; null for a smooth one. */
export function pieces(activation: Activation<Rational>): PiecewiseLinear | null {
  switch (activation.kind) {
    case 'linear':
      return { kinks: [], branches: [IDENTITY] };
    case 'relu':
      return { kinks: [ZERO], branches: [FLAT, IDENTITY] };
    case 'leakyRelu':
      return { kinks: [ZERO], branches: [{ slope: activation.slope, intercept: ZERO }, IDENTITY] };
    case 'abs':
      return { kinks: [ZERO], branches: [{ slope: MINUS_ONE, intercept: ZERO }, IDENTITY] };
    case 'hardTanh':
      return {
        kinks: [MINUS_ONE, ONE],
        branches: [{ slope: ZERO, intercept: MINUS_ONE }, IDENTITY, { slope: ZERO, intercept: ONE }],
      };
    case 'tanh':
    case 'sigmoid':
    case 'softplus':
    case 'gelu':
    case 'silu':
      return null;
  }
}

/** Which piece z lies on: the number of kinks below z. A z on a kink belongs to the lower piece. */
export function pieceIndex({ kinks }: PiecewiseLinear, z: Rational): number {
  let index = 0;
  for (const kink of kinks) if (compare(z, kink) > 0) index++;
  return index;
}

/** a = f(z), exactly; null for a smooth activation, whose value is not rational in general. */
export function activate(activation: Activation<Rational>, z: Rational): Rational | null {
  const shape = pieces(activation);
  if (!shape) return null;
  const branch = shape.branches[pieceIndex(shape, z)] as Branch;
  return add(multiply(branch.slope, z), branch.intercept);
}

/** f(0) of a smooth activation where it is rational: softplus(0) = ln 2 is not. */
export const SMOOTH_AT_ZERO: Readonly<Record<SmoothKind, Rational | null>> = {
  tanh: ZERO,
  sigmoid: rational(1, 2),
  softplus: null,
  gelu: ZERO,
  silu: ZERO,
};

/** a = f(z), exactly, where it is known to be rational: of a smooth activation at z = 0 only. Else null. */
export function rationalValue(activation: Activation<Rational>, z: Rational): Rational | null {
  if (!isSmooth(activation.kind)) return activate(activation, z);
  return isZero(z) ? SMOOTH_AT_ZERO[activation.kind] : null;
}
