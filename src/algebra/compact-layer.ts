/**
 * One layer of a deep network on as few nodes as possible: kinks on one hyperplane of its inputs merge, and all its linear
 * signals are carried by as many linear nodes as their rank. Conventions: SPEC.md, S4 to S6.
 */
import { pieces, type Branch, type PiecewiseLinear } from '../activation/pieces.ts';
import type { Node, NodeAt } from '../model/network.ts';
import { hyperplane, slopeChanges } from './kinks.ts';
import type { NodeFate } from './node-fate.ts';
import {
  ONE,
  ZERO,
  absolute,
  add,
  divide,
  isZero,
  multiply,
  negate,
  rational,
  sign,
  subtract,
  type Rational,
} from '../number/rational.ts';

/** A node at work: what it is now, and the original nodes that it stands for (none: a carrier of linear signals). */
export interface Worker {
  readonly node: Node<Rational>;
  readonly origins: readonly NodeAt[];
}

export function nodeKey({ layer, node }: NodeAt): string {
  return `${layer}.${node}`;
}

/** The layer and its next one, rewritten; without a hidden layer when nothing in it bends. */
export function compactLayer(
  layer: readonly Worker[],
  next: readonly Worker[],
  fates: Map<string, NodeFate>,
): { hidden: readonly Worker[] | null; next: readonly Worker[] } {
  const width = layer[0]?.node.weights.length ?? 0;
  const handed: Handed = {
    units: [],
    matrix: next.map(() => Array.from({ length: width }, () => ZERO)),
    offset: next.map(({ node }) => node.bias),
  };
  const outgoingOf = (i: number) => next.map(({ node }) => node.weights[i] as Rational);
  const groups = kinkMembers(layer);
  layer.forEach((worker, i) => {
    const { branches } = pieces(worker.node.activation) as PiecewiseLinear;
    const changes = slopeChanges(worker.node.activation);
    const own = [...groups.values()].filter((members) => members.some((member) => member.index === i));
    if (branches.length > 1 && own.length > 0 && own.every((members) => members.length === 1)) {
      handed.units.push({ ...worker, outgoing: outgoingOf(i) });
      return;
    }
    // Its lowest branch goes straight on; its kinks, if any, are in groups with others.
    const { slope, intercept } = branches[0] as Branch;
    handOn(handed, outgoingOf(i), slope, worker.node.weights, worker.node.bias);
    handOn(handed, outgoingOf(i), ONE, [], intercept);
    changes.forEach(({ kink, change }) => {
      const { weights, bias } = worker.node;
      const { row, scale } = hyperplane(weights, subtract(bias, kink));
      // max(0, -row) = max(0, row) - row.
      if (sign(scale) < 0) handOn(handed, outgoingOf(i), multiply(change, scale), ...asWeights(row));
    });
  });
  const kept = handed.units.length;
  for (const members of groups.values()) {
    if (members.length < 2 && isAlone(members, groups)) continue;
    mergeGroup(handed, members, layer, outgoingOf, fates);
  }
  const rewritten = (j: number, weights: readonly Rational[]): Worker => {
    const { node, origins } = next[j] as Worker;
    return { node: { ...node, weights, bias: handed.offset[j] as Rational }, origins };
  };
  if (handed.units.length === 0)
    return { hidden: null, next: next.map((_, j) => rewritten(j, handed.matrix[j] as Rational[])) };
  const { carriers, weights } = carry(handed.matrix, width);
  const linear = layer.filter(({ node }) => node.activation.kind === 'linear');
  if (
    linear.length <= carriers.length &&
    linear.length + handed.units.length === layer.length &&
    kept === handed.units.length
  ) {
    return { hidden: layer, next };
  }
  return {
    hidden: [...handed.units.map(({ node, origins }) => ({ node, origins })), ...carriers],
    next: next.map((_, j) =>
      rewritten(j, [...handed.units.map(({ outgoing }) => outgoing[j] as Rational), ...(weights[j] as Rational[])]),
    ),
  };
}

/** What a hidden layer hands on: bent units with their outgoing weights, and one affine map of the layer's inputs. */
interface Handed {
  readonly units: (Worker & { outgoing: Rational[] })[];
  /** matrix[j][i]: to node j of the next layer from input i, past the bent units. */
  readonly matrix: Rational[][];
  readonly offset: Rational[];
}

interface Member {
  /** Of the node in its layer. */
  readonly index: number;
  readonly row: readonly bigint[];
  readonly scale: Rational;
  readonly change: Rational;
}

