/** An activation function by its kind, with the usual slope where it has one. */
import type { Activation, ActivationKind } from '../activation/activation.ts';
import { rational, type Rational } from '../number/rational.ts';

/** Slope of leaky ReLU where none is given. */
export const DEFAULT_SLOPE: Rational = rational(1, 100);

/** With slope `DEFAULT_SLOPE` for leaky ReLU; the others have no parameter. */
export function defaultActivation(kind: ActivationKind): Activation<Rational> {
  return kind === 'leakyRelu' ? { kind, slope: DEFAULT_SLOPE } : { kind };
}
