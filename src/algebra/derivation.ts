/**
 * The network's output, derived as a person would: write each hidden layer out, multiply the brackets out, combine the
 * like terms, from the last hidden layer down to the first. The steps are data; `equation` has the writers.
 *
 * A linear node h = z is a bracket that can be multiplied out. A bent node h = f(z) holds its terms inside, and stays in
 * the sum as one term of its own. A node's factor object may be shared by many terms (a sum is a graph without cycles,
 * whose written form may be far longer): look at `countTerms` before writing one.
 */
import type { Activation } from '../activation/activation.ts';
import { rationalValue } from '../activation/pieces.ts';
import { isOutputLayer, nodeAt, parameterKey, type Network, type NodeAt } from '../model/network.ts';
import { ONE, ZERO, add, isOne, isZero, multiply, type Rational } from '../number/rational.ts';
import type { Affine } from './affine.ts';
import {
  CONSTANT,
  everywhere,
  heldNodes,
  linearModel,
  plainTerm,
  rank,
  type Factor,
  type Outcome,
  type Product,
  type Sum,
  type Term,
} from './sum.ts';

export type StepKind = 'writeOut' | 'multiplyOut' | 'combine';

export interface Step {
  readonly kind: StepKind;
  /** The hidden layer that this round substitutes. */
  readonly layer: number;
  readonly sum: Sum;
  /** `partly`: bent nodes still hold terms inside. `stuck`: for that reason there was nothing that it could do. */
  readonly outcome: 'done' | 'partly' | 'stuck';
  /** The bent nodes that hold terms inside, after the step. */
  readonly held: readonly NodeAt[];
}

export interface Derivation {
  /**
   * The output in terms of the last hidden layer, or of the inputs when there is none. An output node with an
   * activation that is not linear is one term, which holds all others inside.
   */
  readonly start: Sum;
  /** Three for each hidden layer, the last layer first. */
  readonly steps: readonly Step[];
  /** The one linear model at the end, when no node holds terms inside; else null. */
  readonly model: Affine | null;
}

/**
 * All steps for one network.
 *
 * `keep` is the key of a parameter that is being edited: where the number itself is written it stays, also when it
 * is 0, so that the reader's control does not vanish from under the hand. All other zero terms are left out. It changes
 * neither outcomes nor the model.
 */
export function derive(network: Network<Rational>, keep: string | null = null): Derivation {
  const output: NodeAt = { layer: network.layers.length - 1, node: 0 };
  const start: Sum = isLinear(nodeAt(network, output).activation)
    ? preActivation(network, output, keep)
    : [{ coefficient: ONE, factor: heldNode(network, output, keep), via: null, parameter: null, products: [] }];

  const steps: Step[] = [];
  let sum = start;
  for (let layer = output.layer - 1; layer >= 0; layer--) {
    const written = writeOut(network, sum, layer, keep);
    steps.push({ kind: 'writeOut', layer, sum: written, outcome: 'done', held: heldNodes(written) });

    const multiplied = multiplyOut(written, keep);
    steps.push(finished('multiplyOut', layer, multiplied));

    const combined = combine(multiplied.sum, output, keep);
    steps.push(finished('combine', layer, combined));
    sum = combined.sum;
  }
  return { start, steps, model: linearModel(sum, network.inputs.length) };
}

/** f(z) = z for every z. */
export function isLinear(activation: Activation<Rational>): boolean {
  return activation.kind === 'linear' || (activation.kind === 'leakyRelu' && isOne(activation.slope));
}

/** z of one node: its weights times the units before, and its bias, as they stand in the network. */
function preActivation(network: Network<Rational>, at: NodeAt, keep: string | null): Sum {
  const { weights, bias } = nodeAt(network, at);
  const via = isOutputLayer(network, at.layer) ? null : at;
  const sum: Term[] = [];
  const push = (coefficient: Rational, factor: Factor, input: number | null): void => {
    const term: Term = { coefficient, factor, via, parameter: { ...at, input }, products: [] };
    if (isWritten(term, keep)) sum.push(term);
  };
  weights.forEach((weight, i) =>
    push(
      weight,
      at.layer === 0 ? { kind: 'input', input: i } : { kind: 'node', at: { layer: at.layer - 1, node: i } },
      i,
    ),
  );
  push(bias, CONSTANT, null);
  return sum;
}

function heldNode(network: Network<Rational>, at: NodeAt, keep: string | null): Factor {
  const { activation } = nodeAt(network, at);
  return { kind: 'activation', at, activation, inside: preActivation(network, at, keep) };
}

/** A zero term is left out, unless its number is the parameter that is being edited. */
function isWritten({ coefficient, parameter }: Term, keep: string | null): boolean {
  return !isZero(coefficient) || (keep !== null && parameter !== null && parameterKey(parameter) === keep);
}

