/** The network over doubles: for meshes of smooth functions, thousands of points at a time. */
import { activateNumber } from '../model/activation-number.ts';
import { mapNumbers, type Layer, type Network, type Node } from '../model/network.ts';
import { toNumber, type Rational } from '../algebra/rational.ts';

export interface Sampler {
  /** The output at a point. */
  readonly value: (x: readonly number[]) => number;
  /** The pattern at a point: pieces as digits, layers apart by `|`; `~` for a smooth node. */
  readonly pattern: (x: readonly number[]) => string;
}

/** The network at any point, x with one entry per input. Rounded like doubles are: near a kink the pattern may be the neighbour’s. */
export function sampler(network: Network<Rational>): Sampler {
  const { layers } = mapNumbers(network, toNumber);
  return {
    value: (x) => layers.reduce<readonly number[]>(outputs, x)[0] as number,
    pattern: (x) => {
      let signal = x;
      return layers
        .map((layer) => {
          const before = signal;
          signal = outputs(before, layer);
          return layer.map((node) => side(node, before)).join('');
        })
        .join('|');
    },
  };
}

function outputs(before: readonly number[], layer: Layer<number>): number[] {
  return layer.map((node) => activateNumber(node.activation, preActivation(node, before)));
}

function preActivation({ weights, bias }: Node<number>, before: readonly number[]): number {
  let z = bias;
  for (let i = 0; i < weights.length; i++) z += (weights[i] as number) * (before[i] as number);
  return z;
}

function side(node: Node<number>, before: readonly number[]): string {
  switch (node.activation.kind) {
    case 'linear':
      return '0';
    case 'relu':
    case 'leakyRelu':
    case 'abs':
      return preActivation(node, before) > 0 ? '1' : '0';
    case 'hardTanh': {
      const z = preActivation(node, before);
      return z > 1 ? '2' : z > -1 ? '1' : '0';
    }
    case 'tanh':
    case 'sigmoid':
    case 'softplus':
    case 'gelu':
    case 'silu':
      return '~';
  }
}
