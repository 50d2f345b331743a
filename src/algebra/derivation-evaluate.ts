/** The value of a derivation's sum at one point, exactly. */
import type { Activation } from '../activation/activation.ts';
import type { NodeAt } from '../model/network.ts';
import { activate } from '../activation/pieces.ts';
import type { Factor, Sum } from './sum.ts';
import { ONE, ZERO, add, multiply, type Rational } from '../number/rational.ts';

export interface Point {
  /** One per input. */
  readonly x: readonly Rational[];
  /** The output of a hidden node that is not written out. */
  readonly h: (at: NodeAt) => Rational;
}

/**
 * The sum of coefficient times factor. Null when a smooth node holds terms inside: its value is not rational, unless
 * `f` says what it is to be.
 */
export function evaluateSum(
  sum: Sum,
  point: Point,
  f: (activation: Activation<Rational>, z: Rational) => Rational | null = activate,
): Rational | null {
  const values = new Map<Factor, Rational | null>();

  const evaluateTerms = (terms: Sum): Rational | null => {
    let total = ZERO;
    for (const { coefficient, factor } of terms) {
      const value = evaluateFactor(factor);
      if (!value) return null;
      total = add(total, multiply(coefficient, value));
    }
    return total;
  };

  const evaluateFactor = (factor: Factor): Rational | null => {
    switch (factor.kind) {
      case 'one':
        return ONE;
      case 'input':
        return point.x[factor.input] as Rational;
      case 'node':
        return point.h(factor.at);
      case 'bracket':
        return evaluateTerms(factor.inside);
      case 'activation': {
        // Shared by many terms: evaluate each once.
        const known = values.get(factor);
        if (known !== undefined) return known;
        const z = evaluateTerms(factor.inside);
        const value = z && f(factor.activation, z);
        values.set(factor, value);
        return value;
      }
    }
  };

  return evaluateTerms(sum);
}