/** The kinks of a layer by hyperplane. */
function kinkMembers(layer: readonly Worker[]): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  layer.forEach(({ node }, index) => {
    if (node.weights.every(isZero)) return;
    for (const { kink, change } of slopeChanges(node.activation)) {
      const plane = hyperplane(node.weights, subtract(node.bias, kink));
      const members = groups.get(plane.key) ?? [];
      groups.set(plane.key, members);
      members.push({ index, row: plane.row, scale: plane.scale, change });
    }
  });
  return groups;
}

/** Is the group's one node alone on all its hyperplanes? Then it stays as it is. */
function isAlone(members: readonly Member[], groups: ReadonlyMap<string, readonly Member[]>): boolean {
  const index = members[0]?.index;
  return [...groups.values()].every((other) => other.length === 1 || other.every((member) => member.index !== index));
}

function mergeGroup(
  handed: Handed,
  members: readonly Member[],
  layer: readonly Worker[],
  outgoingOf: (i: number) => Rational[],
  fates: Map<string, NodeFate>,
): void {
  const jump = handed.offset.map((_, j) =>
    members.reduce(
      (sum, { index, change, scale }) =>
        add(sum, multiply(outgoingOf(index)[j] as Rational, multiply(change, absolute(scale)))),
      ZERO,
    ),
  );
  const origins = members.flatMap(({ index }) => (layer[index] as Worker).origins);
  if (jump.every(isZero)) {
    for (const origin of origins) {
      const others = origins.filter((other) => nodeKey(other) !== nodeKey(origin));
      if (!fates.has(nodeKey(origin))) fates.set(nodeKey(origin), { kind: 'cancelled', with: others });
    }
    return;
  }
  // Scaled and facing as the first member.
  const { row, scale } = members[0] as Member;
  const [rowWeights, rowBias] = asWeights(row);
  if (sign(scale) < 0) handOn(handed, jump, ONE, rowWeights, rowBias);
  handed.units.push({
    node: {
      weights: rowWeights.map((w) => multiply(scale, w)),
      bias: multiply(scale, rowBias),
      activation: { kind: 'relu' },
    },
    origins,
    outgoing: jump.map((value) => divide(value, absolute(scale))),
  });
}

function asWeights(row: readonly bigint[]): [Rational[], Rational] {
  const entries = row.map((entry) => rational(entry));
  return [entries.slice(0, -1), entries[entries.length - 1] as Rational];
}

/** Adds outgoing * factor * (weights . inputs + bias) to the affine map. */
function handOn(
  { matrix, offset }: Handed,
  outgoing: readonly Rational[],
  factor: Rational,
  weights: readonly Rational[],
  bias: Rational,
): void {
  outgoing.forEach((out, j) => {
    const times = multiply(out, factor);
    if (isZero(times)) return;
    const row = matrix[j] as Rational[];
    weights.forEach((weight, i) => (row[i] = add(row[i] as Rational, multiply(times, weight))));
    offset[j] = add(offset[j] as Rational, multiply(times, bias));
  });
}

/**
 * Linear nodes, as many as the rank, that carry the matrix: it is its pivot columns times its reduced row echelon form
 * (Gauss and Jordan), whose rows are the new nodes' weights.
 */
function carry(matrix: readonly (readonly Rational[])[], width: number): { carriers: Worker[]; weights: Rational[][] } {
  const rows = matrix.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < width; column++) {
    const at = rows.findIndex((row, i) => i >= pivots.length && !isZero(row[column] as Rational));
    if (at < 0) continue;
    const top = pivots.length;
    [rows[top], rows[at]] = [rows[at] as Rational[], rows[top] as Rational[]];
    const head = rows[top][column] as Rational;
    const pivot = rows[top].map((entry) => divide(entry, head));
    rows[top] = pivot;
    rows.forEach((row, i) => {
      const factor = negate(row[column] as Rational);
      if (i !== top && !isZero(factor)) {
        rows[i] = row.map((entry, k) => add(entry, multiply(factor, pivot[k] as Rational)));
      }
    });
    pivots.push(column);
  }
  const carriers = pivots.map((_, i): Worker => ({
    node: { weights: rows[i] as Rational[], bias: ZERO, activation: { kind: 'linear' } },
    origins: [],
  }));
  return { carriers, weights: matrix.map((row) => pivots.map((column) => row[column] as Rational)) };
}
