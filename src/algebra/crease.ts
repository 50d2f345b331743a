/**
 * Networks that bend like one hidden layer: f(x) = affine(x) + the sum of jump * max(0, row . (x, 1)) over the creases.
 * No cells are needed: on the domain's interior near a generic point of one hyperplane no other one interferes, so this
 * form is unique, and f is affine exactly when no crease is left. Conventions: SPEC.md, B1 to B4.
 */
import type { NodeAt, Network } from '../model/network.ts';
import { pieces, type Branch } from '../activation/pieces.ts';
import type { Affine } from './affine.ts';
import type { Domain } from './domain.ts';
import { sideOf } from './domain-range.ts';
import { hyperplane, slopeChanges } from './kinks.ts';
import { reachesOutput } from './reach.ts';
import {
  ONE,
  ZERO,
  absolute,
  add,
  isZero,
  multiply,
  rational,
  sign,
  subtract,
  type Rational,
} from '../number/rational.ts';

export interface CreaseMember extends NodeAt {
  readonly kink: number;
  /** z - kink value = scale * row. */
  readonly scale: Rational;
}

export interface Crease {
  /** The hyperplane: coprime integers (a.., b), the first entry that is not 0 positive. It meets the domain's interior. */
  readonly row: readonly bigint[];
  /** The gradient above the crease (row > 0) minus the gradient below is jump * a. Not 0. */
  readonly jump: Rational;
  /** The nodes that bend here. */
  readonly members: readonly CreaseMember[];
}

/** affine + the sum of the jumps times max(0, row). */
export interface Bends {
  /** What the network is below all creases. */
  readonly affine: Affine;
  /** In the order of their first members. */
  readonly creases: readonly Crease[];
}

export interface BentForm extends Bends {
  /** Hyperplanes through the interior on which nodes bend, but the bends add up to nothing: their members. */
  readonly cancelled: readonly (readonly CreaseMember[])[];
}

/** affine + the sum of the jumps times max(0, row): one value inside the network. */
interface Signal {
  coef: Rational[];
  intercept: Rational;
  readonly jumps: Map<string, Rational>;
}

/**
 * The function that the network is on the domain, as an affine part and creases. null when some nonlinear node that
 * reaches the output sees a signal that is not affine on the domain, or is smooth: then one layer does not tell.
 */
export function bentForm(network: Network<Rational>, domain: Domain): BentForm | null {
  const n = network.inputs.length;
  const reaches = reachesOutput(network);
  const hyperplanes = new Map<string, { row: readonly bigint[]; members: CreaseMember[] }>();
  let signals: (Signal | null)[] = network.inputs.map((_, i) => ({
    coef: network.inputs.map((_, k) => (k === i ? ONE : ZERO)),
    intercept: ZERO,
    jumps: new Map(),
  }));
  for (const [layer, nodes] of network.layers.entries()) {
    const next: (Signal | null)[] = [];
    for (const [j, node] of nodes.entries()) {
      if (!reaches[layer]?.[j]) {
        next.push(null);
        continue;
      }
      // The first layer's signals are the coordinates: its sums are its weights.
      const z: Signal =
        layer === 0
          ? { coef: [...node.weights], intercept: node.bias, jumps: new Map() }
          : weightedSum(node.weights, signals, node.bias, n);
      const shape = pieces(node.activation);
      if (!shape) return null;
      const changes = slopeChanges(node.activation);
      const lowest = shape.branches[0] as Branch;
      const bends = changes.some(({ change }) => !isZero(change));
      if (bends && z.jumps.size > 0) return null;
      const a = scaled(z, lowest);
      if (bends) changes.forEach(({ kink, change }, k) => bend(a, z, kink, change, { layer, node: j, kink: k }));
      next.push(a);
    }
    signals = next;
  }
  const output = signals[0] as Signal;
  const creases = [...hyperplanes].flatMap(([key, { row, members }]): Crease[] => {
    const jump = output.jumps.get(key);
    return jump ? [{ row, jump, members }] : [];
  });
  const cancelled = [...hyperplanes].flatMap(([key, { members }]) => (output.jumps.has(key) ? [] : [members]));
  return { affine: { coef: output.coef, intercept: output.intercept }, creases, cancelled };

  /** a += change * max(0, z - kink), for an affine z. */
  function bend(a: Signal, z: Signal, kink: Rational, change: Rational, at: Omit<CreaseMember, 'scale'>): void {
    const offset = subtract(z.intercept, kink);
    const side = sideOf(domain, z.coef, offset);
    if (side === 'below') return;
    if (side === 'above') {
      addAffinePart(a, change, z.coef, offset);
      return;
    }
    const { row, scale, key } = hyperplane(z.coef, offset);
    const known = hyperplanes.get(key) ?? { row, members: [] };
    hyperplanes.set(key, known);
    known.members.push({ ...at, scale });
    // max(0, -s row) = s max(0, row) - s row for s > 0.
    if (sign(scale) < 0) addAffinePart(a, change, z.coef, offset);
    addJump(a.jumps, key, multiply(change, absolute(scale)));
  }
}

