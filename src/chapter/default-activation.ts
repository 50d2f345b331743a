/** An activation function by its kind, with the usual slope where it has one. */
import type { Activation, ActivationKind } from '../model/activation.ts';
import type { Rational } from '../algebra/rational.ts';
import { DEFAULT_SLOPE } from '../state/codec.ts';

export function defaultActivation(kind: ActivationKind): Activation<Rational> {
  return kind === 'leakyRelu' ? { kind, slope: DEFAULT_SLOPE } : { kind };
}
