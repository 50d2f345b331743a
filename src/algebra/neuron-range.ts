/** What each node does over the domain: its exact range, whether it ever bends, and whether it could be straightened. */
import { ACTIVATIONS, type Activation } from '../activation/activation.ts';
import type { NodeStatus as Status } from '../activation/function.ts';
import type { Network } from '../model/network.ts';
import { pieces, type PiecewiseLinear } from '../activation/pieces.ts';
import { eachCell } from './cells.ts';
import { equalOn, withBranch } from './difference.ts';
import type { Domain } from './domain.ts';
import { affineRange } from './domain-range.ts';
import { rangeOn } from './polyhedron.ts';
import { reachesOutput } from './reach.ts';
import { compare, divide, equal, rational, type Rational } from '../number/rational.ts';

/** What a node stays on (`statuses` of its activation), or that it bends. */
export type NodeStatus = Status | 'mixed';

export interface NodeRange {
  /** The least and the greatest z over the domain, attained; null is unbounded. */
  readonly zMin: Rational | null;
  readonly zMax: Rational | null;
  readonly status: NodeStatus;
  readonly constant: boolean;
  readonly constantOnKink: boolean;
  readonly reachesOutput: boolean;
  /** The piece that z never leaves, the lower one where two fit; null when it bends. */
  readonly stablePiece: number | null;
}

export interface NodeAnalysis extends NodeRange {
  /** The pieces p such that this node's branch p in place of its activation leaves the function as it is. */
  readonly foldsTo: readonly number[];
}

export interface RangeOptions {
  /** Asked after each cell that was looked at: true stops. */
  readonly shouldStop?: () => boolean;
}

/**
 * ranges[layer][node], exact; null when stopped. The first layer needs the domain only, each other one the cells of the
 * layers before it. Throws a RangeError when a node is smooth.
 */
export function nodeRanges(
  network: Network<Rational>,
  domain: Domain,
  options: RangeOptions = {},
): NodeRange[][] | null {
  const reaches = reachesOutput(network);
  const bounds = zBounds(network, domain, options);
  if (!bounds) return null;
  return network.layers.map((layer, l) =>
    layer.map((node, j): NodeRange => {
      const { min, max } = (bounds[l] as Range[])[j] as Range;
      const shape = pieces(node.activation) as PiecewiseLinear;
      const stable = stablePieces(shape, min, max);
      const constant = min !== null && max !== null && equal(min, max);
      return {
        zMin: min,
        zMax: max,
        status: statusOf(node.activation, stable),
        constant,
        constantOnKink: constant && shape.kinks.some((kink) => equal(kink, min)),
        reachesOutput: reaches[l]?.[j] ?? false,
        stablePiece: stable[0] ?? null,
      };
    }),
  );
}

/** The ranges, and to which pieces each node folds; null when stopped. */
export function analyseNodes(
  network: Network<Rational>,
  domain: Domain,
  options: RangeOptions = {},
): NodeAnalysis[][] | null {
  const ranges = nodeRanges(network, domain, options);
  if (!ranges) return null;
  const analysed: NodeAnalysis[][] = [];
  for (const [l, layer] of network.layers.entries()) {
    const row: NodeAnalysis[] = [];
    for (const [j, node] of layer.entries()) {
      const range = (ranges[l] as NodeRange[])[j] as NodeRange;
      const shape = pieces(node.activation) as PiecewiseLinear;
      const stable = stablePieces(shape, range.zMin, range.zMax);
      const foldsTo: number[] = [];
      for (const p of shape.branches.keys()) {
        // A stable node is its piece; nobody hears a node that does not reach the output.
        const folds =
          !range.reachesOutput ||
          stable.includes(p) ||
          equalOn(domain, network, withBranch(network, { layer: l, node: j }, p), options);
        if (folds === null) return null;
        if (folds) foldsTo.push(p);
      }
      row.push({ ...range, foldsTo });
    }
    analysed.push(row);
  }
  return analysed;
}

/** The pieces, two at most, that hold all z between min and max; a kink belongs to both of its pieces here. */
function stablePieces({ kinks, branches }: PiecewiseLinear, min: Rational | null, max: Rational | null): number[] {
  return branches.flatMap((_, p) => {
    const low = kinks[p - 1];
    const high = kinks[p];
    const fits = (!low || (min && compare(min, low) >= 0)) && (!high || (max && compare(max, high) <= 0));
    return fits ? [p] : [];
  });
}

interface Range {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

function zBounds(network: Network<Rational>, domain: Domain, { shouldStop }: RangeOptions): Range[][] | null {
  const [first, ...rest] = network.layers;
  const bounds: Range[][] = [(first ?? []).map((node) => affineRange(domain, node.weights, node.bias))];
  if (rest.length === 0) return bounds;
  const found: (Range | null)[][] = rest.map((layer) => layer.map(() => null));
  const cells = eachCell(network, domain, {
    onLayer: ({ layer, cone, z, zScale }) => {
      if (layer === 0) return;
      const ranges = found[layer - 1] as (Range | null)[];
      z.forEach((row, j) => {
        const here = scaledRange(rangeOn(cone, row), zScale[j] as bigint);
        const before = ranges[j];
        ranges[j] = before ? union(before, here) : here;
      });
    },
  });
  for (const _ of cells) if (shouldStop?.()) return null;
  return [...bounds, ...(found as Range[][])];
}

function scaledRange({ min, max }: Range, scale: bigint): Range {
  const factor = rational(scale);
  return { min: min && divide(min, factor), max: max && divide(max, factor) };
}

function union(a: Range, b: Range): Range {
  return {
    min: a.min && b.min && (compare(a.min, b.min) <= 0 ? a.min : b.min),
    max: a.max && b.max && (compare(a.max, b.max) >= 0 ? a.max : b.max),
  };
}

function statusOf({ kind }: Activation<Rational>, stable: readonly number[]): NodeStatus {
  const f = ACTIVATIONS[kind];
  const [piece] = stable;
  return (f.shape === 'straight' && piece !== undefined && f.statuses[piece]) || 'mixed';
}
