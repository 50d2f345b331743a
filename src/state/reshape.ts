/**
 * Changes of a network, each a pure function of it. What an edit does not touch keeps its identity, and a change that
 * changes nothing gives the same record back.
 */
import type { Activation } from '../activation/activation.ts';
import { isIdempotent } from '../activation/pieces.ts';
import {
  hiddenLayerCount,
  isOutputLayer,
  layerAt,
  nodeAt,
  type Layer,
  type Network,
  type Node,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import { ONE, ZERO, equal, type Rational } from '../number/rational.ts';
import { equalActivation, equalNode } from './document.ts';

/** The network with another value for one weight or bias; the same record when it has that value. */
export function setParameter(
  network: Network<Rational>,
  { layer, node, input }: Parameter,
  value: Rational,
): Network<Rational> {
  return replaceNode(network, { layer, node }, (old) => {
    if (input === null) return equal(old.bias, value) ? old : { ...old, bias: value };
    if (equal(old.weights[input] as Rational, value)) return old;
    return { ...old, weights: old.weights.map((w, i) => (i === input ? value : w)) };
  });
}

export function setLayer(network: Network<Rational>, layer: number, nodes: Layer<Rational>): Network<Rational> {
  return nodes.reduce(
    (changed, node, j) => replaceNode(changed, { layer, node: j }, (old) => (equalNode(old, node) ? old : node)),
    network,
  );
}

export function setActivation(
  network: Network<Rational>,
  at: NodeAt,
  activation: Activation<Rational>,
): Network<Rational> {
  return replaceNode(network, at, (node) => withActivation(node, activation));
}

export function setAllActivations(network: Network<Rational>, activation: Activation<Rational>): Network<Rational> {
  let changed = false;
  const layers = network.layers.map((layer, l) => {
    if (isOutputLayer(network, l)) return layer;
    const next = layer.map((node) => withActivation(node, activation));
    if (next.every((node, j) => node === layer[j])) return layer;
    changed = true;
    return next;
  });
  return changed ? { ...network, layers } : network;
}

function withActivation(node: Node<Rational>, activation: Activation<Rational>): Node<Rational> {
  return equalActivation(node.activation, activation) ? node : { ...node, activation };
}

export function renameInput(network: Network<Rational>, input: number, name: string): Network<Rational> {
  if (network.inputs[input] === name) return network;
  return { ...network, inputs: network.inputs.map((old, i) => (i === input ? name : old)) };
}

/** The new input comes last, with weight 0 on all its edges. */
export function addInput(network: Network<Rational>): Network<Rational> {
  return {
    inputs: [...network.inputs, freshName(network.inputs)],
    layers: replaceLayer(network.layers, 0, (layer) =>
      layer.map((node) => ({ ...node, weights: [...node.weights, ZERO] })),
    ),
  };
}

/** The first of A, B, C, ... that is not in use. */
function freshName(names: readonly string[]): string {
  for (let code = 65; ; code++) {
    const name = String.fromCharCode(code);
    if (!names.includes(name)) return name;
  }
}

export function removeInput(network: Network<Rational>, input: number): Network<Rational> {
  return {
    inputs: without(network.inputs, input),
    layers: replaceLayer(network.layers, 0, (layer) => dropColumn(layer, input)),
  };
}

/** New nodes copy their neighbour's activation; weight 1 from each unit, and 0 on to the next layer. */
export function addNode(network: Network<Rational>, layer: number): Network<Rational> {
  const neighbours = layerAt(network, layer);
  const model = neighbours.at(-1) as Node<Rational>;
  const added: Node<Rational> = { weights: model.weights.map(() => ONE), bias: ZERO, activation: model.activation };
  const wider = replaceLayer(network.layers, layer, (nodes) => [...nodes, added]);
  const layers = replaceLayer(wider, layer + 1, (nodes) => nodes.map((n) => ({ ...n, weights: [...n.weights, ZERO] })));
  return { ...network, layers };
}

export function removeNode(network: Network<Rational>, at: NodeAt): Network<Rational> {
  const shorter = replaceLayer(network.layers, at.layer, (layer) => without(layer, at.node));
  return { ...network, layers: replaceLayer(shorter, at.layer + 1, (layer) => dropColumn(layer, at.node)) };
}

/**
 * The new layer hands on what it gets: node i takes 1 times unit i. It copies the activation of the unit where that
 * changes nothing the second time, f(f(z)) = f(z), and is linear otherwise: the function stays as it is.
 */
export function addLayer(network: Network<Rational>): Network<Rational> {
  const hidden = hiddenLayerCount(network);
  const before: Layer<Rational> | null = hidden === 0 ? null : layerAt(network, hidden - 1);
  const width = before?.length ?? network.inputs.length;
  const added = Array.from({ length: width }, (_, j): Node<Rational> => {
    const activation = before?.[j]?.activation ?? LINEAR;
    return {
      weights: Array.from({ length: width }, (_unit, i) => (i === j ? ONE : ZERO)),
      bias: ZERO,
      activation: isIdempotent(activation.kind) ? activation : LINEAR,
    };
  });
  return { ...network, layers: [...network.layers.slice(0, hidden), added, ...network.layers.slice(hidden)] };
}

const LINEAR: Activation<Rational> = { kind: 'linear' };

/** The next layer listens to the layer before the removed one: weights that have a partner stay, the others are 0. */
export function removeLayer(network: Network<Rational>, layer: number): Network<Rational> {
  const width = layer === 0 ? network.inputs.length : layerAt(network, layer - 1).length;
  const layers = replaceLayer(network.layers, layer + 1, (nodes) =>
    nodes.map((node) =>
      node.weights.length === width
        ? node
        : { ...node, weights: Array.from({ length: width }, (_, i) => node.weights[i] ?? ZERO) },
    ),
  );
  return { ...network, layers: without(layers, layer) };
}

function dropColumn(layer: Layer<Rational>, unit: number): Layer<Rational> {
  return layer.map((node) => ({ ...node, weights: without(node.weights, unit) }));
}

function replaceLayer(
  layers: readonly Layer<Rational>[],
  at: number,
  change: (layer: Layer<Rational>) => Layer<Rational>,
): readonly Layer<Rational>[] {
  return layers.map((layer, l) => (l === at ? change(layer) : layer));
}

function replaceNode(
  network: Network<Rational>,
  at: NodeAt,
  change: (node: Node<Rational>) => Node<Rational>,
): Network<Rational> {
  const old = nodeAt(network, at);
  const next = change(old);
  if (next === old) return network;
  return {
    ...network,
    layers: replaceLayer(network.layers, at.layer, (layer) => layer.map((node, j) => (j === at.node ? next : node))),
  };
}

export function without<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, i) => i !== index);
}
