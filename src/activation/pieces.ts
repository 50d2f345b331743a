/** The straight pieces of an activation function, and what follows from them: exact values, corners. */
import { ACTIVATIONS, ACTIVATION_KINDS, type Activation, type ActivationKind } from './activation.ts';
import type { Branch, PiecewiseLinear } from './function.ts';
import { ZERO, add, compare, isZero, multiply, toNumber, type Rational } from '../number/rational.ts';

export type { Branch, PiecewiseLinear } from './function.ts';

/** The pieces of a piecewise linear activation; null for a smooth one. */
export function pieces(activation: Activation<Rational>): PiecewiseLinear | null {
  const f = ACTIVATIONS[activation.kind];
  return f.shape === 'straight' ? f.pieces(activation.kind === 'leakyRelu' ? activation.slope : ZERO) : null;
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

/** a = f(z), exactly, where it is known to be rational: of a smooth activation at z = 0 only. Else null. */
export function rationalValue(activation: Activation<Rational>, z: Rational): Rational | null {
  const f = ACTIVATIONS[activation.kind];
  if (f.shape === 'straight') return activate(activation, z);
  return isZero(z) ? f.atZero : null;
}

/** Where f has a corner, as doubles; null: it is smooth. They don't depend on a slope. */
export function cornersOf(kind: ActivationKind): readonly number[] | null {
  return CORNERS.get(kind) ?? null;
}

const CORNERS: ReadonlyMap<ActivationKind, readonly number[]> = new Map(
  ACTIVATION_KINDS.flatMap((kind) => {
    const f = ACTIVATIONS[kind];
    return f.shape === 'straight' ? [[kind, f.pieces(ZERO).kinks.map(toNumber)] as const] : [];
  }),
);

/** Does f(f(z)) = f(z) hold for every z? */
export function isIdempotent(kind: ActivationKind): boolean {
  const f = ACTIVATIONS[kind];
  return f.shape === 'straight' && f.isIdempotent;
}
