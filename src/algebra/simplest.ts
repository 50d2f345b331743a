/**
 * The simplest equal network over a domain: nodes that never bend the function there dropped or folded into a direct
 * linear part, kinks on one hyperplane merged. Conventions: SPEC.md, S1 to S6.
 */
import type { Network, Node, NodeAt } from '../model/network.ts';
import { pieces, type Branch, type PiecewiseLinear } from './activation.ts';
import type { Affine } from './affine.ts';
import { eachCell, formOf, type Cell } from './cells.ts';
import { bentForm, type BentForm, type Crease, type CreaseMember } from './crease.ts';
import { equalOn } from './difference.ts';
import type { Domain } from './domain.ts';
import { bigDot, integerVector } from './integer-vector.ts';
import { slopeChanges } from './kinks.ts';
import { nodeRanges, type NodeRange } from './neuron-range.ts';
import { straightFate, type NodeFate } from './node-fate.ts';
import {
  MINUS_ONE,
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
} from './rational.ts';
import { regionsOf } from './region.ts';
import { simplifyLayers } from './simplest-deep.ts';

export interface Simplest {
  /** Equal to the original on the domain. A direct linear part is carried by a linear hidden node. */
  readonly network: Network<Rational>;
  /** nodes[layer][node] of the original; the output node is always kept. */
  readonly nodes: readonly (readonly NodeFate[])[];
  /** With one hidden layer or none: f = direct + the bent hidden nodes times their outgoing weights; else null. */
  readonly direct: Affine | null;
  /** The hyperplanes that bend f inside the domain, where one hidden layer will do; else null. */
  readonly creases: number | null;
  /** Hidden nodes of `network` that are not linear. */
  readonly bentNodes: number;
  /**
   * No network of one hidden layer and a direct linear part has fewer kinks. (A hard tanh node has two, so its network
   * may have fewer bent nodes than creases; all others have one.)
   */
  readonly minimal: boolean;
}

export interface SimplestOptions {
  /** Asked while it works: true stops. */
  readonly shouldStop?: () => boolean;
}

/**
 * The simplest equal network, null when stopped. Deep networks are first tried as one hidden layer (proved by equality on
 * all cells); where that can't be, they are simplified layer by layer. Throws a RangeError when a node is smooth.
 */
export function simplest(network: Network<Rational>, domain: Domain, options: SimplestOptions = {}): Simplest | null {
  const bent = bentForm(network, domain);
  const ranges = nodeRanges(network, domain, options);
  if (!ranges) return null;
  if (bent) return oneLayer(network, bent, ranges);
  const candidate = asOneLayer(network, domain, options);
  if (candidate === 'stopped') return null;
  if (candidate) return oneLayer(network, candidate, ranges);
  const layers = simplifyLayers(network, domain, options);
  if (!layers) return null;
  const hidden = layers.network.layers.slice(0, -1).flat();
  const bentNodes = hidden.filter((node) => node.activation.kind !== 'linear').length;
  return { ...layers, direct: null, creases: null, bentNodes, minimal: false };
}

/** Deep networks of more cells are not tried as one hidden layer. */
const MOST_CELLS = 5000;

/**
 * The bent form of a deep network that happens to have one: if each hyperplane has one jump on all its crease facets,
 * there is one candidate, and equality decides.
 */
function asOneLayer(network: Network<Rational>, domain: Domain, options: SimplestOptions): BentForm | null | 'stopped' {
  const cells: Cell[] = [];
  for (const cell of eachCell(network, domain)) {
    cells.push(cell);
    if (options.shouldStop?.()) return 'stopped';
    if (cells.length > MOST_CELLS) return null;
  }
  const jumps = new Map<string, Crease>();
  for (const { row, jump } of regionsOf(cells).creaseFacets) {
    const known = jumps.get(row.join(' '));
    if (known && !equal(known.jump, jump)) return null;
    jumps.set(row.join(' '), { row, jump, members: [] });
  }
  const creases = [...jumps.values()];
  const start = cells[0] as Cell;
  const { coef, intercept } = formOf(start);
  let affine: Affine = { coef, intercept };
  for (const { row, jump } of creases) {
    // The candidate is the start's form minus the creases that are already on there.
    const h = integerVector(row);
    if (start.cone.rays.some((ray) => bigDot(h, ray) > 0n)) affine = plusRow(affine, negate(jump), row);
  }
  const form: BentForm = { affine, creases, cancelled: [] };
  const equals = equalOn(domain, network, oneLayerNetwork(network.inputs, form).network, options);
  return equals === null ? 'stopped' : equals ? form : null;
}

