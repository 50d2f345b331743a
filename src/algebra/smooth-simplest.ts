/**
 * The simplest equal network of one with smooth nodes, where a single layer is not linear: nodes with the same atom are
 * merged, those whose atoms cancel are gone. Minimal, because different atoms are independent (smooth.ts): each needs a
 * node. Conventions: as in simplest.ts.
 */
import { nodeAt, type Network, type Node, type NodeAt } from '../model/network.ts';
import { AtomTable, addSignals, isAffineSignal, isConstantSignal, type Atom, type Signal } from './atoms.ts';
import type { Affine } from './affine.ts';
import type { Domain } from './domain.ts';
import type { NodeFate } from './node-fate.ts';
import { nodeSignals, withoutDeadNodes, type NodeSignals } from './node-signals.ts';
import { ONE, ZERO, divide, equal, isZero, multiply, negate, rational, type Rational } from '../number/rational.ts';
import { reachesOutput } from './reach.ts';
import type { Simplest } from './simplest.ts';

/** A node of the new hidden layer. */
interface Unit {
  readonly node: Node<Rational>;
  /** Its weight to the output. */
  readonly outgoing: Rational;
  /** What it puts out, in normal form. */
  readonly signal: Signal;
  /** The atoms that it stands for. */
  readonly atoms: readonly Atom[];
}

/** null where more than one layer (hidden or output) has nodes that are not linear. */
export function simplestSmooth(network: Network<Rational>, domain: Domain): Simplest | null {
  const bentLayers = network.layers.flatMap((layer, l) => (layer.every(isLinear) ? [] : [l]));
  if (bentLayers.length > 1) return null;
  const last = network.layers.length - 1;
  const bent = bentLayers[0] ?? last;
  const table = new AtomTable();
  // A node that nobody listens to stands for none of the atoms.
  const living = withoutDeadNodes(network);
  const signals = nodeSignals(living, domain, table);
  const output = signals.a.at(-1)?.[0] as Signal;
  const nodes = living.layers[bent] as readonly Node<Rational>[];
  if (bent === last && output.terms.size > 0) return bentOutput(network, signals);
  const units = unitsOf(table, nodes, signals.z[bent] as Signal[], signals.a[bent] as Signal[], output);
  const rest = units.reduce((left, { outgoing, signal }) => addSignals(left, negate(outgoing), signal), output);
  if (!isAffineSignal(rest)) throw new Error('atoms of the output are left over');
  const direct: Affine = { coef: rest.coef, intercept: rest.intercept };
  return {
    network: networkOf(network.inputs, units, direct),
    nodes: fatesOf(network, signals, units),
    direct,
    creases: null,
    bentNodes: units.filter(({ signal }) => !isConstantSignal(signal)).length,
    minimal: true,
  };
}

/** Only the output bends: the layers before it fold into its weights. */
function bentOutput(network: Network<Rational>, signals: NodeSignals): Simplest {
  const { activation } = nodeAt(network, { layer: network.layers.length - 1, node: 0 });
  const [{ coef, intercept }] = signals.z.at(-1) as [Signal];
  return {
    network: { inputs: network.inputs, layers: [[{ weights: coef, bias: intercept, activation }]] },
    nodes: fatesOf(network, signals, []),
    direct: null,
    creases: null,
    bentNodes: 0,
    minimal: true,
  };
}

