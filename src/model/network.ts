/**
 * The network as plain, readonly data, generic over its numbers: `Network<Rational>` for the exact algebra,
 * `Network<number>` for plots.
 *
 * Textbook letters: layer l computes z = W a + b from the outputs a of the layer before (the inputs x for the first
 * layer), then a = f(z) node by node. `layers[l][j].weights[i]` is W[j][i] of layer l: from unit i to node j.
 * The last layer is the output and has one node; all others are hidden layers. Indices are 0-based everywhere.
 */
import { isPiecewiseLinear, mapActivation, type Activation } from '../activation/activation.ts';

export interface Node<N> {
  /** One per unit of the layer before. */
  readonly weights: readonly N[];
  readonly bias: N;
  readonly activation: Activation<N>;
}

export type Layer<N> = readonly Node<N>[];

export interface Network<N> {
  /** Names, shown as x with the name as its subscript. */
  readonly inputs: readonly string[];
  /** Hidden layers, then the output layer of one node. Never empty. */
  readonly layers: readonly Layer<N>[];
}

export interface NodeAt {
  readonly layer: number;
  readonly node: number;
}

/** Do two addresses name the same node, or are both missing? */
export function sameNode(p: NodeAt | null | undefined, q: NodeAt | null | undefined): boolean {
  return p?.layer === q?.layer && p?.node === q?.node;
}

/** A weight (`input` = index of the unit that it comes from) or a bias (`input` = null) of one node. */
export interface Parameter extends NodeAt {
  readonly input: number | null;
}

export const LIMITS = {
  inputs: { min: 1, max: 6 },
  hiddenLayers: { min: 0, max: 4 },
  nodesPerLayer: { min: 1, max: 8 },
  /** Characters of a name. */
  nameLength: 24,
} as const;

/**
 * What the name of an input is made of, spaces between its words aside: letters and digits of any language, the marks on
 * letters, the joiners of those that need them, and the underscore. For a class of a regular expression with the flag u.
 */
export const NAME_CHARACTERS = '\\p{L}\\p{M}\\p{Nd}_\u200c\u200d';
const WORD = `(?![\\p{M}\u200c\u200d])[${NAME_CHARACTERS}]+`;

/** Words with one space between them, none of them beginning with a mark. No character of it means anything to HTML. */
export const NAME_PATTERN = new RegExp(`^(?=.{1,${LIMITS.nameLength}}$)${WORD}(?: ${WORD})*$`, 'u');

/** All layers but the output. */
export function hiddenLayerCount(network: Network<unknown>): number {
  return network.layers.length - 1;
}

/** How many units feed layer l. */
export function fanIn(network: Network<unknown>, layer: number): number {
  return layer === 0 ? network.inputs.length : layerAt(network, layer - 1).length;
}

/** Layer l. Throws when there is none: addresses are made inside the program, so that would be a bug. */
export function layerAt<N>(network: Network<N>, layer: number): Layer<N> {
  const found = network.layers[layer];
  if (!found) throw new RangeError(`no layer ${layer} of ${network.layers.length}`);
  return found;
}

/** The node at an address. Throws when there is none. */
export function nodeAt<N>(network: Network<N>, at: NodeAt): Node<N> {
  const found = layerAt(network, at.layer)[at.node];
  if (!found) throw new RangeError(`no node ${at.node} in layer ${at.layer}`);
  return found;
}

/** Is this the output node's layer? */
export function isOutputLayer(network: Network<unknown>, layer: number): boolean {
  return layer === network.layers.length - 1;
}

/** Has it pieces only: no smooth node? */
export function isPiecewiseLinearNetwork(network: Network<unknown>): boolean {
  return network.layers.every((layer) => layer.every((node) => isPiecewiseLinear(node.activation.kind)));
}

/** The value of one weight or bias. Throws when there is none at that address. */
export function parameterValue<N>(network: Network<N>, parameter: Parameter): N {
  const node = nodeAt(network, parameter);
  if (parameter.input === null) return node.bias;
  const weight = node.weights[parameter.input];
  if (weight === undefined)
    throw new RangeError(`no weight ${parameter.input} at node ${parameter.layer}.${parameter.node}`);
  return weight;
}

/** Is there a weight or bias at that address? */
export function hasParameter(network: Network<unknown>, { layer, node, input }: Parameter): boolean {
  const found = network.layers[layer]?.[node];
  return found !== undefined && (input === null || input in found.weights);
}

/** A short text that is equal exactly for equal parameters: `0.1.2` is W[1][2] of the first layer, `0.1.b` its bias. */
export function parameterKey({ layer, node, input }: Parameter): string {
  return `${layer}.${node}.${input ?? 'b'}`;
}

/** All weights and biases, layer by layer, node by node, each node's bias last. */
export function parametersOf(network: Network<unknown>): Parameter[] {
  return network.layers.flatMap((nodes, layer) =>
    nodes.flatMap((_, node) => parametersOfNode(network, { layer, node })),
  );
}

/** The weights and the bias of one node, the bias last. */
export function parametersOfNode(network: Network<unknown>, at: NodeAt): Parameter[] {
  const weights = nodeAt(network, at).weights.map((_, input): Parameter => ({ layer: at.layer, node: at.node, input }));
  return [...weights, { layer: at.layer, node: at.node, input: null }];
}

/** The same network over other numbers. */
export function mapNumbers<N, M>(network: Network<N>, convert: (value: N) => M): Network<M> {
  return {
    inputs: network.inputs,
    layers: network.layers.map((layer) =>
      layer.map((node) => ({
        weights: node.weights.map(convert),
        bias: convert(node.bias),
        activation: mapActivation(node.activation, convert),
      })),
    ),
  };
}