/** Puts the nodes of one layer in place of their h, everywhere. */
function writeOut(network: Network<Rational>, sum: Sum, layer: number, keep: string | null): Sum {
  const written = new Map<number, Factor>();
  const substitute = (at: NodeAt): Factor => {
    const known = written.get(at.node);
    if (known) return known;
    const factor: Factor = isLinear(nodeAt(network, at).activation)
      ? { kind: 'bracket', at, inside: preActivation(network, at, keep) }
      : heldNode(network, at, keep);
    written.set(at.node, factor);
    return factor;
  };
  return everywhere(sum, (terms, changeInside) => {
    const result: Term[] = [];
    for (const term of terms) {
      const { factor } = term;
      if (factor.kind !== 'node' || factor.at.layer !== layer) {
        result.push({ ...changeInside(term).term, products: [] });
        continue;
      }
      const substituted: Term = { ...term, factor: substitute(factor.at), via: factor.at, products: [] };
      if (!isEmptyBracket(substituted) || isWritten({ ...substituted, coefficient: ZERO }, keep))
        result.push(substituted);
    }
    return { sum: result, changed: true };
  }).sum;
}

function isEmptyBracket({ factor }: Term): boolean {
  return factor.kind === 'bracket' && factor.inside.length === 0;
}

/** Distributes each factor over its bracket. */
function multiplyOut(sum: Sum, keep: string | null): Outcome {
  return everywhere(sum, (terms, changeInside) => {
    let changed = false;
    const result: Term[] = [];
    for (const term of terms) {
      const { coefficient: outer, factor } = term;
      if (factor.kind !== 'bracket') {
        const inside = changeInside(term);
        if (inside.changed) changed = true;
        result.push(inside.term);
        continue;
      }
      for (const inner of factor.inside) {
        // 1 times a weight is still that weight.
        const product: Term = isOne(outer)
          ? inner
          : {
              ...inner,
              coefficient: multiply(outer, inner.coefficient),
              parameter: null,
              products: [[outer, inner.coefficient]],
            };
        if (!isZero(product.coefficient)) changed = true;
        if (isWritten(product, keep)) result.push(product);
      }
    }
    return { sum: result, changed };
  });
}

/** Adds the like terms, and orders them: inputs, nodes, held terms, the constant. */
function combine(sum: Sum, output: NodeAt, keep: string | null): Outcome {
  return everywhere(sum, (terms, changeInside, holder) => {
    const via = holder && holder.layer !== output.layer ? holder : null;
    let changed = false;
    const groups = new Map<number, Term>();
    for (const given of terms) {
      const inside = changeInside(given);
      const term = withColour(withoutConstantNode(inside.term), via, output);
      if (inside.changed || (term.factor.kind !== given.factor.kind && !isZero(given.coefficient))) changed = true;
      const key = rank(term.factor);
      const like = groups.get(key);
      if (like && !isZero(like.coefficient) && !isZero(term.coefficient)) changed = true;
      groups.set(key, like ? addLike(like, term) : term);
    }
    const ordered = [...groups].sort(([p], [q]) => p - q).map(([, term]) => term);
    return { sum: ordered.filter((term) => isWritten(term, keep)), changed };
  });
}

/** A bent hidden node keeps its own colour; what is combined has that of the node which holds it. */
function withColour(term: Term, via: NodeAt | null, output: NodeAt): Term {
  const { factor } = term;
  return { ...term, via: factor.kind === 'activation' && factor.at.layer !== output.layer ? factor.at : via };
}

/** A bent node that sees no input is a number. */
function withoutConstantNode(term: Term): Term {
  const { coefficient, factor } = term;
  const value = factor.kind === 'activation' ? constantValue(factor.activation, factor.inside) : null;
  if (!value) return term;
  return { ...plainTerm(multiply(coefficient, value), CONSTANT), products: [[coefficient, value]] };
}

function addLike(p: Term, q: Term): Term {
  return {
    coefficient: add(p.coefficient, q.coefficient),
    factor: p.factor,
    via: p.via,
    parameter: null,
    products: [...productsOf(p), ...productsOf(q)],
  };
}

function productsOf({ coefficient, products }: Term): readonly Product[] {
  return products.length > 0 ? products : [[ONE, coefficient]];
}

/** The exact value of f(c) when only a constant is inside: no input can bend there. Null when there is none. */
function constantValue(activation: Activation<Rational>, inside: Sum): Rational | null {
  const [only, ...others] = inside.filter((term) => !isZero(term.coefficient));
  if (only && (others.length > 0 || only.factor.kind !== 'one')) return null;
  const z = only ? only.coefficient : ZERO;
  return rationalValue(activation, z);
}

function finished(kind: StepKind, layer: number, { sum, changed }: Outcome): Step {
  const held = heldNodes(sum);
  return { kind, layer, sum, held, outcome: held.length === 0 ? 'done' : changed ? 'partly' : 'stuck' };
}
