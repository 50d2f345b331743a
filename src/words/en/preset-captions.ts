/** One sentence for each preset on what to look at. A test computes every number in them. */
import { plural } from './count.ts';
import { forward } from '../../algebra/forward.ts';
import { sign, type Rational } from '../../number/rational.ts';
import { equalDocument, type Document } from '../../state/document.ts';
import { applyEdit } from '../../state/edit.ts';
import { presetDocument, presetOf } from '../../state/preset-document.ts';
import type { PresetId } from '../../state/preset.ts';
import { nodeNumber } from './names.ts';
import { shortNumberText } from './number.ts';
import { FIRST_LOOK_AT } from './presets.ts';

export const LOOK_AT: Readonly<Record<PresetId, string>> = {
  'chapter-8': FIRST_LOOK_AT,
  'chapter-8-relu':
    'At x_E = 1, x_H = 2, x_G = −1.5, ŷ is still 27; at x_G = −3 node 1 is off: ŷ is 10, where the linear model says 0.',
  'one-neuron':
    'At x_E = −12, x_H = 3, x_G = −5.5, the sum is −55, and leaves as 0; raise x_E to 11.5: it is 39, and leaves as 39.',
  'cancelling-pair': 'What node 1 cuts off, node 2 gives back: ReLU, and yet linear, 6 x_E − 3 x_H + 3.',
  'dead-node':
    'For inputs ≥ 0 the sum of node 2 is never above −3: its weight 4 does nothing, and 3 x_E + 6 x_H + 5 is left.',
  'absolute-value': 'One node for each side of 0: −2 gives 2, and 2 gives 2, with one crease between them.',
  xor: 'Only one of A and B gives 1, both or neither gives 0: no linear model can do that.',
  'deep-linear': 'Three hidden layers of two nodes, and they collapse into one linear model: −7 x_E + 35 x_H + 2.',
};

/** Their sentences speak of the inputs that they open with. */
const SPEAKS_OF_INPUTS: ReadonlySet<PresetId> = new Set<PresetId>(['chapter-8-relu', 'one-neuron']);

/** What to look at while the network is a preset; where its sentence speaks of other inputs, what ReLU does here. */
export function captionOf(document: Document): string {
  const id = presetOf(document.network);
  if (id === null) return '';
  const isElsewhere = SPEAKS_OF_INPUTS.has(id) && !equalDocument(document, presetDocument(id));
  return isElsewhere ? hereText(document) : LOOK_AT[id];
}

/** `Here ReLU cuts off node 1: ŷ is 10, where the linear model says 0.` One hidden layer, all of it ReLU. */
export function hereText(document: Document): string {
  const { network, x } = document;
  const { z, y } = forward(network, x);
  const cut = (z[0] ?? []).flatMap((sum, node) => (sign(sum) < 0 ? [nodeNumber(network, { layer: 0, node })] : []));
  if (cut.length === 0) return `Here ReLU cuts nothing off: ŷ is ${text(y)}, as the linear model says.`;
  const linear = applyEdit(document, { kind: 'setAllActivations', activation: { kind: 'linear' } });
  const nodes = `${plural(cut.length, 'node', 'nodes')} ${cut.join(' and ')}`;
  return `Here ReLU cuts off ${nodes}: ŷ is ${text(y)}, where the linear model says ${text(forward(linear.network, x).y)}.`;
}

function text(value: Rational): string {
  return shortNumberText(value, 9);
}
