/** The network over doubles: for meshes of smooth functions, thousands of points at a time. */
import { activateNumber } from '../activation/activation.ts';
import { cornersOf } from '../activation/pieces.ts';
import { mapNumbers, type Layer, type Network, type Node } from '../model/network.ts';
import { toNumber, type Rational } from '../number/rational.ts';

export interface Sampler {
  /** The output at a point. */
  readonly value: (x: readonly number[]) => number;
  /** The pattern at a point: pieces as digits, layers apart by `|`; `~` for a smooth node. */
  readonly pattern: (x: readonly number[]) => string;
  /** How far z lies above each kink of each node, always in the same order: on a crease one of them is 0. */
  readonly aboveKinks: (x: readonly number[]) => number[];
}

/** The network at any point, x with one entry per input. Rounded like doubles are: near a kink the pattern may be the neighbour’s. */
export function sampler(network: Network<Rational>): Sampler {
  const { layers } = mapNumbers(network, toNumber);
  /** Of each node; null for a smooth one. */
  const kinks = layers.map((layer) => layer.map(({ activation }) => cornersOf(activation.kind)));
  /** [layer][node] */
  const sums = (x: readonly number[]): number[][] => {
    let signal = x;
    return layers.map((layer) => {
      const z = layer.map((node) => preActivation(node, signal));
      signal = layer.map((node, j) => activateNumber(node.activation, z[j] as number));
      return z;
    });
  };
  return {
    value: (x) => layers.reduce<readonly number[]>(outputs, x)[0] as number,
    pattern: (x) =>
      sums(x)
        .map((z, l) => z.map((value, j) => sideOf(kinks[l]?.[j] ?? null, value)).join(''))
        .join('|'),
    aboveKinks: (x) =>
      sums(x).flatMap((z, l) => z.flatMap((value, j) => (kinks[l]?.[j] ?? []).map((kink) => value - kink))),
  };
}

function sideOf(kinks: readonly number[] | null, z: number): string {
  return kinks ? String(kinks.filter((kink) => z > kink).length) : '~';
}

function outputs(before: readonly number[], layer: Layer<number>): number[] {
  return layer.map((node) => activateNumber(node.activation, preActivation(node, before)));
}

function preActivation({ weights, bias }: Node<number>, before: readonly number[]): number {
  let z = bias;
  for (let i = 0; i < weights.length; i++) z += (weights[i] as number) * (before[i] as number);
  return z;
}
