/** The titles in the menu of presets; what to look at is in `preset-captions.ts`. */
import type { PresetId } from '../../state/preset.ts';

export interface PresetWords {
  readonly title: string;
}

export const PRESET_WORDS: Readonly<Record<PresetId, PresetWords>> = {
  'chapter-8': { title: 'The starting network, linear' },
  'chapter-8-relu': { title: 'The starting network, ReLU' },
  'one-neuron': { title: 'A single neuron' },
  'cancelling-pair': { title: 'A pair that cancels' },
  'dead-node': { title: 'A dead node' },
  'absolute-value': { title: 'Absolute value from two ReLUs' },
  xor: { title: 'XOR from two ReLUs' },
  'deep-linear': { title: 'Three linear layers deep' },
};

/** What to look at in the network that the page starts with. */
export const FIRST_LOOK_AT = 'Two hidden nodes, and still one linear model: 21 x_E + 11 x_H + 18 x_G + 11.';
