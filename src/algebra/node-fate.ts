/** What becomes of the nodes of a network when it is simplified. */
import type { Node, NodeAt } from '../model/network.ts';
import { pieces, type Branch, type PiecewiseLinear } from './activation.ts';
import type { NodeRange } from './neuron-range.ts';
import { equal, isZero, type Rational } from './rational.ts';

/** What became of a node of the original. */
export type NodeFate =
  /** It is there, at this place, unchanged but for what it listens to. */
  | { readonly kind: 'kept'; readonly at: NodeAt }
  /** No path to the output, the same value everywhere, or always on a flat piece (never on). */
  | { readonly kind: 'dropped'; readonly why: 'no-path' | 'constant' | 'never-on' }
  /** Linear by itself, always on one sloping piece, or bending where the output never shows it. */
  | { readonly kind: 'folded'; readonly why: 'linear' | 'always-on' | 'unseen' }
  /** It bends where these others do; together they are the one node `into`. */
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
  if (branches.every(({ slope }) => equal(slope, (branches[0] as Branch).slope)))
    return { kind: 'folded', why: 'linear' };
  if (range.stablePiece === null) return null;
  const flat = isZero((branches[range.stablePiece] as Branch).slope);
  return flat ? { kind: 'dropped', why: 'never-on' } : { kind: 'folded', why: 'always-on' };
}
