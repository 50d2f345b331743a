/**
 * Every change that a reader can make, as data, applied by one pure function. Chip, slider, number in the equation,
 * preset and test all speak this language.
 *
 * What is added never moves the function: a new input or node has weight 0 on the edges that lead on from it, a new
 * layer hands on what it gets. Records that an edit does not touch keep their
 * identity, so views that read them do not redraw.
 */
import type { Activation } from '../activation/activation.ts';
import { isIdempotent } from '../activation/pieces.ts';
import {
  LIMITS,
  NAME_PATTERN,
  fanIn,
  hasParameter,
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
import { withinDigits } from '../number/typed-number.ts';
import {
  USUAL_RANGE,
  equalActivation,
  equalDocument,
  equalNode,
  equalRange,
  isRange,
  rangesOf,
  withRanges,
  type Document,
  type Range,
} from './document.ts';

export type Edit =
  | { readonly kind: 'setParameter'; readonly parameter: Parameter; readonly value: Rational }
  | { readonly kind: 'setInputValue'; readonly input: number; readonly value: Rational }
  | { readonly kind: 'setInputValues'; readonly values: readonly Rational[] }
  /** The chosen range of one input. */
  | { readonly kind: 'setRange'; readonly input: number; readonly range: Range }
  | { readonly kind: 'setActivation'; readonly at: NodeAt; readonly activation: Activation<Rational> }
  | { readonly kind: 'setAllActivations'; readonly activation: Activation<Rational> }
  /** All weights, biases and activations of a layer at once; its shape stays. */
  | { readonly kind: 'setLayer'; readonly layer: number; readonly nodes: Layer<Rational> }
  | { readonly kind: 'renameInput'; readonly input: number; readonly name: string }
  | { readonly kind: 'addInput' }
  | { readonly kind: 'removeInput'; readonly input: number }
  | { readonly kind: 'addNode'; readonly layer: number }
  | { readonly kind: 'removeNode'; readonly at: NodeAt }
  /** The new hidden layer stands after the last one. */
  | { readonly kind: 'addLayer' }
  | { readonly kind: 'removeLayer'; readonly layer: number }
  | { readonly kind: 'load'; readonly document: Document; readonly from: LoadSource };

/** Who opens it: a link that arrived, a figure of the article, a challenge, Reset, or the simplifier. */
export type LoadSource =
  | { readonly kind: 'preset'; readonly id: string }
  | { readonly kind: 'link' | 'figure' | 'challenge' | 'reset' | 'adopt' };

/** The document after the edit; the same record when the edit changes nothing or is not allowed (see `canApply`). */
export function applyEdit(document: Document, edit: Edit): Document {
  if (!canApply(document.network, edit)) return document;
  const { network, x } = document;
  switch (edit.kind) {
    case 'setParameter':
      return withNetwork(document, setParameter(network, edit.parameter, edit.value));
    case 'setInputValue':
      if (equal(x[edit.input] as Rational, edit.value)) return document;
      return { ...document, x: x.map((value, i) => (i === edit.input ? edit.value : value)) };
    case 'setInputValues':
      if (edit.values.every((value, i) => equal(value, x[i] as Rational))) return document;
      return { ...document, x: edit.values };
    case 'setRange': {
      const ranges = rangesOf(document);
      if (equalRange(ranges[edit.input] as Range, edit.range)) return document;
      return withRanges(
        document,
        ranges.map((range, i) => (i === edit.input ? edit.range : range)),
      );
    }
    case 'setLayer':
      return withNetwork(document, setLayer(network, edit.layer, edit.nodes));
    case 'setActivation':
      return withNetwork(
        document,
        replaceNode(network, edit.at, (node) => withActivation(node, edit.activation)),
      );
    case 'setAllActivations':
      return withNetwork(document, setAllActivations(network, edit.activation));
    case 'renameInput':
      if (network.inputs[edit.input] === edit.name) return document;
      return withNetwork(document, {
        ...network,
        inputs: network.inputs.map((n, i) => (i === edit.input ? edit.name : n)),
      });
    case 'addInput': {
      const wider = {
        inputs: [...network.inputs, freshName(network.inputs)],
        layers: replaceLayer(network.layers, 0, (layer) =>
          layer.map((node) => ({ ...node, weights: [...node.weights, ZERO] })),
        ),
      };
      return withRanges({ network: wider, x: [...x, ONE] }, [...rangesOf(document), USUAL_RANGE]);
    }
    case 'removeInput': {
      const narrower = {
        inputs: without(network.inputs, edit.input),
        layers: replaceLayer(network.layers, 0, (layer) => dropColumn(layer, edit.input)),
      };
      return withRanges({ network: narrower, x: without(x, edit.input) }, without(rangesOf(document), edit.input));
    }
    case 'addNode':
      return withNetwork(document, addNode(network, edit.layer));
    case 'removeNode': {
      const shorter = replaceLayer(network.layers, edit.at.layer, (layer) => without(layer, edit.at.node));
      const layers = replaceLayer(shorter, edit.at.layer + 1, (layer) => dropColumn(layer, edit.at.node));
      return withNetwork(document, { ...network, layers });
    }
    case 'addLayer':
      return withNetwork(document, addLayer(network));
    case 'removeLayer':
      return withNetwork(document, removeLayer(network, edit.layer));
    case 'load':
      // A challenge is taken up even where its network is there already.
      return edit.from.kind !== 'challenge' && equalDocument(edit.document, document) ? document : edit.document;
  }
}

/**
 * Does the edit speak of something that is there, and does it keep the network within `LIMITS` and every number within
 * the digits that can be typed, or read from a link?
 */
export function canApply(network: Network<Rational>, edit: Edit): boolean {
  const hidden = hiddenLayerCount(network);
  const isHidden = (layer: number) => layer >= 0 && layer < hidden;
  switch (edit.kind) {
    case 'setParameter':
      return hasParameter(network, edit.parameter) && withinDigits(edit.value);
    case 'setInputValue':
      return edit.input in network.inputs && withinDigits(edit.value);
    case 'setInputValues':
      return edit.values.length === network.inputs.length && edit.values.every(withinDigits);
    case 'setRange':
      return edit.input in network.inputs && isShortRange(edit.range);
    case 'setActivation':
      return hasNode(network, edit.at) && hasShortSlope(edit.activation);
    case 'setAllActivations':
      return hasShortSlope(edit.activation);
    case 'setLayer':
      return (
        network.layers[edit.layer]?.length === edit.nodes.length && areWithinLimits(network, edit.layer, edit.nodes)
      );
    case 'renameInput':
      return (
        edit.input in network.inputs &&
        NAME_PATTERN.test(edit.name) &&
        !network.inputs.some((name, i) => i !== edit.input && name === edit.name)
      );
    case 'addInput':
      return network.inputs.length < LIMITS.inputs.max;
    case 'removeInput':
      return edit.input in network.inputs && network.inputs.length > LIMITS.inputs.min;
    case 'addNode':
      return isHidden(edit.layer) && layerAt(network, edit.layer).length < LIMITS.nodesPerLayer.max;
    case 'removeNode':
      return (
        isHidden(edit.at.layer) &&
        hasNode(network, edit.at) &&
        layerAt(network, edit.at.layer).length > LIMITS.nodesPerLayer.min
      );
    case 'addLayer':
      return hidden < LIMITS.hiddenLayers.max;
    case 'removeLayer':
      return isHidden(edit.layer);
    case 'load':
      return isWithinLimits(edit.document);
  }
}

function hasNode(network: Network<Rational>, { layer, node }: NodeAt): boolean {
  return network.layers[layer]?.[node] !== undefined;
}

function isShortRange(range: Range): boolean {
  return isRange(range) && withinDigits(range.min) && withinDigits(range.max);
}

/** What every document keeps to: names, sizes, one weight per unit before, one input value and one range per input, digits. */
export function isWithinLimits({ network, x, ranges = [] }: Document): boolean {
  const { inputs, layers } = network;
  const hidden = hiddenLayerCount(network);
  return (
    isBetween(inputs.length, LIMITS.inputs) &&
    inputs.every((name, i) => NAME_PATTERN.test(name) && inputs.indexOf(name) === i) &&
    isBetween(hidden, LIMITS.hiddenLayers) &&
    layers.every(
      (layer, l) =>
        isBetween(layer.length, isOutputLayer(network, l) ? ONE_NODE : LIMITS.nodesPerLayer) &&
        areWithinLimits(network, l, layer),
    ) &&
    x.length === inputs.length &&
    x.every(withinDigits) &&
    (ranges.length === 0 || ranges.length === inputs.length) &&
    ranges.every(isShortRange)
  );
}

function areWithinLimits(network: Network<Rational>, layer: number, nodes: Layer<Rational>): boolean {
  return nodes.every(
    ({ weights, bias, activation }) =>
      weights.length === fanIn(network, layer) &&
      weights.every(withinDigits) &&
      withinDigits(bias) &&
      hasShortSlope(activation),
  );
}

const ONE_NODE = { min: 1, max: 1 };

function isBetween(count: number, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return count >= min && count <= max;
}

function hasShortSlope(activation: Activation<Rational>): boolean {
  return activation.kind !== 'leakyRelu' || withinDigits(activation.slope);
}

function withNetwork(document: Document, network: Network<Rational>): Document {
  return network === document.network ? document : { ...document, network };
}

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

function setLayer(network: Network<Rational>, layer: number, nodes: Layer<Rational>): Network<Rational> {
  return nodes.reduce(
    (changed, node, j) => replaceNode(changed, { layer, node: j }, (old) => (equalNode(old, node) ? old : node)),
    network,
  );
}

function setAllActivations(network: Network<Rational>, activation: Activation<Rational>): Network<Rational> {
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

/** New nodes copy their neighbour's activation; weight 1 from each unit, and 0 on to the next layer. */
function addNode(network: Network<Rational>, layer: number): Network<Rational> {
  const neighbours = layerAt(network, layer);
  const model = neighbours.at(-1) as Node<Rational>;
  const added: Node<Rational> = { weights: model.weights.map(() => ONE), bias: ZERO, activation: model.activation };
  const wider = replaceLayer(network.layers, layer, (nodes) => [...nodes, added]);
  const layers = replaceLayer(wider, layer + 1, (nodes) => nodes.map((n) => ({ ...n, weights: [...n.weights, ZERO] })));
  return { ...network, layers };
}

/**
 * The new layer hands on what it gets: node i takes 1 times unit i. It copies the activation of the unit where that
 * changes nothing the second time, f(f(z)) = f(z), and is linear otherwise: the function stays as it is.
 */
function addLayer(network: Network<Rational>): Network<Rational> {
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
function removeLayer(network: Network<Rational>, layer: number): Network<Rational> {
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

function without<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, i) => i !== index);
}

/** The first of A, B, C, ... that is not in use. */
function freshName(names: readonly string[]): string {
  for (let code = 65; ; code++) {
    const name = String.fromCharCode(code);
    if (!names.includes(name)) return name;
  }
}
