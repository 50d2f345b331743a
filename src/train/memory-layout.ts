/**
 * Where everything of a network in training stands in its one flat memory. The parameters come first, layer by layer: its
 * weights row by row, then its biases. As many slopes follow in the same order, then, for a group of samples, what each
 * layer works with.
 */
import type { Activation } from '../activation/activation.ts';
import type { Network } from '../model/network.ts';

/** Nodes of one layer, next to each other, with the same activation. */
export interface ActivationRun {
  readonly activation: Activation<number>;
  readonly first: number;
  readonly count: number;
}

export interface LayerLayout {
  readonly unitsIn: number;
  readonly unitsOut: number;
  readonly runs: readonly ActivationRun[];
  /** Offsets into the memory. */
  readonly weights: number;
  readonly biases: number;
  readonly weightSlopes: number;
  readonly biasSlopes: number;
  /** What comes in; the layer's z, then a; its f'(z), then the slope of the loss by its z. */
  readonly from: number;
  readonly to: number;
  readonly errors: number;
}

export interface Layout {
  readonly inputs: number;
  readonly layers: readonly LayerLayout[];
  readonly parameters: number;
  /** Offset of the given outputs y. */
  readonly targets: number;
  readonly size: number;
}

/** For groups of at most `group` samples. */
export function layoutOf(network: Network<number>, group: number): Layout {
  const widths = [network.inputs.length, ...network.layers.map((layer) => layer.length)];
  const parameters = network.layers.reduce((sum, layer, l) => sum + layer.length * ((widths[l] as number) + 1), 0);
  let next = 2 * parameters;
  const take = (count: number): number => {
    next += count;
    return next - count;
  };
  let from = take(network.inputs.length * group);
  let weights = 0;
  const layers = network.layers.map((layer, l): LayerLayout => {
    const unitsIn = widths[l] as number;
    const unitsOut = layer.length;
    const biases = weights + unitsIn * unitsOut;
    const laid: LayerLayout = {
      unitsIn,
      unitsOut,
      runs: runsOf(layer.map(({ activation }) => activation)),
      weights,
      biases,
      weightSlopes: parameters + weights,
      biasSlopes: parameters + biases,
      from,
      to: take(unitsOut * group),
      errors: take(unitsOut * group),
    };
    weights = biases + unitsOut;
    from = laid.to;
    return laid;
  });
  return { inputs: network.inputs.length, layers, parameters, targets: take(group), size: next };
}

function runsOf(activations: readonly Activation<number>[]): ActivationRun[] {
  const runs: { activation: Activation<number>; first: number; count: number }[] = [];
  activations.forEach((activation, j) => {
    const last = runs.at(-1);
    if (last && isSame(last.activation, activation)) last.count++;
    else runs.push({ activation, first: j, count: 1 });
  });
  return runs;
}

function isSame(f: Activation<number>, g: Activation<number>): boolean {
  return f.kind === 'leakyRelu' && g.kind === 'leakyRelu' ? f.slope === g.slope : f.kind === g.kind;
}

/** The network's numbers in the order of the memory. */
export function parameterList(network: Network<number>): number[] {
  return network.layers.flatMap((layer) => [
    ...layer.flatMap(({ weights }) => weights),
    ...layer.map(({ bias }) => bias),
  ]);
}

/** The same network with the numbers of the memory. */
export function withParameters(network: Network<number>, { layers }: Layout, m: ArrayLike<number>): Network<number> {
  return {
    inputs: network.inputs,
    layers: network.layers.map((layer, l) => {
      const { unitsIn, weights, biases } = layers[l] as LayerLayout;
      return layer.map(({ activation }, j) => ({
        weights: Array.from({ length: unitsIn }, (_, i) => m[weights + j * unitsIn + i] as number),
        bias: m[biases + j] as number,
        activation,
      }));
    }),
  };
}
