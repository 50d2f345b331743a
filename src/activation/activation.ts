/**
 * Activation functions, as data. `z` is the pre-activation (the chapter's *intermediate value*), `a = f(z)` the output.
 * Which ones exist, and how each bends; the exact values live in `algebra`, the words in `words`.
 */

/** In the order in which menus show them. The names are those of the link format and of the analysis command. */
export const ACTIVATION_KINDS = [
  'linear',
  'relu',
  'leakyRelu',
  'abs',
  'hardTanh',
  'tanh',
  'sigmoid',
  'softplus',
  'gelu',
  'silu',
] as const;

export type ActivationKind = (typeof ACTIVATION_KINDS)[number];

/** `slope` is the slope of leaky ReLU for z <= 0 (the usual letter is alpha); the others have no parameter. */
export type Activation<N> =
  { readonly kind: Exclude<ActivationKind, 'leakyRelu'> } | { readonly kind: 'leakyRelu'; readonly slope: N };

const MADE_OF = {
  linear: 'straight pieces',
  relu: 'straight pieces',
  leakyRelu: 'straight pieces',
  abs: 'straight pieces',
  hardTanh: 'straight pieces',
  tanh: 'one smooth curve',
  sigmoid: 'one smooth curve',
  softplus: 'one smooth curve',
  gelu: 'one smooth curve',
  silu: 'one smooth curve',
} as const satisfies Record<ActivationKind, 'straight pieces' | 'one smooth curve'>;

export type SmoothKind = {
  [K in ActivationKind]: (typeof MADE_OF)[K] extends 'one smooth curve' ? K : never;
}[ActivationKind];

/** Smooth functions have no kinks and no flat pieces: their values are not rational in general. */
export function isSmooth(kind: ActivationKind): kind is SmoothKind {
  return MADE_OF[kind] === 'one smooth curve';
}

/** Made of straight pieces: linear, ReLU, leaky ReLU, absolute value, hard tanh. */
export function isPiecewiseLinear(kind: ActivationKind): boolean {
  return !isSmooth(kind);
}

/** The same activation function over other numbers. */
export function mapActivation<N, M>(activation: Activation<N>, convert: (value: N) => M): Activation<M> {
  return activation.kind === 'leakyRelu' ? { kind: 'leakyRelu', slope: convert(activation.slope) } : activation;
}
