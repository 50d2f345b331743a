/**
 * A sum of terms, as it stands on a line of the derivation: each is a number times an input, a node, or a node that is
 * written out and holds a sum of its own. A node's factor may be shared by many terms: a sum is a graph without cycles, whose
 * written form may be far longer. Look at `countTerms` before you write one.
 */
import type { Activation } from '../activation/activation.ts';
import type { NodeAt, Parameter } from '../model/network.ts';
import { ZERO, add, isZero, type Rational } from '../number/rational.ts';
import type { Affine } from './affine.ts';

export type Factor =
  /** The factor of a constant term. */
  | { readonly kind: 'one' }
  | { readonly kind: 'input'; readonly input: number }
  /** The output h of a hidden node, not yet written out. */
  | { readonly kind: 'node'; readonly at: NodeAt }
  /** A linear node, written out. */
  | { readonly kind: 'bracket'; readonly at: NodeAt; readonly inside: Sum }
  /** A bent node, written out: its terms stay inside. */
  | {
      readonly kind: 'activation';
      readonly at: NodeAt;
      readonly activation: Activation<Rational>;
      readonly inside: Sum;
    };

/** `outer` times `inner`. */
export type Product = readonly [outer: Rational, inner: Rational];

export interface Term {
  readonly coefficient: Rational;
  readonly factor: Factor;
  /**
   * The hidden node that the term came through: the one that is, or was, around it. Null when it was combined across
   * nodes, or is the output's own.
   */
  readonly via: NodeAt | null;
  /** The weight or bias that the coefficient is, unchanged; null when it was computed. */
  readonly parameter: Parameter | null;
  /** A computed coefficient as the sum of these products, 21 = 2 * 0.5 + 5 * 4; empty when it was not computed here. */
  readonly products: readonly Product[];
}

/** Terms to be added. The empty sum is 0. */
export type Sum = readonly Term[];

export const CONSTANT: Factor = { kind: 'one' };

export function plainTerm(coefficient: Rational, factor: Factor): Term {
  return { coefficient, factor, via: null, parameter: null, products: [] };
}

/** A linear model as a sum, for the writers: inputs in order, then the constant, zeros left out. */
export function affineSum({ coef, intercept }: Affine): Sum {
  const terms = coef.map((coefficient, input) => plainTerm(coefficient, { kind: 'input', input }));
  return [...terms, plainTerm(intercept, CONSTANT)].filter((term) => !isZero(term.coefficient));
}

/** The sum as coef . x + intercept; null when some term is neither an input nor a constant. */
export function linearModel(sum: Sum, inputs: number): Affine | null {
  const coef = Array.from({ length: inputs }, () => ZERO);
  let intercept = ZERO;
  for (const { coefficient, factor } of sum) {
    if (isZero(coefficient)) continue;
    if (factor.kind === 'input') coef[factor.input] = add(coef[factor.input] ?? ZERO, coefficient);
    else if (factor.kind === 'one') intercept = add(intercept, coefficient);
    else return null;
  }
  return { coef, intercept };
}

/** How many inputs, nodes and constants stand in the sum when it is written, those inside brackets counted too. */
export function countTerms(sum: Sum): number {
  const counts = new Map<Sum, number>();
  const count = (terms: Sum): number => {
    const known = counts.get(terms);
    if (known !== undefined) return known;
    let total = 0;
    for (const { factor } of terms) total += 'inside' in factor ? count(factor.inside) : 1;
    counts.set(terms, total);
    return total;
  };
  return count(sum);
}

/** The bent nodes that hold terms inside, by layer and node; one that is multiplied by 0 holds nothing back. */
export function heldNodes(sum: Sum): readonly NodeAt[] {
  const held = new Map<number, NodeAt>();
  const visited = new Set<Sum>();
  const visit = (terms: Sum): void => {
    if (visited.has(terms)) return;
    visited.add(terms);
    for (const { coefficient, factor } of terms) {
      if (isZero(coefficient)) continue;
      if (factor.kind === 'activation') held.set(rank(factor), factor.at);
      if ('inside' in factor) visit(factor.inside);
    }
  };
  visit(sum);
  return [...held].sort(([p], [q]) => p - q).map(([, at]) => at);
}

/** Equal for like terms, and in the order of a combined line. Fewer than 64 inputs, or nodes in a layer. */
export function rank(factor: Factor): number {
  switch (factor.kind) {
    case 'input':
      return factor.input;
    case 'node':
      return 1e3 + 64 * factor.at.layer + factor.at.node;
    case 'bracket':
      return 1e4 + 64 * factor.at.layer + factor.at.node;
    case 'activation':
      return 1e5 + 64 * factor.at.layer + factor.at.node;
    case 'one':
      return 1e6;
  }
}

type ChangeInside = (term: Term) => { readonly term: Term; readonly changed: boolean };

export interface Outcome {
  readonly sum: Sum;
  readonly changed: boolean;
}

/**
 * Applies a change to a sum. By `changeInside` it goes on to what a bent node holds inside (`holder` is that node),
 * once for each node, however many terms share it. A change behind a factor 0 does not count as one.
 */
export function everywhere(
  sum: Sum,
  change: (terms: Sum, changeInside: ChangeInside, holder: NodeAt | null) => Outcome,
): Outcome {
  const done = new Map<Factor, { readonly factor: Factor; readonly changed: boolean }>();
  const changeInside: ChangeInside = (term) => {
    const { coefficient, factor } = term;
    if (factor.kind !== 'activation') return { term, changed: false };
    let result = done.get(factor);
    if (!result) {
      const inside = change(factor.inside, changeInside, factor.at);
      result = { factor: { ...factor, inside: inside.sum }, changed: inside.changed };
      done.set(factor, result);
    }
    return { term: { ...term, factor: result.factor }, changed: result.changed && !isZero(coefficient) };
  };
  return change(sum, changeInside, null);
}
