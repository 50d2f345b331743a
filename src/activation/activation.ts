/**
 * The activation functions that there are. `z` is the pre-activation (the chapter's *intermediate value*), `a = f(z)` the
 * output. A new one is a file beside this one, an entry here, and its words in `#words/activation-words.ts`.
 */
import { abs } from './abs.ts';
import { BROWSER_MATH } from './browser-math.ts';
import type { ActivationFunction, Tangent } from './function.ts';
import { gelu } from './gelu.ts';
import { hardTanh } from './hard-tanh.ts';
import { leakyRelu } from './leaky-relu.ts';
import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { silu } from './silu.ts';
import { softplus } from './softplus.ts';
import { tanh } from './tanh.ts';

/** In the order in which menus show them. The names are those of the link format and of the analysis command. */
export const ACTIVATIONS = {
  linear,
  relu,
  leakyRelu,
  abs,
  hardTanh,
  tanh,
  sigmoid,
  softplus,
  gelu,
  silu,
} as const satisfies Readonly<Record<string, ActivationFunction>>;

export type ActivationKind = keyof typeof ACTIVATIONS;

export const ACTIVATION_KINDS = Object.keys(ACTIVATIONS) as readonly ActivationKind[];

export type SmoothKind = {
  [K in ActivationKind]: (typeof ACTIVATIONS)[K]['shape'] extends 'smooth' ? K : never;
}[ActivationKind];

/** `slope` is the slope of leaky ReLU for z <= 0 (the usual letter is alpha); the others have no parameter. */
export type Activation<N> =
  { readonly kind: Exclude<ActivationKind, 'leakyRelu'> } | { readonly kind: 'leakyRelu'; readonly slope: N };

/** Is it the name of an activation function? */
export function isActivationKind(text: string): text is ActivationKind {
  return Object.hasOwn(ACTIVATIONS, text);
}

/** Smooth functions have no kinks and no flat pieces: their values are not rational in general. */
export function isSmooth(kind: ActivationKind): kind is SmoothKind {
  return ACTIVATIONS[kind].shape === 'smooth';
}

/** The smooth function whose atom this one is made of (`NormalForm`). */
export function familyOf(kind: SmoothKind): SmoothKind {
  const { family } = ACTIVATIONS[kind].normalForm;
  if (!isActivationKind(family) || !isSmooth(family)) throw new Error(`no smooth function is called ${family}`);
  return family;
}

/** Made of straight pieces. */
export function isPiecewiseLinear(kind: ActivationKind): boolean {
  return ACTIVATIONS[kind].shape === 'straight';
}

/** The same activation function over other numbers. */
export function mapActivation<N, M>(activation: Activation<N>, convert: (value: N) => M): Activation<M> {
  return activation.kind === 'leakyRelu' ? { kind: 'leakyRelu', slope: convert(activation.slope) } : activation;
}

/** a = f(z) over doubles, to within a few units in the last place. */
export function activateNumber(activation: Activation<number>, z: number): number {
  const f: ActivationFunction = ACTIVATIONS[activation.kind];
  if (f.shape === 'straight') return f.value(z, activation.kind === 'leakyRelu' ? activation.slope : 0);
  f.tangent(z, BROWSER_MATH, TANGENT);
  return TANGENT.a;
}

/** The one that is written into: values are asked for thousands of times. */
const TANGENT: Tangent = { a: 0, slope: 0 };
