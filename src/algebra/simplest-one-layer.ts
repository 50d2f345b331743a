/**
 * The network of a bent form: one hidden layer with as few kinks as there are creases, and a direct linear part, carried
 * by a linear node where one is needed. Conventions: SPEC.md, S1 to S4.
 */
import { sameNode, type Network, type Node, type NodeAt } from '../model/network.ts';
import { pieces, type Branch, type PiecewiseLinear } from '../activation/pieces.ts';
import type { Affine } from './affine.ts';
import type { BentForm, Crease, CreaseMember } from './crease.ts';
import { slopeChanges } from './kinks.ts';
import { distinct, straightFate, type NodeFate } from './node-fate.ts';
import type { NodeRange } from './neuron-range.ts';
import {
  ONE,
  ZERO,
  absolute,
  add,
  divide,
  equal,
  isZero,
  multiply,
  negate,
  rational,
  sign,
  subtract,
  type Rational,
} from '../number/rational.ts';

export interface OneLayer {
  readonly network: Network<Rational>;
  /** What is not bent: f = direct + the bent nodes times their outgoing weights. */
  readonly direct: Affine;
  readonly units: readonly Unit[];
}

/** A bent hidden node of the new layer. */
interface Unit {
  readonly node: Node<Rational>;
  readonly outgoing: Rational;
  readonly creases: readonly Crease[];
  /** The piece of the node that lies below its creases (by its own z). */
  readonly lowest: number;
  /** The node that it was, when it is alone on its creases. */
  readonly keeps: NodeAt | null;
}

/** The network of a bent form of `original`, or, without that, one of new ReLU nodes. Without creases, no hidden layer. */
export function oneLayerNetwork(
  inputs: readonly string[],
  form: BentForm,
  original: Network<Rational> | null,
): OneLayer {
  const { affine, creases } = form;
  const taken = original ? originalUnits(original, form) : [];
  const rest = creases.filter((crease) => !taken.some((unit) => unit.creases.includes(crease)));
  const directOf = (units: readonly Unit[]) => units.reduce(minusAffinePart, affine);
  const units = turnedToSpareDirect([...taken, ...rest.map(reluUnit)], (tried) => isConstant(directOf(tried)));
  const order = new Map(creases.map((crease, i) => [crease, i]));
  const place = (unit: Unit) => order.get(unit.creases[0] as Crease) as number;
  units.sort((a, b) => place(a) - place(b));

  const direct = directOf(units);
  const linear = (weights: readonly Rational[], bias: Rational): Node<Rational> => ({
    weights,
    bias,
    activation: { kind: 'linear' },
  });
  if (units.length === 0)
    return { network: { inputs, layers: [[linear(direct.coef, direct.intercept)]] }, direct, units };
  const carriers = isConstant(direct) ? [] : [linear(direct.coef, ZERO)];
  const hidden = [...units.map(({ node }) => node), ...carriers];
  const output = linear([...units.map(({ outgoing }) => outgoing), ...carriers.map(() => ONE)], direct.intercept);
  return { network: { inputs, layers: [hidden, [output]] }, direct, units };
}

/** What became of the nodes of the network whose bent form it was. */
export function oneLayerFates(
  original: Network<Rational>,
  form: BentForm,
  ranges: readonly (readonly NodeRange[])[],
  { network, units }: OneLayer,
): NodeFate[][] {
  const output = { layer: network.layers.length - 1, node: 0 };
  return original.layers.map((layer, l) =>
    layer.map((node, j): NodeFate => {
      if (l === original.layers.length - 1) return { kind: 'kept', at: output };
      const straight = straightFate(node, (ranges[l] as NodeRange[])[j] as NodeRange);
      return straight ?? bentFate({ layer: l, node: j }, form, units);
    }),
  );
}

function bentFate(at: NodeAt, { creases, cancelled }: BentForm, units: readonly Unit[]): NodeFate {
  const kept = units.findIndex(({ keeps }) => keeps && sameNode(keeps, at));
  if (kept >= 0) return { kind: 'kept', at: { layer: 0, node: kept } };
  const own = creases.filter(({ members }) => isMember(at, members));
  const groups = [...own.map(({ members }) => members), ...cancelled.filter((members) => isMember(at, members))];
  const partners = distinct(
    groups.flat().map(({ layer, node }) => ({ layer, node })),
    at,
  );
  const first = own[0];
  if (first) {
    const into = units.findIndex((unit) => unit.creases.includes(first));
    return { kind: 'merged', with: partners, into: { layer: 0, node: into } };
  }
  if (groups.length > 0) return { kind: 'cancelled', with: partners };
  return creases.length > 0 ? { kind: 'rewritten' } : { kind: 'folded', why: 'unseen' };
}

function isMember(at: NodeAt, members: readonly CreaseMember[]): boolean {
  return members.some((member) => sameNode(member, at));
}

function isConstant({ coef }: Affine): boolean {
  return coef.every(isZero);
}

/** f + factor * row */
export function plusRow({ coef, intercept }: Affine, factor: Rational, row: readonly bigint[]): Affine {
  const part = (i: number) => multiply(factor, rational(row[i] as bigint));
  return { coef: coef.map((c, i) => add(c, part(i))), intercept: add(intercept, part(coef.length)) };
}

