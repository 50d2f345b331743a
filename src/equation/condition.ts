/** Where a piece is, as inequalities: a node's pre-activation above or below one of its kinks. */
import { affineSum, type Sum } from '../algebra/sum.ts';
import { coprimeOf, toBigIntegers } from '../algebra/integer-vector.ts';
import type { Bound } from '../algebra/pattern-cell.ts';
import { ZERO, rational, subtract, type Rational } from '../number/rational.ts';
import type { Network, NodeAt } from '../model/network.ts';
import { CASES } from '#words/cases-words.ts';
import { spokenNumber } from '#words/number.ts';
import { exactForm } from './number-tex.ts';
import { speak } from './speech.ts';
import { sumTex } from './tex.ts';

/** `sum > right` (above), or `sum ≤ right`. */
export interface Condition {
  readonly sum: Sum;
  readonly right: Rational;
  readonly above: boolean;
  /** The node whose kink it is. */
  readonly at: NodeAt;
}

/**
 * The first layer's nodes in their own numbers, as they stand in the network: `0.5x_E + 3x_H + 4x_G + 0.5 > 0`. Those of
 * later layers in the least integers that say the same: what they see on the piece is made of products.
 */
export function conditionOf({ at, z, kink, above }: Bound): Condition {
  if (at.layer === 0) {
    return { sum: affineSum(z).map((term) => ({ ...term, via: at })), right: kink, above, at };
  }
  const entries = toBigIntegers(coprimeOf([...z.coef, subtract(z.intercept, kink)])).map((entry) => rational(entry));
  const sum = affineSum({ coef: entries.slice(0, -1), intercept: entries.at(-1) as Rational });
  return { sum: sum.map((term) => ({ ...term, via: at })), right: ZERO, above, at };
}

/** What comes after the sum, as TeX that has the space of a relation when it is drawn alone. */
export function conditionTail({ right, above }: Condition): string {
  return `{}${above ? '>' : '\\le'} ${exactForm(right).tex}`;
}

/** The whole of it, exact. */
export function conditionTex(condition: Condition, network: Network<unknown>): string {
  return `${sumTex(condition.sum, network)} ${conditionTail(condition).replace('{}', '')}`;
}

/** `0.5 x E plus 3 x H is greater than 0` */
export function speakCondition({ sum, right, above }: Condition, network: Network<unknown>): string {
  return `${speak(sum, network)} ${above ? CASES.above : CASES.below} ${spokenNumber(right)}`;
}
