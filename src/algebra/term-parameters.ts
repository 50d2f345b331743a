/**
 * Which weights and biases a written term stands for, so that pointing at one lights the other. Computed when asked,
 * never stored: a term knows its factor and the node that it came through, the network knows the paths between.
 */
import {
  layerAt,
  nodeAt,
  parameterKey,
  sameNode,
  type Network,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import { isLinear, type Derivation, type Step } from './derivation.ts';
import type { Sum, Term } from './sum.ts';
import { isZero, type Rational } from '../number/rational.ts';

/** One line of the derivation: any step is one, and the start is (`startLine`). */
export type Line = Pick<Step, 'kind' | 'layer' | 'sum'>;

/** The first line, before any hidden layer is written out. */
export function startLine(network: Network<unknown>, { start }: Derivation): Line {
  return { kind: 'writeOut', layer: network.layers.length - 1, sum: start };
}

/**
 * A term's name among the terms beside it: `x2`, `h0.1`, `n0.1` for a node written out, `1` for the constant; with the
 * node that it came through in front (`0.1:x2`) where that is not the node around it.
 * A term inside another is addressed by a path, `n1.0/x2`. Stable as long as the term is written.
 */
export function termId({ factor, via }: Term, around: NodeAt | null): string {
  switch (factor.kind) {
    case 'bracket':
    case 'activation':
      return `n${factor.at.layer}.${factor.at.node}`;
    case 'node':
      return `${through(via, around)}h${factor.at.layer}.${factor.at.node}`;
    case 'input':
      return `${through(via, around)}x${factor.input}`;
    case 'one':
      return `${through(via, around)}1`;
  }
}

function through(via: NodeAt | null, around: NodeAt | null): string {
  return via && !sameNode(via, around) ? `${via.layer}.${via.node}:` : '';
}

/** A term, and the node whose pre-activation it is part of. */
interface Found {
  readonly term: Term;
  readonly holder: NodeAt;
}

/**
 * Keys (`parameterKey`) of the weights and biases that made the coefficient of the term with this path of ids: all on
 * the paths from its factor, through `via`, up to the node that holds it (the output at last), and for a constant the
 * biases where such paths begin. A weight as it stands in the network is a path of its own. Paths with a weight of 0
 * carry nothing and are not counted, but for the parameter that the term is. Empty when the line has no such term.
 */
export function parametersBehind(network: Network<Rational>, line: Line, id: string): ReadonlySet<string> {
  const found = findTerm(network, line.sum, id);
  if (!found) return new Set();
  const { parameter } = found.term;
  const keys = pathParameters(network, found.holder, pathsOf(line, found));
  return parameter ? new Set([...keys, parameterKey(parameter)]) : keys;
}

/** Where the paths behind a term begin, and which node of the lowest layer they go through (null: any). */
interface Paths {
  /** The layer whose nodes they come to first. */
  readonly lowest: number;
  readonly via: NodeAt | null;
  /** The input or node that they come from; null for a constant, whose paths come from biases. */
  readonly unit: number | null;
}

function pathsOf(line: Line, { term: { factor, via: given }, holder }: Found): Paths {
  const via = sameNode(given, holder) ? null : given;
  switch (factor.kind) {
    case 'input':
      return { lowest: 0, via, unit: factor.input };
    case 'node':
      return { lowest: factor.at.layer + 1, via, unit: factor.at.node };
    case 'bracket':
    case 'activation':
      return { lowest: factor.at.layer + 1, via: null, unit: factor.at.node };
    case 'one': {
      const lowest = line.kind === 'combine' ? line.layer : line.layer + 1;
      return { lowest: via ? via.layer : Math.min(lowest, holder.layer), via, unit: null };
    }
  }
}

/** The term with this path of ids; null when the line has none. */
export function termAt(network: Network<unknown>, sum: Sum, id: string): Term | null {
  return findTerm(network, sum, id)?.term ?? null;
}

function findTerm(network: Network<unknown>, sum: Sum, id: string): Found | null {
  let terms = sum;
  let holder: NodeAt = { layer: network.layers.length - 1, node: 0 };
  let around: NodeAt | null = null;
  let term: Term | undefined;
  for (const part of id.split('/')) {
    if (term) {
      if (!('inside' in term.factor)) return null;
      terms = term.factor.inside;
      holder = term.factor.at;
      around = term.via;
    }
    term = terms.find((candidate) => termId(candidate, around) === part);
    if (!term) return null;
  }
  return term ? { term, holder } : null;
}

/** Parameters on these paths up to `holder`, through linear nodes. */
function pathParameters(network: Network<Rational>, holder: NodeAt, { lowest, via, unit }: Paths): ReadonlySet<string> {
  const reaching = nodesReaching(network, holder, lowest, via);
  const keys = new Set<string>();
  /** Units of the layer below that carry something of the factor. */
  let carrying: readonly number[] = unit === null ? [] : [unit];
  for (let layer = lowest; layer <= holder.layer; layer++) {
    const next: number[] = [];
    for (const node of reaching.get(layer) ?? []) {
      const passed: Parameter[] = carrying
        .filter((from) => !isZero(weightAt(network, { layer, node }, from)))
        .map((input) => ({ layer, node, input }));
      const startsHere =
        unit === null && (!via || layer === via.layer) && !isZero(nodeAt(network, { layer, node }).bias);
      if (startsHere) passed.push({ layer, node, input: null });
      for (const parameter of passed) keys.add(parameterKey(parameter));
      if (passed.length > 0) next.push(node);
    }
    carrying = next;
  }
  return keys;
}

/** By layer: the linear nodes with a path of weights other than 0 up to `holder`, and `holder` itself. */
function nodesReaching(
  network: Network<Rational>,
  holder: NodeAt,
  lowest: number,
  via: NodeAt | null,
): ReadonlyMap<number, readonly number[]> {
  const reaching = new Map<number, readonly number[]>([[holder.layer, [holder.node]]]);
  let above: readonly number[] = [holder.node];
  for (let layer = holder.layer - 1; layer >= lowest; layer--) {
    const targets = above;
    above = layerAt(network, layer).flatMap(({ activation }, node) => {
      const open = isLinear(activation) && (!via || layer !== via.layer || node === via.node);
      const connected = targets.some((to) => !isZero(weightAt(network, { layer: layer + 1, node: to }, node)));
      return open && connected ? [node] : [];
    });
    reaching.set(layer, above);
  }
  return reaching;
}

function weightAt(network: Network<Rational>, at: NodeAt, input: number): Rational {
  return nodeAt(network, at).weights[input] as Rational;
}
