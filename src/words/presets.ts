/** The menu of presets: a title, and one sentence on what to look at. A test computes every number in them. */
import type { PresetId } from '../state/preset.ts';

export interface PresetWords {
  readonly title: string;
  readonly lookAt: string;
}

export const PRESET_WORDS: Readonly<Record<PresetId, PresetWords>> = {
  'chapter-8': {
    title: 'The chapter’s network, linear',
    lookAt: 'Two hidden nodes, and still one linear model: 21 x_E + 11 x_H + 18 x_G + 11.',
  },
  'chapter-8-relu': {
    title: 'The chapter’s network, ReLU',
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
