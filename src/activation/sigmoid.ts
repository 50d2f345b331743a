/** f(z) = 1 / (1 + e^-z) = 1/2 + tanh(z/2)/2. */
import { HALF, ONE, ZERO, add, multiply } from '../number/rational.ts';
import { bracketed } from './bracket.ts';
import type { SmoothFunction } from './function.ts';
import { tanh } from './tanh.ts';

export const sigmoid: SmoothFunction = {
  shape: 'smooth',
  value: logistic,
  derivative: (z) => logistic(z) * logistic(-z),
  atZero: HALF,
  range: { min: ZERO, max: ONE },
  exact: (z, bits, tools) => {
    const { exact, rest } = tanh.exact(multiply(HALF, z), bits, tools);
    return { exact: multiply(HALF, add(ONE, exact)), rest: rest && tools.shiftBall(rest, -1) };
  },
  // |sigmoid z - 1/2 - z/4| <= |z|^3 / 48
  nearZero: { halvings: 2, order: 3 },
  normalForm: { family: 'tanh', parity: 'odd', constant: HALF, linear: ZERO, times: HALF, shrink: HALF },
  tex: '\\dfrac{1}{1 + e^{-z}}',
  notation: bracketed('\\sigma(', 'sigmoid('),
};

/** Written so that e^z never overflows. */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const power = Math.exp(z);
  return power / (1 + power);
}
