/**
 * Activations over a stretch of the flat memory: in place of each z its a = f(z), and its slope f'(z) beside. On a kink
 * the slope is that of the piece on the left, as in the exact algebra (C2): ReLU's is 0 at 0, hard tanh's 0 at -1, 1 at 1.
 *
 * Pieces are a = f'(z) z, written without a branch: whether a node is on is not to be foretold, and a wrong guess costs a
 * processor more than the rest.
 */
import { ACTIVATIONS, ACTIVATION_KINDS, type Activation, type ActivationKind } from '../activation/activation.ts';
import type {
  ActivationFunction,
  SmoothFunction,
  SmoothMath,
  StraightFunction,
  Tangent,
} from '../activation/function.ts';
import { slopesOf } from '../activation/slope.ts';
import { ZERO, isZero, toNumber } from '../number/rational.ts';
import { expMinusOne, expOfNegative, logOfOnePlus, normalBelow, normalDensity } from './smooth-number.ts';

/** The `count` numbers from `z` on become a; f'(z) is written from `slope` on. */
export function bend(m: Float64Array, activation: Activation<number>, z: number, slope: number, count: number): void {
  WAYS.get(activation.kind)?.(m, activation, z, slope, count);
}

type Way = typeof bend;

/** The quickest way for a function: its file says what it is, and nothing here knows it by name. */
function wayOf(kind: ActivationKind): Way {
  const f: ActivationFunction = ACTIVATIONS[kind];
  if (f.shape === 'smooth') return curve(f);
  // A slope that is no special case: leaky ReLU brings its own.
  const slopes = Float64Array.from(slopesOf(kind === 'leakyRelu' ? { kind, slope: 0.5 } : { kind }) ?? []);
  const { kinks, branches } = f.pieces(ZERO);
  const isThroughZero = kinks.every(isZero) && branches.every(({ intercept }) => isZero(intercept));
  if (!isThroughZero) return bendAlong(f, Float64Array.from(kinks, toNumber), slopes);
  if (kinks.length === 0 && slopes[0] === 1) return keep;
  return slopes[0] === 0 && slopes[1] === 1 ? rectify : bendAtZero(slopes);
}

const keep: Way = (m, _, _z, slope, count) => {
  for (let p = slope; p < slope + count; p++) m[p] = 1;
};

/** Slope 0 for z <= 0, else 1. */
const rectify: Way = (m, _, z, slope, count) => {
  for (let p = 0; p < count; p++) {
    const x = m[z + p] as number;
    const on = Number(x > 0) | 0;
    m[slope + p] = on;
    m[z + p] = on * x;
  }
};

const SLOPES = new Float64Array(2);

/** The first slope for z <= 0, else the last one. */
function bendAtZero(slopes: Float64Array): Way {
  return (m, activation, z, slope, count) => {
    SLOPES[0] = activation.kind === 'leakyRelu' ? activation.slope : (slopes[0] as number);
    SLOPES[1] = slopes.at(-1) as number;
    for (let p = 0; p < count; p++) {
      const x = m[z + p] as number;
      const s = SLOPES[Number(x > 0) | 0] as number;
      m[slope + p] = s;
      m[z + p] = s * x;
    }
  };
}

/** Corners anywhere. */
function bendAlong({ value }: StraightFunction, kinks: Float64Array, slopes: Float64Array): Way {
  return (m, _, z, slope, count) => {
    for (let p = 0; p < count; p++) {
      const x = m[z + p] as number;
      let piece = 0;
      for (let k = 0; k < kinks.length; k++) piece += Number(x > (kinks[k] as number));
      m[slope + p] = slopes[piece] as number;
      m[z + p] = value(x, 0);
    }
  };
}

/** The same last bit in every engine. */
const MATH: SmoothMath = { expMinusOne, expOfNegative, logOfOnePlus, normalBelow, normalDensity };

function curve({ tangent }: SmoothFunction): Way {
  const at: Tangent = { a: 0, slope: 0 };
  return (m, _, z, slope, count) => {
    for (let p = 0; p < count; p++) {
      tangent(m[z + p] as number, MATH, at);
      m[z + p] = at.a;
      m[slope + p] = at.slope;
    }
  };
}

const WAYS: ReadonlyMap<ActivationKind, Way> = new Map(ACTIVATION_KINDS.map((kind) => [kind, wayOf(kind)]));
