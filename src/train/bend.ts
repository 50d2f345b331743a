/**
 * Activations over a stretch of the flat memory: in place of each z its a = f(z), and its slope f'(z) beside. On a kink
 * the slope is that of the piece on the left, as in the exact algebra (C2): ReLU's is 0 at 0, hard tanh's 0 at -1, 1 at 1.
 *
 * Pieces are a = f'(z) z, written without a branch: whether a node is on is not to be foretold, and a wrong guess costs a
 * processor more than the rest.
 */
import type { Activation } from '../activation/activation.ts';
import { expMinusOne, expOfNegative, logOfOnePlus, normalBelow, normalDensity } from './smooth-number.ts';

/** The `count` numbers from `z` on become a; f'(z) is written from `slope` on. */
export function bend(m: Float64Array, activation: Activation<number>, z: number, slope: number, count: number): void {
  switch (activation.kind) {
    case 'linear':
      return keep(m, slope, count);
    case 'relu':
      return rectify(m, z, slope, count);
    case 'leakyRelu':
      return bendAtZero(m, activation.slope, z, slope, count);
    case 'abs':
      return bendAtZero(m, -1, z, slope, count);
    case 'hardTanh':
      return bendTwice(m, z, slope, count);
    case 'tanh':
      return curve(m, tanh, z, slope, count);
    case 'sigmoid':
      return curve(m, sigmoid, z, slope, count);
    case 'softplus':
      return curve(m, softplus, z, slope, count);
    case 'gelu':
      return curve(m, gelu, z, slope, count);
    case 'silu':
      return curve(m, silu, z, slope, count);
    default:
      // A new one has to be here too, or it would be trained as if it were linear.
      return activation satisfies never;
  }
}

function keep(m: Float64Array, slope: number, count: number): void {
  for (let p = slope; p < slope + count; p++) m[p] = 1;
}

/** Slope 0 for z <= 0, else 1. */
function rectify(m: Float64Array, z: number, slope: number, count: number): void {
  for (let p = 0; p < count; p++) {
    const x = m[z + p] as number;
    const on = Number(x > 0) | 0;
    m[slope + p] = on;
    m[z + p] = on * x;
  }
}

const SLOPES = new Float64Array([0, 1]);

/** Slope `left` for z <= 0, else 1. */
function bendAtZero(m: Float64Array, left: number, z: number, slope: number, count: number): void {
  SLOPES[0] = left;
  for (let p = 0; p < count; p++) {
    const x = m[z + p] as number;
    const s = SLOPES[Number(x > 0) | 0] as number;
    m[slope + p] = s;
    m[z + p] = s * x;
  }
}

function bendTwice(m: Float64Array, z: number, slope: number, count: number): void {
  for (let p = 0; p < count; p++) {
    const x = m[z + p] as number;
    m[slope + p] = x > -1 && x <= 1 ? 1 : 0;
    m[z + p] = Math.max(-1, Math.min(1, x));
  }
}

/** f(z); its slope is left in `slopeThere`. */
type Curve = (z: number) => number;

let slopeThere = 0;

function curve(m: Float64Array, f: Curve, z: number, slope: number, count: number): void {
  for (let p = 0; p < count; p++) {
    m[z + p] = f(m[z + p] as number);
    m[slope + p] = slopeThere;
  }
}

/** (1 - e^-2|z|) / (1 + e^-2|z|), with the sign of z; slope 1 - tanh^2. */
function tanh(z: number): number {
  const e = expMinusOne(-2 * Math.abs(z));
  const size = -e / (2 + e);
  slopeThere = (1 - size) * (1 + size);
  return z < 0 ? -size : size;
}

/** 1 / (1 + e^-z); slope sigmoid (1 - sigmoid). */
function sigmoid(z: number): number {
  const power = expOfNegative(-Math.abs(z));
  const larger = 1 / (1 + power);
  const smaller = power / (1 + power);
  slopeThere = larger * smaller;
  return z < 0 ? smaller : larger;
}

/** log(1 + e^z); slope sigmoid. */
function softplus(z: number): number {
  const power = expOfNegative(-Math.abs(z));
  slopeThere = z < 0 ? power / (1 + power) : 1 / (1 + power);
  return (z > 0 ? z : 0) + logOfOnePlus(power);
}

/** z times the share of the normal distribution below z; slope that share + z density. */
function gelu(z: number): number {
  const below = normalBelow(z);
  slopeThere = below + z * normalDensity(z);
  return z * below;
}

/** z sigmoid(z); slope sigmoid + z sigmoid (1 - sigmoid). */
function silu(z: number): number {
  const share = sigmoid(z);
  slopeThere = share + z * slopeThere;
  return z * share;
}