function weightedSum(
  weights: readonly Rational[],
  signals: readonly (Signal | null)[],
  bias: Rational,
  n: number,
): Signal {
  const sum: Signal = { coef: Array.from({ length: n }, () => ZERO), intercept: bias, jumps: new Map() };
  weights.forEach((weight, i) => {
    if (isZero(weight)) return;
    const signal = signals[i] as Signal;
    addAffinePart(sum, weight, signal.coef, signal.intercept);
    for (const [key, jump] of signal.jumps) addJump(sum.jumps, key, multiply(weight, jump));
  });
  return sum;
}

function scaled(z: Signal, { slope, intercept }: Branch): Signal {
  const a: Signal = { coef: z.coef.map((c) => multiply(slope, c)), intercept, jumps: new Map() };
  a.intercept = add(intercept, multiply(slope, z.intercept));
  if (!isZero(slope)) for (const [key, jump] of z.jumps) a.jumps.set(key, multiply(slope, jump));
  return a;
}

function addAffinePart(to: Signal, factor: Rational, coef: readonly Rational[], intercept: Rational): void {
  for (let i = 0; i < coef.length; i++) {
    const c = coef[i] as Rational;
    if (!isZero(c)) to.coef[i] = add(to.coef[i] as Rational, multiply(factor, c));
  }
  to.intercept = add(to.intercept, multiply(factor, intercept));
}

function addJump(jumps: Map<string, Rational>, key: string, jump: Rational): void {
  const sum = add(jumps.get(key) ?? ZERO, jump);
  if (isZero(sum)) jumps.delete(key);
  else jumps.set(key, sum);
}

/** The value of a bent form at x. */
export function evaluateBent(
  { affine, creases }: Pick<BentForm, 'affine' | 'creases'>,
  x: readonly Rational[],
): Rational {
  let y = affine.intercept;
  affine.coef.forEach((c, i) => (y = add(y, multiply(c, x[i] as Rational))));
  for (const { row, jump } of creases) {
    let height = rational(row[row.length - 1] as bigint);
    x.forEach((value, i) => (height = add(height, multiply(rational(row[i] as bigint), value))));
    if (sign(height) > 0) y = add(y, multiply(jump, height));
  }
  return y;
}

/**
 * The same function on a part of the inputs. A crease that does not meet the interior of the part is none there: the part
 * lies below it, where it adds nothing, or above, where its row is added everywhere. It is what `bentForm` gives there.
 */
export function bentWithin({ affine, creases }: Bends, domain: Domain): Bends {
  const within: Crease[] = [];
  const coef = [...affine.coef];
  let { intercept } = affine;
  for (const crease of creases) {
    const row = crease.row.map((entry) => rational(entry));
    const height = row.pop() as Rational;
    const side = sideOf(domain, row, height);
    if (side === 'cut') within.push(crease);
    if (side !== 'above') continue;
    row.forEach((a, i) => (coef[i] = add(coef[i] as Rational, multiply(crease.jump, a))));
    intercept = add(intercept, multiply(crease.jump, height));
  }
  return { affine: { coef, intercept }, creases: within };
}

/**
 * How many hyperplanes bend the network inside the domain: the least number of ReLU nodes in one hidden layer beside a
 * direct linear part. null where `bentForm` is, and when any node is smooth.
 */
export function creaseCount(network: Network<Rational>, domain: Domain): number | null {
  if (network.layers.some((layer) => layer.some((node) => !pieces(node.activation)))) return null;
  return bentForm(network, domain)?.creases.length ?? null;
}
