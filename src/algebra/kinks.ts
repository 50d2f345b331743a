/** Kinks of one layer that lie on one hyperplane, in the space of the layer's inputs. Conventions: SPEC.md, K1 to K4. */
import { fanIn, layerAt, type Network } from '../model/network.ts';
import { pieces, type Branch } from '../activation/pieces.ts';
import type { Domain } from './domain.ts';
import { sideOf } from './domain-range.ts';
import {
  ONE,
  ZERO,
  absolute,
  add,
  divide,
  isZero,
  multiply,
  rational,
  sign,
  subtract,
  type Rational,
} from '../number/rational.ts';
import { coprimeOf, toBigIntegers } from './integer-vector.ts';

export interface KinkMember {
  readonly neuron: number;
  /** Which kink of the neuron's activation, from the left. */
  readonly kink: number;
  /** z - kink value = scale * row, as affine functions of the layer's inputs. */
  readonly scale: Rational;
}

export interface KinkGroup {
  readonly kind: 'kink';
  /** The hyperplane: (w.., b) in coprime integers, the first entry that is not 0 positive. */
  readonly row: readonly bigint[];
  readonly members: readonly KinkMember[];
  /** How much the slope along the row of each node of the next layer jumps. The output layer has one entry. */
  readonly jump: readonly Rational[];
  /** All jumps are 0. */
  readonly cancels: boolean;
  /** First layer only: does the hyperplane meet the interior of the domain? */
  readonly cutsInterior?: boolean;
}

/** A hyperplane w.x + b = 0 in canonical form, and the factor that gives back what it was made of. */
export interface Hyperplane {
  readonly row: readonly bigint[];
  readonly scale: Rational;
  /** Equal exactly for equal hyperplanes. */
  readonly key: string;
}

/** coef . x + intercept = scale * row, with row coprime and its first entry positive. coef is not zero. */
export function hyperplane(coef: readonly Rational[], intercept: Rational): Hyperplane {
  const first = coef.findIndex((c) => !isZero(c));
  const entries = toBigIntegers(coprimeOf([...coef, intercept]));
  const row = (entries[first] as bigint) < 0n ? entries.map((entry) => -entry) : entries;
  return { row, scale: divide(coef[first] as Rational, rational(row[first] as bigint)), key: row.join(' ') };
}

/** By how much the slope changes at each kink of an activation, with the kinks; none for linear and smooth ones. */
export function slopeChanges(activation: Parameters<typeof pieces>[0]): { kink: Rational; change: Rational }[] {
  const shape = pieces(activation);
  if (!shape) return [];
  return shape.kinks.map((kink, k) => ({
    kink,
    change: subtract((shape.branches[k + 1] as Branch).slope, (shape.branches[k] as Branch).slope),
  }));
}

/**
 * The groups of kinks of the piecewise linear nodes of a layer, in the order of their first members. Nodes of other kinds
 * are passed over; a node with zero weights is in no group.
 */
export function kinkGroups(network: Network<Rational>, layer: number, domain: Domain): KinkGroup[] {
  const nodes = layerAt(network, layer);
  const next = network.layers[layer + 1];
  const outgoing = (neuron: number) => (next ? next.map((node) => node.weights[neuron] as Rational) : [ONE]);
  const groups = new Map<string, { row: readonly bigint[]; members: KinkMember[]; jump: Rational[] }>();
  nodes.forEach((node, neuron) => {
    if (node.weights.every(isZero)) return;
    slopeChanges(node.activation).forEach(({ kink, change }, k) => {
      const { row, scale, key } = hyperplane(node.weights, subtract(node.bias, kink));
      const group = groups.get(key) ?? { row, members: [], jump: outgoing(neuron).map(() => ZERO) };
      groups.set(key, group);
      group.members.push({ neuron, kink: k, scale });
      const bend = multiply(change, absolute(scale));
      group.jump = group.jump.map((sum, j) => add(sum, multiply(outgoing(neuron)[j] as Rational, bend)));
    });
  });
  return [...groups.values()].map(({ row, members, jump }): KinkGroup => {
    const group = { kind: 'kink' as const, row, members, jump, cancels: jump.every((j) => sign(j) === 0) };
    return layer === 0 ? { ...group, cutsInterior: cutsInterior(row, domain, fanIn(network, 0)) } : group;
  });
}

function cutsInterior(row: readonly bigint[], domain: Domain, n: number): boolean {
  const entries = row.map((entry) => rational(entry));
  return sideOf(domain, entries.slice(0, n), entries[n] as Rational) === 'cut';
}
