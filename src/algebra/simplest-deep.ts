/**
 * Deep networks, simplified layer by layer as far as exact reasoning goes: what never bends becomes linear, kinks on one
 * hyperplane of a layer's inputs merge, and all linear signals of a layer are carried by as few linear nodes as their
 * rank. Repeated until nothing changes. Conventions: SPEC.md, S4 to S6.
 */
import { pieces, type PiecewiseLinear } from '../activation/pieces.ts';
import type { Layer, Network, Node, NodeAt } from '../model/network.ts';
import { isZero, type Rational } from '../number/rational.ts';
import { compactLayer, nodeKey, type Worker } from './compact-layer.ts';
import { equalOn, withBranch } from './difference.ts';
import type { Domain } from './domain.ts';
import { nodeRanges, type NodeRange, type RangeOptions } from './neuron-range.ts';
import { straightFate, type NodeFate } from './node-fate.ts';

/** The layers at work, and the fates that are settled, by `nodeKey`. */
interface Work {
  readonly inputs: readonly string[];
  readonly layers: readonly (readonly Worker[])[];
  readonly fates: Map<string, NodeFate>;
}

/** The simplified network, null when stopped. */
export function simplifyLayers(
  network: Network<Rational>,
  domain: Domain,
  options: RangeOptions,
): { network: Network<Rational>; nodes: NodeFate[][] } | null {
  let work: Work = {
    inputs: network.inputs,
    layers: network.layers.map((layer, l) => layer.map((node, j) => ({ node, origins: [{ layer: l, node: j }] }))),
    fates: new Map(),
  };
  for (;;) {
    const straightened = straighten(work, domain, options);
    if (!straightened) return null;
    work = settled(straightened);
    const folded = foldOne(work, domain, options);
    if (folded === 'stopped') return null;
    if (!folded) break;
    work = folded;
  }
  const nodes = network.layers.map((layer, l) =>
    layer.map((_, j): NodeFate => {
      const at = { layer: l, node: j };
      return placeOf(at, work) ?? work.fates.get(nodeKey(at)) ?? { kind: 'cancelled', with: [] };
    }),
  );
  return { network: networkOf(work), nodes };
}

function networkOf({ inputs, layers }: Work): Network<Rational> {
  return { inputs, layers: layers.map((layer) => layer.map(({ node }) => node)) };
}

/** Where an original node still is; null when it is gone. */
function placeOf(at: NodeAt, { layers }: Work): NodeFate | null {
  for (const [layer, workers] of layers.entries()) {
    for (const [node, { origins }] of workers.entries()) {
      if (!origins.some((origin) => nodeKey(origin) === nodeKey(at))) continue;
      const others = origins.filter((origin) => nodeKey(origin) !== nodeKey(at));
      return others.length === 0
        ? { kind: 'kept', at: { layer, node } }
        : { kind: 'merged', with: others, into: { layer, node } };
    }
  }
  return null;
}

/** Every node that does not bend on the domain becomes its branch; those that nobody hears go. null when stopped. */
function straighten(work: Work, domain: Domain, options: RangeOptions): Work | null {
  const ranges = nodeRanges(networkOf(work), domain, options);
  if (!ranges) return null;
  const fates = new Map(work.fates);
  const last = work.layers.length - 1;
  const layers = work.layers.map((layer, l) =>
    layer.map((worker, j): Worker => {
      const range = (ranges[l] as NodeRange[])[j] as NodeRange;
      const fate = straightFate(worker.node, range);
      if (!fate) return worker;
      // Nodes that nobody hears go by themselves, when the layer's linear signals are counted.
      if (l < last)
        for (const origin of worker.origins) if (!fates.has(nodeKey(origin))) fates.set(nodeKey(origin), fate);
      const piece = range.stablePiece ?? 0;
      const only: Network<Rational> = { inputs: [], layers: [[worker.node]] };
      const [[node]] = withBranch(only, { layer: 0, node: 0 }, piece).layers as [[Node<Rational>]];
      return { node, origins: l < last ? [] : worker.origins };
    }),
  );
  return { ...work, layers, fates };
}

/** Without the hidden nodes that have no path to the output; each layer keeps one node at least. */
function dropUnheard(layers: readonly (readonly Worker[])[]): (readonly Worker[])[] {
  const kept = [...layers];
  for (let l = kept.length - 2; l >= 0; l--) {
    const next = kept[l + 1] as readonly Worker[];
    const heard = (kept[l] as readonly Worker[]).map((_, i) =>
      next.some(({ node }) => !isZero(node.weights[i] as Rational)),
    );
    if (!heard.includes(true)) heard[0] = true;
    kept[l] = (kept[l] as readonly Worker[]).filter((_, i) => heard[i]);
    kept[l + 1] = next.map(({ node, origins }) => ({
      node: { ...node, weights: node.weights.filter((_, i) => heard[i]) },
      origins,
    }));
  }
  return kept;
}

/** One more node replaced by a branch where the output does not show the difference; null when there is none. */
function foldOne(work: Work, domain: Domain, options: RangeOptions): Work | null | 'stopped' {
  const network = networkOf(work);
  for (const [l, layer] of work.layers.entries()) {
    for (const [j, { node, origins }] of layer.entries()) {
      const { branches } = pieces(node.activation) as PiecewiseLinear;
      if (branches.length === 1) continue;
      for (const p of branches.keys()) {
        const straight = withBranch(network, { layer: l, node: j }, p);
        const equals = equalOn(domain, network, straight, options);
        if (equals === null) return 'stopped';
        if (!equals) continue;
        const fates = new Map(work.fates);
        const isOutput = l === work.layers.length - 1;
        if (!isOutput) for (const origin of origins) fates.set(nodeKey(origin), { kind: 'folded', why: 'unseen' });
        const layers = work.layers.map((workers, k) =>
          workers.map((worker, i): Worker => {
            if (k !== l || i !== j) return worker;
            return {
              node: (straight.layers[l] as Layer<Rational>)[j] as Node<Rational>,
              origins: isOutput ? origins : [],
            };
          }),
        );
        return { ...work, layers, fates };
      }
    }
  }
  return null;
}

/** Compacted until no more nodes go: a layer that shrank hears less of the one before it. */
function settled(work: Work): Work {
  let before = work;
  for (;;) {
    const after = compacted({ ...before, layers: dropUnheard(before.layers) });
    if (nodesOf(after) >= nodesOf(before)) return after;
    before = after;
  }
}

function nodesOf({ layers }: Work): number {
  return layers.reduce((sum, layer) => sum + layer.length, 0);
}

/** Each hidden layer with its kinks merged and its linear signals on as few nodes as possible. */
function compacted(work: Work): Work {
  let { layers } = work;
  const fates = new Map(work.fates);
  for (let l = 0; l < layers.length - 1;) {
    const { hidden, next } = compactLayer(layers[l] as readonly Worker[], layers[l + 1] as readonly Worker[], fates);
    layers = [...layers.slice(0, l), ...(hidden ? [hidden] : []), next, ...layers.slice(l + 2)];
    if (hidden) l++;
  }
  return { ...work, layers, fates };
}