/** Without the affine part of the unit, which is the rest when its jumps times max(0, row) are taken away. */
function minusAffinePart(affine: Affine, { node, outgoing, creases, lowest }: Unit): Affine {
  const { branches } = pieces(node.activation) as PiecewiseLinear;
  const { slope, intercept } = branches[lowest] as Branch;
  const factor = multiply(outgoing, slope);
  let rest: Affine = {
    coef: affine.coef.map((c, i) => subtract(c, multiply(factor, node.weights[i] as Rational))),
    intercept: subtract(affine.intercept, add(multiply(factor, node.bias), multiply(outgoing, intercept))),
  };
  // A node that faces down its rows: max(0, -row) = max(0, row) - row.
  const first = node.weights.findIndex((weight) => !isZero(weight));
  if (sign(node.weights[first] as Rational) < 0) {
    for (const { row, jump } of creases) rest = plusRow(rest, jump, row);
  }
  return rest;
}

/**
 * Original nodes that make all bends on all their hyperplanes when given one new outgoing weight: those that are alone
 * there (the weight is as before, and the node is kept), or the first of several that bend alike.
 */
function originalUnits(original: Network<Rational>, { creases, cancelled }: BentForm): Unit[] {
  const taken = new Set<Crease>();
  const units: Unit[] = [];
  const nodes = original.layers.flatMap((layer, l) => layer.map((node, j) => ({ node, at: { layer: l, node: j } })));
  // Two kinks before one: such a node can do for two hyperplanes what else takes two nodes.
  for (const { node, at } of [...nodes].sort((a, b) => kinkCount(b.node) - kinkCount(a.node))) {
    const own = creases.filter(({ members }) => isMember(at, members));
    if (own.length === 0 || own.some((crease) => taken.has(crease))) continue;
    if (cancelled.some((members) => isMember(at, members))) continue;
    const changes = slopeChanges(node.activation);
    const bends = own.map(({ row, jump, members }) => {
      const { kink, scale } = members.find((member) => sameNode(member, at)) as CreaseMember;
      const { kink: value, change } = changes[kink] as { kink: Rational; change: Rational };
      return { row, kink, scale, value, outgoing: divide(jump, multiply(absolute(scale), change)) };
    });
    const [first] = bends as [(typeof bends)[0]];
    if (bends.some(({ outgoing }) => !equal(outgoing, first.outgoing))) continue;
    own.forEach((crease) => taken.add(crease));
    // z = scale * row + kink value, as a function of the inputs.
    const z = first.row.map((entry) => multiply(first.scale, rational(entry)));
    const bias = add(z[z.length - 1] as Rational, first.value);
    units.push({
      node: { weights: z.slice(0, -1), bias, activation: node.activation },
      outgoing: first.outgoing,
      creases: own,
      lowest: Math.min(...bends.map(({ kink }) => kink)),
      keeps: own.every(({ members }) => members.length === 1) ? at : null,
    });
  }
  return units;
}

function kinkCount({ activation }: Node<Rational>): number {
  return slopeChanges(activation).length;
}

/** A ReLU node for a crease, scaled and facing as the first of the nodes that bend there. */
function reluUnit(crease: Crease): Unit {
  const scale = crease.members[0]?.scale ?? ONE;
  const z = crease.row.map((entry) => multiply(scale, rational(entry)));
  return {
    node: { weights: z.slice(0, -1), bias: z[z.length - 1] as Rational, activation: { kind: 'relu' } },
    outgoing: divide(crease.jump, absolute(scale)),
    creases: [crease],
    lowest: 0,
    keeps: null,
  };
}

/** So many ReLU nodes are tried from both sides, and as |z|. */
const FREE_UNITS = 5;

/**
 * The units, with new ReLU nodes turned around (or made absolute values) so that no direct linear part is left, when that
 * can be; else as they are.
 */
function turnedToSpareDirect(units: readonly Unit[], sparesDirect: (units: readonly Unit[]) => boolean): Unit[] {
  const isFree = ({ keeps, node }: Unit) => !keeps && node.activation.kind === 'relu';
  const free = units.flatMap((unit, i) => (isFree(unit) ? [i] : [])).slice(0, FREE_UNITS);
  const search = (i: number, tried: readonly Unit[]): readonly Unit[] | null => {
    const at = free[i];
    if (at === undefined) return sparesDirect(tried) ? tried : null;
    const unit = tried[at] as Unit;
    for (const variant of [unit, turned(unit), asAbsolute(unit)]) {
      const found = search(i + 1, tried.with(at, variant));
      if (found) return found;
    }
    return null;
  };
  return [...(search(0, units) ?? units)];
}

function turned(unit: Unit): Unit {
  const { weights, bias, activation } = unit.node;
  return { ...unit, node: { weights: weights.map(negate), bias: negate(bias), activation } };
}

/** |z| bends twice as much as max(0, z). */
function asAbsolute(unit: Unit): Unit {
  return { ...unit, node: { ...unit.node, activation: { kind: 'abs' } }, outgoing: divide(unit.outgoing, rational(2)) };
}
