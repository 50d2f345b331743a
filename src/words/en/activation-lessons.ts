/**
 * What menus and the article say of the activation functions, beyond their names: nobody reads it at first, so it comes
 * later. What follows from the function itself is said of each; an entry says what it has to say besides.
 */
import type { ActivationKind } from '../../activation/activation.ts';
import { cornersOf } from '../../activation/pieces.ts';
import { factorsOf, type Factors } from '../../activation/factors.ts';
import { ACTIVATION_WORDS } from './activation-words.ts';
import { axisNumber } from './number.ts';

export interface ActivationLesson {
  /** What it does. */
  readonly sentence: string;
  /** Where it bends, for a sentence that begins with "Bends:". */
  readonly bends: string;
  /** By which k all that goes into a node can be multiplied, and what leaves it divided, whatever its weights are. */
  readonly factors: string;
}

export function activationLesson(kind: ActivationKind): ActivationLesson {
  const { formula } = ACTIVATION_WORDS[kind];
  return { sentence: `Makes ${formula} of z.`, bends: bends(kind), factors: FACTORS[factorsOf(kind)], ...OWN[kind] };
}

function bends(kind: ActivationKind): string {
  const corners = cornersOf(kind)?.map((corner) => `at ${axisNumber(corner)}`);
  if (!corners) return 'smoothly.';
  const last = corners.pop();
  if (last === undefined) return 'nowhere. It is one straight line.';
  if (corners.length === 0) return `${last}, in a corner.`;
  return `${corners.join(', ')} and ${last}, in ${corners.length === 1 ? 'two' : 'several'} corners.`;
}

const FACTORS: Readonly<Record<Factors, string>> = {
  all: 'It allows every k but 0.',
  positive: 'It allows every k above 0.',
  signs: 'This curve has a scale of its own, and looks the same turned round: it allows k = 1 and k = −1 only.',
  one: 'This curve has a scale of its own: it allows k = 1 only.',
};

const OWN: Readonly<Partial<Record<ActivationKind, Partial<ActivationLesson>>>> = {
  linear: {
    sentence: 'Passes the sum on as it is.',
    factors: 'A linear node allows every k but 0.',
  },
  relu: {
    sentence: 'Cuts off what is negative, and passes the rest on as it is.',
    factors:
      'A ReLU node allows every k above 0: max(0, kz) is k times max(0, z). A negative k turns the node round: it would be on where it was off.',
  },
  leakyRelu: {
    sentence: 'Multiplies what is negative by a small factor α, and passes the rest on as it is.',
    bends: 'at 0, in a corner a little blunter than ReLU’s.',
    factors:
      'A leaky ReLU node allows every k above 0: each side keeps its slope. A negative k would swap the two sides.',
  },
  abs: {
    sentence: 'Folds the negative half up: −3 leaves as 3.',
    bends: 'at 0, in the sharpest corner of them all.',
    factors:
      'A node with the absolute value allows every k above 0: |kz| is k times |z|. A negative k would flip the sign of what it sends on.',
  },
  hardTanh: {
    sentence: 'Passes values between −1 and 1 on, and stops the others at the nearer end.',
  },
  tanh: {
    sentence: 'Bends every value smoothly into the range from −1 to 1.',
    bends: 'smoothly: upwards below 0 and downwards above it, most of all on the way to −1 and to 1.',
  },
  sigmoid: {
    sentence: 'Bends every value smoothly into the range from 0 to 1.',
    bends: 'smoothly: upwards below 0 and downwards above it, most of all on the way to 0 and to 1.',
  },
  softplus: {
    sentence: 'A ReLU with a rounded corner, everywhere a little above it.',
    bends: 'everywhere, smoothly, most of all at 0.',
  },
  gelu: {
    sentence:
      'Scales z by the chance Φ(z) that a normally distributed number lies below it: a ReLU that dips before it rises.',
    bends: 'smoothly: upwards around 0, and a little downwards farther out.',
  },
  silu: {
    sentence: 'Scales z by the sigmoid of itself: a ReLU that dips before it rises.',
    bends: 'smoothly: upwards around 0, and a little downwards farther out.',
  },
};
