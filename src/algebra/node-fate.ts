/** What becomes of the nodes of a network when it is simplified. */
import type { Node, NodeAt } from '../model/network.ts';
import { pieces, type Branch, type PiecewiseLinear } from '../activation/pieces.ts';
import type { NodeRange } from './neuron-range.ts';
import { equal, isZero, type Rational } from '../number/rational.ts';

export type NodeFate =
  /** It is there, at this place, unchanged but for what it listens to. */
  | { readonly kind: 'kept'; readonly at: NodeAt }
  /** No path to the output, the same value everywhere, or always on a flat piece (never on). */
  | { readonly kind: 'dropped'; readonly why: 'no-path' | 'constant' | 'never-on' }
  /** Linear by itself, always on one sloping piece, or bending where the output never shows it. */
  | { readonly kind: 'folded'; readonly why: 'linear' | 'always-on' | 'unseen' }
  /** It bends where these others do; the node `into` does it for all of them. */
  | { readonly kind: 'merged'; readonly with: readonly NodeAt[]; readonly into: NodeAt }
  /** It bends where these others do, and together they do not; alone: its own ways to the output cancel. */
  | { readonly kind: 'cancelled'; readonly with: readonly NodeAt[] }
  /** Its bends are among those of the new hidden layer, which replaces several. */
  | { readonly kind: 'rewritten' };

/** The fate of a node that does not bend on the domain; null when it does. */
export function straightFate(node: Node<Rational>, range: NodeRange): NodeFate | null {
  if (!range.reachesOutput) return { kind: 'dropped', why: 'no-path' };
  if (range.constant) return { kind: 'dropped', why: 'constant' };
  const { branches } = pieces(node.activation) as PiecewiseLinear;
  const lowest = branches[0] as Branch;
  if (branches.every(({ slope }) => equal(slope, lowest.slope))) return { kind: 'folded', why: 'linear' };
  if (range.stablePiece === null) return null;
  const flat = isZero((branches[range.stablePiece] as Branch).slope);
  return flat ? { kind: 'dropped', why: 'never-on' } : { kind: 'folded', why: 'always-on' };
}

/**
 * The fates in an original network, when it was first simplified with the fates `first`, and the result again with the
 * fates `second`.
 */
export function composeFates(
  first: readonly (readonly NodeFate[])[],
  second: readonly (readonly NodeFate[])[],
): NodeFate[][] {
  // The original nodes behind each node in between.
  const origins = new Map<string, NodeAt[]>();
  first.forEach((layer, l) =>
    layer.forEach((fate, j) => {
      const place = placeOf(fate);
      if (place) origins.set(text(place), [...(origins.get(text(place)) ?? []), { layer: l, node: j }]);
    }),
  );
  return first.map((layer, l) =>
    layer.map((fate, j): NodeFate => {
      const place = placeOf(fate);
      const then = place && second[place.layer]?.[place.node];
      if (!then) return fate;
      const companions = fate.kind === 'merged' ? fate.with : [];
      const partners = (nodes: readonly NodeAt[]) =>
        distinct([...companions, ...nodes.flatMap((at) => origins.get(text(at)) ?? [])], { layer: l, node: j });
      switch (then.kind) {
        case 'kept':
          return fate.kind === 'merged' ? { ...fate, into: then.at } : then;
        case 'merged':
          return { kind: 'merged', with: partners(then.with), into: then.into };
        case 'cancelled':
          return { kind: 'cancelled', with: partners(then.with) };
        case 'dropped':
        case 'folded':
        case 'rewritten':
          return then;
      }
    }),
  );
}

function placeOf(fate: NodeFate): NodeAt | null {
  return fate.kind === 'kept' ? fate.at : fate.kind === 'merged' ? fate.into : null;
}

/** Each node once, in order, and not `self`. */
export function distinct(nodes: readonly NodeAt[], self: NodeAt): NodeAt[] {
  const seen = new Set([text(self)]);
  return nodes.filter((at) => !seen.has(text(at)) && seen.add(text(at)));
}

function text({ layer, node }: NodeAt): string {
  return `${layer}.${node}`;
}
