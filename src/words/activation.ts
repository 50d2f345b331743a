/** The activation functions in words and formulas. */
import type { Activation, ActivationKind } from '../activation/activation.ts';
import type { Rational } from '../number/rational.ts';
import { numberText } from './number.ts';

export interface ActivationWords {
  readonly name: string;
  /** f(z) as plain text, without the "f(z) =". */
  readonly formula: string;
  /** The same as TeX. */
  readonly tex: string;
  /** What it does. */
  readonly sentence: string;
}

export const ACTIVATION_WORDS: Readonly<Record<ActivationKind, ActivationWords>> = {
  linear: {
    name: 'Linear',
    formula: 'z',
    tex: 'z',
    sentence: 'Passes the sum on as it is.',
  },
  relu: {
    name: 'ReLU',
    formula: 'max(0, z)',
    tex: '\\max(0,\\; z)',
    sentence: 'Cuts off what is negative, and passes the rest on as it is.',
  },
  leakyRelu: {
    name: 'Leaky ReLU',
    formula: 'z, or αz below 0',
    tex: '\\begin{cases} z & z > 0 \\\\ \\alpha z & z \\le 0 \\end{cases}',
    sentence: 'Multiplies what is negative by a small factor α, and passes the rest on as it is.',
  },
  abs: {
    name: 'Absolute value',
    formula: '|z|',
    tex: '\\lvert z \\rvert',
    sentence: 'Folds the negative half up: −3 leaves as 3.',
  },
  hardTanh: {
    name: 'Hard tanh',
    formula: 'max(−1, min(1, z))',
    tex: '\\max(-1,\\; \\min(1,\\; z))',
    sentence: 'Passes values between −1 and 1 on, and stops the others at the nearer end.',
  },
  tanh: {
    name: 'Tanh',
    formula: 'tanh z',
    tex: '\\tanh z',
    sentence: 'Bends every value smoothly into the range from −1 to 1.',
  },
  sigmoid: {
    name: 'Sigmoid',
    formula: '1 / (1 + e⁻ᶻ)',
    tex: '\\dfrac{1}{1 + e^{-z}}',
    sentence: 'Bends every value smoothly into the range from 0 to 1.',
  },
  softplus: {
    name: 'Softplus',
    formula: 'ln(1 + eᶻ)',
    tex: '\\ln(1 + e^{z})',
    sentence: 'A ReLU with a rounded corner, everywhere a little above it.',
  },
  gelu: {
    name: 'GELU',
    formula: 'z Φ(z)',
    tex: 'z\\,\\Phi(z)',
    sentence:
      'Scales z by the chance Φ(z) that a normally distributed number lies below it: a ReLU that dips before it rises.',
  },
  silu: {
    name: 'SiLU',
    formula: 'z / (1 + e⁻ᶻ)',
    tex: '\\dfrac{z}{1 + e^{-z}}',
    sentence: 'Scales z by the sigmoid of itself: a ReLU that dips before it rises.',
  },
};

/** The formula with the slope in it, where the function has one: `z, or 0.01z below 0`. */
export function activationFormula(activation: Activation<Rational>): string {
  const { formula } = ACTIVATION_WORDS[activation.kind];
  return activation.kind === 'leakyRelu' ? formula.replace('α', numberText(activation.slope)) : formula;
}
