/**
 * The start of a training. A node with n units before it has weights spread evenly over [-r, r), r = sqrt(6 / n) in hidden
 * layers (He 2015: signals keep their size through ReLU) and sqrt(3 / n) at the output. Biases of hidden nodes are
 * spread like their weights, so that the creases of ReLU nodes do not all start in one point; the output's is 0.
 *
 * Layer by layer and node by node, the weights, then the bias, are each (2 u - 1) r with one draw of u. The activation
 * takes no part: a linear network and a ReLU network of one seed start with the same numbers.
 */
import type { Activation } from '../activation/activation.ts';
import type { Layer, Network } from '../model/network.ts';
import { nextUnit, type Generator } from './generator.ts';

/** A network with these inputs and hidden layers, and the output node without a bend. */
export function initialNetwork(
  inputs: readonly string[],
  hidden: readonly number[],
  activation: Activation<number>,
  generator: Generator,
): Network<number> {
  const draw = (range: number): number => (2 * nextUnit(generator) - 1) * range;
  const layers = [...hidden, 1].map((nodes, l): Layer<number> => {
    const fanIn = l === 0 ? inputs.length : (hidden[l - 1] as number);
    const isOutput = l === hidden.length;
    const range = Math.sqrt((isOutput ? 3 : 6) / fanIn);
    return Array.from({ length: nodes }, () => {
      const weights = Array.from({ length: fanIn }, () => draw(range));
      return isOutput
        ? { weights, bias: 0, activation: { kind: 'linear' } }
        : { weights, bias: draw(range), activation };
    });
  });
  return { inputs, layers };
}

/** The same shape with given numbers: those of each node in turn, its weights, then its bias. There are as many as it takes. */
export function withNumbers(network: Network<number>, numbers: readonly number[]): Network<number> {
  let next = 0;
  const take = (): number => numbers[next++] as number;
  return {
    inputs: network.inputs,
    layers: network.layers.map((layer) =>
      layer.map(({ weights, activation }) => ({ weights: weights.map(take), bias: take(), activation })),
    ),
  };
}

/** The numbers of a network in that order. */
export function numbersOf<N>({ layers }: Network<N>): N[] {
  return layers.flatMap((layer) => layer.flatMap(({ weights, bias }) => [...weights, bias]));
}
