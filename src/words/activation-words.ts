/** All the words of the activation functions: an entry for each. */
import type { Activation, ActivationKind } from '../activation/activation.ts';
import type { Rational } from '../number/rational.ts';
import { numberText } from './number.ts';

export interface ActivationWords {
  readonly name: string;
  /** f(z) as plain text, without the "f(z) =". */
  readonly formula: string;
  /** What it does. */
  readonly sentence: string;
  /** What is said in front of the terms that stand inside. */
  readonly spoken: string;
  /** What each of its pieces is called; the hidden node's number comes before it. Null: it has no corner. */
  readonly sides: readonly string[] | null;
  /** Where it bends, for a sentence that begins with "Bends:". */
  readonly bends: string;
  /** By which k all that goes into a node can be multiplied, and what leaves it divided, whatever its weights are. */
  readonly factors: string;
}

const ONE_FACTOR = 'The curve of this function has a scale of its own: it allows k = 1 only.';
const TWO_FACTORS =
  'The curve of this function has a scale of its own, and looks the same turned round: it allows k = 1 and k = −1 only.';

export const ACTIVATION_WORDS: Readonly<Record<ActivationKind, ActivationWords>> = {
  linear: {
    name: 'Linear',
    formula: 'z',
    sentence: 'Passes the sum on as it is.',
    spoken: 'the quantity',
    sides: null,
    bends: 'nowhere. It is one straight line.',
    factors: 'A linear node allows every k but 0.',
  },
  relu: {
    name: 'ReLU',
    formula: 'max(0, z)',
    sentence: 'Cuts off what is negative, and passes the rest on as it is.',
    spoken: 'the larger of 0 and',
    sides: ['off', 'on'],
    bends: 'at 0, in a corner.',
    factors:
      'A ReLU node allows every k above 0: max(0, kz) is k times max(0, z). A negative k turns the node round: it is on where it was off.',
  },
  leakyRelu: {
    name: 'Leaky ReLU',
    formula: 'z, or αz below 0',
    sentence: 'Multiplies what is negative by a small factor α, and passes the rest on as it is.',
    spoken: 'leaky ReLU of',
    sides: ['leaking', 'on'],
    bends: 'at 0, in a corner that is a little blunter than that of ReLU.',
    factors:
      'A leaky ReLU node allows every k above 0: each side keeps its slope. A negative k lets the two sides change places.',
  },
  abs: {
    name: 'Absolute value',
    formula: '|z|',
    sentence: 'Folds the negative half up: −3 leaves as 3.',
    spoken: 'the absolute value of',
    sides: ['negative', 'positive'],
    bends: 'at 0, in the sharpest corner of all here.',
    factors:
      'A node with the absolute value allows every k above 0: |kz| is k times |z|. A negative k turns the sign of what it sends on.',
  },
  hardTanh: {
    name: 'Hard tanh',
    formula: 'max(−1, min(1, z))',
    sentence: 'Passes values between −1 and 1 on, and stops the others at the nearer end.',
    spoken: 'hard tanh of',
    sides: ['low', 'middle', 'high'],
    bends: 'at −1 and at 1, in two corners.',
    factors: TWO_FACTORS,
  },
  tanh: {
    name: 'Tanh',
    formula: 'tanh z',
    sentence: 'Bends every value smoothly into the range from −1 to 1.',
    spoken: 'tanh of',
    sides: null,
    bends: 'smoothly, upwards below 0 and downwards above it, most of all on the way to −1 and to 1.',
    factors: TWO_FACTORS,
  },
  sigmoid: {
    name: 'Sigmoid',
    formula: '1 / (1 + e⁻ᶻ)',
    sentence: 'Bends every value smoothly into the range from 0 to 1.',
    spoken: 'sigmoid of',
    sides: null,
    bends: 'smoothly, upwards below 0 and downwards above it, most of all on the way to 0 and to 1.',
    factors: ONE_FACTOR,
  },
  softplus: {
    name: 'Softplus',
    formula: 'ln(1 + eᶻ)',
    sentence: 'A ReLU with a rounded corner, everywhere a little above it.',
    spoken: 'softplus of',
    sides: null,
    bends: 'everywhere, smoothly, most of all at 0.',
    factors: ONE_FACTOR,
  },
  gelu: {
    name: 'GELU',
    formula: 'z Φ(z)',
    sentence:
      'Scales z by the chance Φ(z) that a normally distributed number lies below it: a ReLU that dips before it rises.',
    spoken: 'GELU of',
    sides: null,
    bends: 'smoothly, upwards around 0, and a little downwards farther out.',
    factors: ONE_FACTOR,
  },
  silu: {
    name: 'SiLU',
    formula: 'z / (1 + e⁻ᶻ)',
    sentence: 'Scales z by the sigmoid of itself: a ReLU that dips before it rises.',
    spoken: 'SiLU of',
    sides: null,
    bends: 'smoothly, upwards around 0, and a little downwards farther out.',
    factors: ONE_FACTOR,
  },
};

/** The formula with the slope in it, where the function has one: `z, or 0.01z below 0`. */
export function activationFormula(activation: Activation<Rational>): string {
  const { formula } = ACTIVATION_WORDS[activation.kind];
  return activation.kind === 'leakyRelu' ? formula.replace('α', numberText(activation.slope)) : formula;
}
