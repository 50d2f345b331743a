/** What the article says of the activation functions: an entry for each. */
import type { ActivationKind } from '../../activation/activation.ts';

export interface ActivationLesson {
  /** Where it bends, for a sentence that begins with "Bends:". */
  readonly bends: string;
  /** By which k all that goes into a node can be multiplied, and what leaves it divided, whatever its weights are. */
  readonly factors: string;
}

const ONE_FACTOR = 'This curve has a scale of its own: it allows k = 1 only.';
const TWO_FACTORS =
  'This curve has a scale of its own, and looks the same turned round: it allows k = 1 and k = −1 only.';

export const ACTIVATION_LESSON: Readonly<Record<ActivationKind, ActivationLesson>> = {
  linear: {
    bends: 'nowhere. It is one straight line.',
    factors: 'A linear node allows every k but 0.',
  },
  relu: {
    bends: 'at 0, in a corner.',
    factors:
      'A ReLU node allows every k above 0: max(0, kz) is k times max(0, z). A negative k turns the node round: it would be on where it was off.',
  },
  leakyRelu: {
    bends: 'at 0, in a corner a little blunter than ReLU’s.',
    factors:
      'A leaky ReLU node allows every k above 0: each side keeps its slope. A negative k would swap the two sides.',
  },
  abs: {
    bends: 'at 0, in the sharpest corner of them all.',
    factors:
      'A node with the absolute value allows every k above 0: |kz| is k times |z|. A negative k would flip the sign of what it sends on.',
  },
  hardTanh: {
    bends: 'at −1 and at 1, in two corners.',
    factors: TWO_FACTORS,
  },
  tanh: {
    bends: 'smoothly: upwards below 0 and downwards above it, most of all on the way to −1 and to 1.',
    factors: TWO_FACTORS,
  },
  sigmoid: {
    bends: 'smoothly: upwards below 0 and downwards above it, most of all on the way to 0 and to 1.',
    factors: ONE_FACTOR,
  },
  softplus: {
    bends: 'everywhere, smoothly, most of all at 0.',
    factors: ONE_FACTOR,
  },
  gelu: {
    bends: 'smoothly: upwards around 0, and a little downwards farther out.',
    factors: ONE_FACTOR,
  },
  silu: {
    bends: 'smoothly: upwards around 0, and a little downwards farther out.',
    factors: ONE_FACTOR,
  },
};
