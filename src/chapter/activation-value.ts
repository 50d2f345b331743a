/** a = f(z) for one activation function and one z: exact where it can be. */
import type { Activation } from '../activation/activation.ts';
import { ONE, ZERO, type Rational } from '../number/rational.ts';
import type { Value } from '../algebra/shown-values.ts';
import { nodeValue } from '../facts/values.ts';

/** The output of a node that passes its one input through the function. */
export function activationValue(activation: Activation<Rational>, z: Rational): Value {
  const network = { inputs: ['z'], layers: [[{ weights: [ONE], bias: ZERO, activation }]] };
  return nodeValue({ network, x: [z] }, { layer: 0, node: 0 }).a;
}
