/** How formulas are read aloud. */
import type { ActivationKind } from '../activation/activation.ts';

export const SPOKEN = {
  output: 'y hat',
  equals: 'equals',
  isAbout: 'is about',
  plus: 'plus',
  minus: 'minus',
  plusMinus: 'plus or minus',
  times: 'times',
  about: 'about',
  power: 'times 10 to the',
  input: (name: string) => `x ${name}`,
  /** The output of a hidden node: `h 2`, or `h 1 2` with its layer. */
  node: (number: string) => `h ${number.replace('.', ' ')}`,
} as const;

/** What is said in front of the terms that stand inside. */
export const SPOKEN_FUNCTION: Readonly<Record<ActivationKind, string>> = {
  linear: 'the quantity',
  relu: 'the larger of 0 and',
  leakyRelu: 'leaky ReLU of',
  abs: 'the absolute value of',
  hardTanh: 'hard tanh of',
  tanh: 'tanh of',
  sigmoid: 'sigmoid of',
  softplus: 'softplus of',
  gelu: 'GELU of',
  silu: 'SiLU of',
};