/** f + factor * row */
function plusRow({ coef, intercept }: Affine, factor: Rational, row: readonly bigint[]): Affine {
  const part = (i: number) => multiply(factor, rational(row[i] as bigint));
  return { coef: coef.map((c, i) => add(c, part(i))), intercept: add(intercept, part(coef.length)) };
}

/** A hidden node of the new layer, and the original nodes that it stands for. */
interface Unit {
  readonly node: Node<Rational>;
  readonly outgoing: Rational;
  readonly creases: readonly Crease[];
  /** The piece of the node that lies below its creases. */
  readonly lowest: number;
  /** null: a ReLU node, which may as well look from the other side. */
  readonly keeps: NodeAt | null;
}

interface OneLayer {
  readonly network: Network<Rational>;
  readonly units: readonly Unit[];
  readonly direct: Affine;
}

function oneLayer(network: Network<Rational>, form: BentForm, ranges: readonly (readonly NodeRange[])[]): Simplest {
  const { network: simplified, units, direct } = oneLayerNetwork(network.inputs, form, network);
  const nodes = network.layers.map((layer, l) =>
    layer.map((node, j): NodeFate => {
      const at = { layer: l, node: j };
      if (l === network.layers.length - 1)
        return { kind: 'kept', at: { layer: simplified.layers.length - 1, node: 0 } };
      return straightFate(node, (ranges[l] as NodeRange[])[j] as NodeRange) ?? bentFate(at, form, units);
    }),
  );
  return { network: simplified, nodes, direct, creases: form.creases.length, bentNodes: units.length, minimal: true };
}

function bentFate(at: NodeAt, { creases, cancelled }: BentForm, units: readonly Unit[]): NodeFate {
  const kept = units.findIndex(({ keeps }) => keeps && sameNode(keeps, at));
  if (kept >= 0) return { kind: 'kept', at: { layer: 0, node: kept } };
  const own = creases.filter(({ members }) => isMember(at, members));
  if (own.length > 0) {
    const partners = own.flatMap(({ members }) => othersThan(at, members));
    const into = units.findIndex((unit) => unit.creases.includes(own[0] as Crease));
    return { kind: 'merged', with: partners, into: { layer: 0, node: into } };
  }
  const groups = cancelled.filter((members) => isMember(at, members));
  return groups.length > 0
    ? { kind: 'cancelled', with: groups.flatMap((members) => othersThan(at, members)) }
    : { kind: 'rewritten' };
}

function isMember(at: NodeAt, members: readonly CreaseMember[]): boolean {
  return members.some((member) => sameNode(member, at));
}

function sameNode(a: NodeAt, b: NodeAt): boolean {
  return a.layer === b.layer && a.node === b.node;
}

function othersThan(at: NodeAt, members: readonly CreaseMember[]): NodeAt[] {
  return members.filter((member) => !sameNode(member, at)).map(({ layer, node }) => ({ layer, node }));
}

/**
 * The network of a bent form: a node whose kinks are all its own stays as it was, all other creases become ReLU nodes.
 * Without creases there is no hidden layer. `original` is where the members are found.
 */
function oneLayerNetwork(inputs: readonly string[], form: BentForm, original?: Network<Rational>): OneLayer {
  const { affine, creases } = form;
  const kept = original ? keptUnits(original, form) : [];
  const rest = creases.filter((crease) => !kept.some((unit) => unit.creases.includes(crease)));
  const ownPart = (units: readonly Unit[]) => units.reduce(minusLowestBranch, affine);
  const units = orientedUnits([...kept, ...rest.map(reluUnit)], (tried) => isConstant(ownPart(tried)));
  const order = new Map(creases.map((crease, i) => [crease, i]));
  units.sort((a, b) => (order.get(a.creases[0] as Crease) ?? 0) - (order.get(b.creases[0] as Crease) ?? 0));
  const direct = ownPart(units);
  const carriers: Node<Rational>[] = isConstant(direct)
    ? []
    : [{ weights: direct.coef, bias: ZERO, activation: { kind: 'linear' } }];
  if (units.length === 0) {
    const output: Node<Rational> = { weights: direct.coef, bias: direct.intercept, activation: { kind: 'linear' } };
    return { network: { inputs, layers: [[output]] }, units, direct };
  }
  const output: Node<Rational> = {
    weights: [...units.map(({ outgoing }) => outgoing), ...carriers.map(() => ONE)],
    bias: direct.intercept,
    activation: { kind: 'linear' },
  };
  const hidden = [...units.map(({ node }) => node), ...carriers];
  return { network: { inputs, layers: [hidden, [output]] }, units, direct };
}

