/** By which factors k a function can be scaled: f(kz) = k f(z) for every z. */
import { ACTIVATIONS, type ActivationKind } from './activation.ts';
import type { ActivationFunction, Branch, PiecewiseLinear, SmoothFunction } from './function.ts';
import { ONE, ZERO, add, equal, isZero } from '../number/rational.ts';

/** All but 0, those above 0, 1 and -1, or 1 alone. */
export type Factors = 'all' | 'positive' | 'signs' | 'one';

export function factorsOf(kind: ActivationKind): Factors {
  const f: ActivationFunction = ACTIVATIONS[kind];
  if (f.shape === 'smooth') return isOddCurve(f) ? 'signs' : 'one';
  // A slope that is no special case.
  const pieces = f.pieces(add(ONE, ONE));
  if (pieces.kinks.every(isZero) && pieces.branches.every(({ intercept }) => isZero(intercept))) {
    return isOdd(pieces) ? 'all' : 'positive';
  }
  return isOdd(pieces) ? 'signs' : 'one';
}

/** f(-z) = -f(z). */
function isOdd({ kinks, branches }: PiecewiseLinear): boolean {
  return (
    kinks.every((kink, i) => isZero(add(kink, kinks.at(-1 - i) ?? ZERO))) &&
    branches.every(({ slope, intercept }, i) => {
      const mirrored = branches.at(-1 - i) as Branch;
      return equal(slope, mirrored.slope) && isZero(add(intercept, mirrored.intercept));
    })
  );
}

function isOddCurve({ normalForm: { parity, constant } }: SmoothFunction): boolean {
  return parity === 'odd' && isZero(constant);
}
