/**
 * Every change that a reader can make, as data, applied by one pure function. Chip, slider, number in the equation,
 * preset and test all speak this language.
 *
 * What is added never moves the function: a new input or node has weight 0 on the edges that lead on from it, a new
 * layer hands on what it gets. Records that an edit does not touch keep their identity, so that views which read them are not
 * drawn again.
 */
import type { Activation } from '../activation/activation.ts';
import {
  LIMITS,
  NAME_PATTERN,
  hasParameter,
  hiddenLayerCount,
  layerAt,
  type Layer,
  type Network,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import { ONE, equal, type Rational } from '../number/rational.ts';
import { withinDigits } from '../number/typed-number.ts';
import { USUAL_RANGE, equalDocument, equalRange, rangesOf, withRanges, type Document, type Range } from './document.ts';
import { areWithinLimits, hasShortSlope, isShortRange, isWithinLimits } from './document-limits.ts';
import {
  addInput,
  addLayer,
  addNode,
  removeInput,
  removeLayer,
  removeNode,
  renameInput,
  setActivation,
  setAllActivations,
  setLayer,
  setParameter,
  without,
} from './reshape.ts';

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
      return withNetwork(document, setActivation(network, edit.at, edit.activation));
    case 'setAllActivations':
      return withNetwork(document, setAllActivations(network, edit.activation));
    case 'renameInput':
      return withNetwork(document, renameInput(network, edit.input, edit.name));
    case 'addInput':
      return withRanges({ network: addInput(network), x: [...x, ONE] }, [...rangesOf(document), USUAL_RANGE]);
    case 'removeInput':
      return withRanges(
        { network: removeInput(network, edit.input), x: without(x, edit.input) },
        without(rangesOf(document), edit.input),
      );
    case 'addNode':
      return withNetwork(document, addNode(network, edit.layer));
    case 'removeNode':
      return withNetwork(document, removeNode(network, edit.at));
    case 'addLayer':
      return withNetwork(document, addLayer(network));
    case 'removeLayer':
      return withNetwork(document, removeLayer(network, edit.layer));
    case 'load':
      // A challenge is taken up even where its network is there already.
      return edit.from.kind !== 'challenge' && equalDocument(edit.document, document) ? document : edit.document;
  }
}

function withNetwork(document: Document, network: Network<Rational>): Document {
  return network === document.network ? document : { ...document, network };
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
