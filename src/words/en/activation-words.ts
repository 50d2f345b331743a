/**
 * The words of the activation functions: an entry for each. What more there is to say of one comes later
 * (`activation-lessons.ts`).
 */
import type { Activation, ActivationKind } from '../../activation/activation.ts';
import type { Rational } from '../../number/rational.ts';
import { numberText } from './number.ts';

export interface ActivationWords {
  readonly name: string;
  /** f(z) as plain text, without the "f(z) =". */
  readonly formula: string;
  /** What is said in front of the terms that stand inside. */
  readonly spoken: string;
  /** What each of its pieces is called; the hidden node's number comes before it. Null: it has no corner. */
  readonly sides: readonly string[] | null;
}

export const ACTIVATION_WORDS: Readonly<Record<ActivationKind, ActivationWords>> = {
  linear: {
    name: 'Linear',
    formula: 'z',
    spoken: 'the quantity',
    sides: null,
  },
  relu: {
    name: 'ReLU',
    formula: 'max(0, z)',
    spoken: 'the larger of 0 and',
    sides: ['off', 'on'],
  },
  leakyRelu: {
    name: 'Leaky ReLU',
    formula: 'z, or αz below 0',
    spoken: 'leaky ReLU of',
    sides: ['leaking', 'on'],
  },
  abs: {
    name: 'Absolute value',
    formula: '|z|',
    spoken: 'the absolute value of',
    sides: ['negative', 'positive'],
  },
  hardTanh: {
    name: 'Hard tanh',
    formula: 'max(−1, min(1, z))',
    spoken: 'hard tanh of',
    sides: ['low', 'middle', 'high'],
  },
  tanh: {
    name: 'Tanh',
    formula: 'tanh z',
    spoken: 'tanh of',
    sides: null,
  },
  sigmoid: {
    name: 'Sigmoid',
    formula: '1 / (1 + e⁻ᶻ)',
    spoken: 'sigmoid of',
    sides: null,
  },
  softplus: {
    name: 'Softplus',
    formula: 'ln(1 + eᶻ)',
    spoken: 'softplus of',
    sides: null,
  },
  gelu: {
    name: 'GELU',
    formula: 'z Φ(z)',
    spoken: 'GELU of',
    sides: null,
  },
  silu: {
    name: 'SiLU',
    formula: 'z / (1 + e⁻ᶻ)',
    spoken: 'SiLU of',
    sides: null,
  },
};

/** `f(z) = max(0, z)` */
export function definitionText(kind: ActivationKind): string {
  return `f(z) = ${ACTIVATION_WORDS[kind].formula}`;
}

/** The formula with the slope in it, where the function has one: `z, or 0.01z below 0`. */
export function activationFormula(activation: Activation<Rational>): string {
  const { formula } = ACTIVATION_WORDS[activation.kind];
  return activation.kind === 'leakyRelu' ? formula.replace('α', numberText(activation.slope)) : formula;
}
