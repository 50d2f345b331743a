/** A network with some inputs held at a value: the same function of the inputs that are left, exactly. */
import type { Network } from '../model/network.ts';
import { add, isZero, multiply, type Rational } from '../number/rational.ts';

/**
 * The network as a function of the inputs `kept` alone (indices, in the order in which the result has them); every other
 * input i is held at x[i], which moves into the first layer's biases: b + sum of W[j][i] x[i]. All other layers are the
 * same records; where nothing is held, so is the network. `x` has one value per input of the network; those of the kept
 * inputs are not read.
 */
export function sliceNetwork(
  network: Network<Rational>,
  x: readonly Rational[],
  kept: readonly number[],
): Network<Rational> {
  if (kept.length === network.inputs.length && kept.every((input, i) => input === i)) return network;
  const held = network.inputs.map((_, i) => i).filter((i) => !kept.includes(i));
  const [first = [], ...rest] = network.layers;
  const sliced = first.map(({ weights, bias, activation }) => ({
    weights: kept.map((i) => weights[i] as Rational),
    bias: held.reduce((b, i) => {
      const w = weights[i] as Rational;
      return isZero(w) ? b : add(b, multiply(w, x[i] as Rational));
    }, bias),
    activation,
  }));
  return { inputs: kept.map((i) => network.inputs[i] as string), layers: [sliced, ...rest] };
}
