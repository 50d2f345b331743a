/** Where a network is asked about: all inputs, inputs >= 0, or a closed box. */
import type { Rational } from '../number/rational.ts';

export type Domain =
  | { readonly kind: 'all' }
  | { readonly kind: 'nonnegative' }
  /** One entry per input, min < max in each. */
  | { readonly kind: 'box'; readonly min: readonly Rational[]; readonly max: readonly Rational[] };

export const ALL: Domain = { kind: 'all' };
export const NONNEGATIVE: Domain = { kind: 'nonnegative' };
