/** How steep an activation function is, and whether it levels off. */
import { ACTIVATIONS, type Activation, type ActivationKind } from './activation.ts';
import { BROWSER_MATH } from './browser-math.ts';
import type { ActivationFunction } from './function.ts';
import { cornersOf } from './pieces.ts';
import { ONE, ZERO, isZero, toNumber } from '../number/rational.ts';

/** f'(z) over doubles; on a kink the slope of the piece on its left. */
export function slopeNumber(activation: Activation<number>, z: number): number {
  const f: ActivationFunction = ACTIVATIONS[activation.kind];
  if (f.shape === 'smooth') {
    const at = { a: 0, slope: 0 };
    f.tangent(z, BROWSER_MATH, at);
    return at.slope;
  }
  const piece = cornersOf(activation.kind)?.filter((corner) => z > corner).length ?? 0;
  return slopesOf(activation)?.[piece] as number;
}

/** The slopes of its pieces over doubles, from left to right; null: it is smooth. */
export function slopesOf(activation: Activation<number>): readonly number[] | null {
  const f: ActivationFunction = ACTIVATIONS[activation.kind];
  if (f.shape === 'smooth') return null;
  const slopes = f.pieces(ZERO).branches.map(({ slope }) => toNumber(slope));
  return activation.kind === 'leakyRelu' ? [activation.slope, ...slopes.slice(1)] : slopes;
}

/** The greatest size of a slope of its pieces; null: it is smooth. */
export function steepest(activation: Activation<number>): number | null {
  const slopes = slopesOf(activation);
  return slopes && Math.max(...slopes.map(Math.abs));
}

/** Does it stay within bounds, whatever z is? */
export function isBounded(kind: ActivationKind): boolean {
  const f = ACTIVATIONS[kind];
  if (f.shape === 'smooth') return 'max' in f.range;
  // A slope that is no special case.
  const { branches } = f.pieces(ONE);
  return [branches[0], branches.at(-1)].every((branch) => branch !== undefined && isZero(branch.slope));
}