/** Nodes that together have the atoms of the output, each of which as few of them as can be. */
function unitsOf(
  table: AtomTable,
  nodes: readonly Node<Rational>[],
  z: readonly Signal[],
  a: readonly Signal[],
  output: Signal,
): Unit[] {
  const left = new Map(output.terms);
  const units: Unit[] = [];
  // A node of the original stays if all that it bends is in the output, in its own proportions.
  nodes.forEach(({ activation }, j) => {
    const signal = a[j] as Signal;
    const { coef, intercept } = z[j] as Signal;
    const terms = [...signal.terms];
    const [first] = terms;
    const needed = first && left.get(first[0]);
    if (!first || !needed) return;
    const outgoing = divide(needed, first[1]);
    const fits = terms.every(([atom, times]) => {
      const total = left.get(atom);
      return total && equal(total, multiply(outgoing, times));
    });
    if (!fits) return;
    for (const [atom] of terms) left.delete(atom);
    const atoms = terms.map(([atom]) => atom);
    units.push({ node: { weights: coef, bias: intercept, activation }, outgoing, signal, atoms });
  });
  // Single kinks are left, of hard tanh nodes whose other kink has cancelled.
  for (const [atom, times] of left) {
    const { coef, intercept } = atom.argument;
    const signal = table.straight({ kind: 'relu' }, atom.argument, ['crosses']);
    const outgoing = multiply(rational(2), times);
    units.push({
      node: { weights: coef, bias: intercept, activation: { kind: 'relu' } },
      outgoing,
      signal,
      atoms: [atom],
    });
  }
  return units;
}

function networkOf(inputs: readonly string[], units: readonly Unit[], direct: Affine): Network<Rational> {
  const linear = { kind: 'linear' } as const;
  if (units.length === 0)
    return { inputs, layers: [[{ weights: direct.coef, bias: direct.intercept, activation: linear }]] };
  const carrier: Node<Rational>[] = direct.coef.every(isZero)
    ? []
    : [{ weights: direct.coef, bias: ZERO, activation: linear }];
  const output: Node<Rational> = {
    weights: [...units.map(({ outgoing }) => outgoing), ...carrier.map(() => ONE)],
    bias: direct.intercept,
    activation: linear,
  };
  return { inputs, layers: [[...units.map(({ node }) => node), ...carrier], [output]] };
}

function fatesOf(network: Network<Rational>, signals: NodeSignals, units: readonly Unit[]): NodeFate[][] {
  const reaches = reachesOutput(network);
  const last = network.layers.length - 1;
  return network.layers.map((layer, l) =>
    layer.map((_, j): NodeFate => {
      if (l === last) return { kind: 'kept', at: { layer: units.length > 0 ? 1 : 0, node: 0 } };
      if (!reaches[l]?.[j]) return { kind: 'dropped', why: 'no-path' };
      return fateOf(network, { layer: l, node: j }, signals, units);
    }),
  );
}

/** What becomes of a hidden node that the output listens to. */
function fateOf(network: Network<Rational>, at: NodeAt, { z, a }: NodeSignals, units: readonly Unit[]): NodeFate {
  const layer = a[at.layer] as readonly Signal[];
  const signal = layer[at.node] as Signal;
  const own = units.findIndex((unit) => unit.signal === signal);
  const { activation } = nodeAt(network, at);
  if (isConstantSignal(z[at.layer]?.[at.node] as Signal)) {
    return own >= 0 ? { kind: 'kept', at: { layer: 0, node: own } } : { kind: 'dropped', why: 'constant' };
  }
  if (isConstantSignal(signal)) return { kind: 'dropped', why: 'never-on' };
  const atoms = [...signal.terms.keys()];
  if (atoms.length === 0) return { kind: 'folded', why: activation.kind === 'linear' ? 'linear' : 'always-on' };
  const partners = layer.flatMap((other, j) =>
    j !== at.node && atoms.some((atom) => other.terms.has(atom)) ? [{ layer: at.layer, node: j }] : [],
  );
  const into = units.findIndex((unit) => unit.atoms.some((atom) => atoms.includes(atom)));
  if (into < 0) return { kind: 'cancelled', with: partners };
  if (own >= 0 && partners.length === 0) return { kind: 'kept', at: { layer: 0, node: own } };
  return { kind: 'merged', with: partners, into: { layer: 0, node: into } };
}

function isLinear({ activation }: Node<Rational>): boolean {
  return activation.kind === 'linear';
}
