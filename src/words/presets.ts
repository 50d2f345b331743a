/** The menu of presets: a title, and one sentence on what to look at. A test computes every number in them. */
import { forward } from '../algebra/forward.ts';
import { sign, type Rational } from '../number/rational.ts';
import { equalDocument, type Document } from '../state/document.ts';
import { applyEdit } from '../state/edit.ts';
import { presetDocument, presetOf } from '../state/preset-document.ts';
import type { PresetId } from '../state/preset.ts';
import { nodeNumber } from './names.ts';
import { shortNumberText } from './number.ts';

export interface PresetWords {
  readonly title: string;
  readonly lookAt: string;
}

export const PRESET_WORDS: Readonly<Record<PresetId, PresetWords>> = {
  'chapter-8': {
    title: 'The starting network, linear',
    lookAt: 'Two hidden nodes, and still one linear model: 21 x_E + 11 x_H + 18 x_G + 11.',
  },
  'chapter-8-relu': {
    title: 'The starting network, ReLU',
    lookAt:
      'At E 1, H 2, G −1.5 ReLU cuts nothing off, and y is still 27; at G\u00a0−3 node 1 is off: y is 10, where the linear model says 0.',
  },
  'one-neuron': {
    title: 'A single neuron',
    lookAt:
      'At E −12, H 3, G −5.5 the sum is −55, which ReLU lets out as 0; raise E to 11.5, and the sum is 39, which passes unchanged.',
  },
  'cancelling-pair': {
    title: 'A pair that cancels',
    lookAt:
      'Node 2 is node 1 turned round, and what one of them cuts off the other gives back: ReLU, and yet linear, 6 x_E − 3 x_H + 3.',
  },
  'dead-node': {
    title: 'A dead node',
    lookAt:
      'For inputs ≥ 0 the sum of node 2 is never above −3: there it is always off, its weight 4 does nothing, and 3 x_E + 6 x_H + 5 is left.',
  },
  'absolute-value': {
    title: 'Absolute value from two ReLUs',
    lookAt: 'One node for each side of 0: −2 gives 2, and 2 gives 2, with one crease between them.',
  },
  xor: {
    title: 'XOR from two ReLUs',
    lookAt: 'Only one of A and B gives 1, both or neither gives 0: no linear model can do that.',
  },
  'deep-linear': {
    title: 'Three linear layers deep',
    lookAt: 'Three hidden layers of two nodes, and they collapse into one linear model: −7 x_E + 35 x_H + 2.',
  },
};

/** Their sentences speak of the inputs that they open with. */
const SPEAKS_OF_INPUTS: ReadonlySet<PresetId> = new Set<PresetId>(['chapter-8-relu', 'one-neuron']);

/** What to look at while the network is a preset; where its sentence speaks of other inputs, what ReLU does here. */
export function captionOf(document: Document): string {
  const id = presetOf(document.network);
  if (id === null) return '';
  const isElsewhere = SPEAKS_OF_INPUTS.has(id) && !equalDocument(document, presetDocument(id));
  return isElsewhere ? hereText(document) : PRESET_WORDS[id].lookAt;
}

/** `Here ReLU cuts off node 1: y is 10, where the linear model says 0.` One hidden layer, all of it ReLU. */
export function hereText(document: Document): string {
  const { network, x } = document;
  const { z, y } = forward(network, x);
  const cut = (z[0] ?? []).flatMap((sum, node) => (sign(sum) < 0 ? [nodeNumber(network, { layer: 0, node })] : []));
  if (cut.length === 0) return `Here ReLU cuts nothing off: y is ${text(y)}, as the linear model says.`;
  const linear = applyEdit(document, { kind: 'setAllActivations', activation: { kind: 'linear' } });
  const nodes = `${cut.length === 1 ? 'node' : 'nodes'} ${cut.join(' and ')}`;
  return `Here ReLU cuts off ${nodes}: y is ${text(y)}, where the linear model says ${text(forward(linear.network, x).y)}.`;
}

function text(value: Rational): string {
  return shortNumberText(value, 9);
}
