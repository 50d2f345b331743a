/** What each activation function does: nobody reads it before opening a menu. */
import type { ActivationKind } from '../activation/activation.ts';

export const ACTIVATION_SENTENCES: Readonly<Record<ActivationKind, string>> = {
  linear: 'Passes the sum on as it is.',
  relu: 'Cuts off what is negative, and passes the rest on as it is.',
  leakyRelu: 'Multiplies what is negative by a small factor α, and passes the rest on as it is.',
  abs: 'Folds the negative half up: −3 leaves as 3.',
  hardTanh: 'Passes values between −1 and 1 on, and stops the others at the nearer end.',
  tanh: 'Bends every value smoothly into the range from −1 to 1.',
  sigmoid: 'Bends every value smoothly into the range from 0 to 1.',
  softplus: 'A ReLU with a rounded corner, everywhere a little above it.',
  gelu: 'Scales z by the chance Φ(z) that a normally distributed number lies below it: a ReLU that dips before it rises.',
  silu: 'Scales z by the sigmoid of itself: a ReLU that dips before it rises.',
};
