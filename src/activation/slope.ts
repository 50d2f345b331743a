/** How steep an activation function is, and whether it levels off. */
import { ACTIVATIONS, type Activation, type ActivationKind } from './activation.ts';
import type { Branch } from './function.ts';
import { ONE, ZERO, isZero, toNumber } from '../number/rational.ts';

/** f'(z) over doubles; on a kink the slope of the piece on its left. */
export function slopeNumber(activation: Activation<number>, z: number): number {
  const f = ACTIVATIONS[activation.kind];
  if (f.shape === 'smooth') return f.derivative(z);
  const { kinks, branches } = f.pieces(ZERO);
  const index = kinks.filter((kink) => z > toNumber(kink)).length;
  if (activation.kind === 'leakyRelu' && index === 0) return activation.slope;
  return toNumber((branches[index] as Branch).slope);
}

/** Does it stay within bounds, whatever z is? */
export function isBounded(kind: ActivationKind): boolean {
  const f = ACTIVATIONS[kind];
  if (f.shape === 'smooth') return 'max' in f.range;
  // A slope that is no special case.
  const { branches } = f.pieces(ONE);
  return [branches[0], branches.at(-1)].every((branch) => branch !== undefined && isZero(branch.slope));
}