function isConstant({ coef }: Affine): boolean {
  return coef.every(isZero);
}

/** affine minus what the unit is below all its kinks, where the bent form counts only from. */
function minusLowestBranch(affine: Affine, { node, outgoing, creases, lowest }: Unit): Affine {
  const { branches } = pieces(node.activation) as PiecewiseLinear;
  const { slope, intercept } = branches[lowest] as Branch;
  const factor = multiply(outgoing, slope);
  let rest: Affine = {
    coef: affine.coef.map((c, i) => subtract(c, multiply(factor, node.weights[i] as Rational))),
    intercept: subtract(affine.intercept, add(multiply(factor, node.bias), multiply(outgoing, intercept))),
  };
  // From a row's other side the unit already contains jump * row: max(0, -row) = max(0, row) - row.
  const first = node.weights.findIndex((weight) => !isZero(weight));
  if (sign(node.weights[first] as Rational) < 0) {
    for (const { row, jump } of creases) rest = plusRow(rest, jump, row);
  }
  return rest;
}

/** Original nodes that are alone on each of their hyperplanes through the interior, all of which bend f. */
function keptUnits(original: Network<Rational>, { creases, cancelled }: BentForm): Unit[] {
  const groups = [...creases.map(({ members }) => members), ...cancelled];
  return original.layers.flatMap((layer, l) =>
    layer.flatMap((node, j): Unit[] => {
      const at = { layer: l, node: j };
      const changes = slopeChanges(node.activation);
      const own = creases.filter(({ members }) => members.length === 1 && isMember(at, members));
      if (own.length === 0 || own.length < groups.filter((members) => isMember(at, members)).length) return [];
      const lowest = Math.min(...own.map(({ members }) => (members[0] as CreaseMember).kink));
      const { row, jump, members } = own[0] as Crease;
      const { kink, scale } = members[0] as CreaseMember;
      const { kink: value, change } = changes[kink] as { kink: Rational; change: Rational };
      // z = scale * row + kink value, as a function of the inputs.
      const weights = row.slice(0, -1).map((entry) => multiply(scale, rational(entry)));
      const bias = add(multiply(scale, rational(row[row.length - 1] as bigint)), value);
      const outgoing = divide(jump, multiply(absolute(scale), change));
      return [{ node: { weights, bias, activation: node.activation }, outgoing, creases: own, lowest, keeps: at }];
    }),
  );
}

/** A ReLU node for a crease, scaled and facing as the first of the nodes that bend there. */
function reluUnit(crease: Crease): Unit {
  const scale = crease.members[0]?.scale ?? ONE;
  const weights = crease.row.map((entry) => multiply(scale, rational(entry)));
  return {
    node: {
      weights: weights.slice(0, -1),
      bias: weights[weights.length - 1] as Rational,
      activation: { kind: 'relu' },
    },
    outgoing: divide(crease.jump, absolute(scale)),
    creases: [crease],
    lowest: 0,
    keeps: null,
  };
}

/** So many ReLU nodes are tried from both sides, and as |z|. */
const FREE_UNITS = 5;

/**
 * The units, with ReLU nodes turned around (or made absolute values) so that no direct linear part is left, when that
 * can be; else as they are.
 */
function orientedUnits(units: readonly Unit[], isGood: (units: readonly Unit[]) => boolean): Unit[] {
  const free = units.flatMap(({ keeps }, i) => (keeps ? [] : [i])).slice(0, FREE_UNITS);
  const variants = (i: number, tried: readonly Unit[]): Unit[] | null => {
    if (i === free.length) return isGood(tried) ? [...tried] : null;
    const at = free[i] as number;
    const unit = tried[at] as Unit;
    for (const variant of [unit, turned(unit), asAbsolute(unit)]) {
      const found = variants(i + 1, tried.with(at, variant));
      if (found) return found;
    }
    return null;
  };
  return variants(0, units) ?? [...units];
}

function turned(unit: Unit): Unit {
  const { weights, bias, activation } = unit.node;
  return { ...unit, node: { weights: weights.map((w) => multiply(MINUS_ONE, w)), bias: negate(bias), activation } };
}

/** |z| bends twice as much as max(0, z). */
function asAbsolute(unit: Unit): Unit {
  return { ...unit, node: { ...unit.node, activation: { kind: 'abs' } }, outgoing: divide(unit.outgoing, rational(2)) };
}
