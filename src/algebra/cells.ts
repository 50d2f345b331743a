/**
 * Every cell of a piecewise linear network: the sets on which each node is on one given piece, with a non-empty interior.
 * Layer by layer, node by node: within a cell found so far each pre-activation is affine, and where its kink crosses the
 * cell (the cell has rays strictly on both sides) the cell is cut in two. Conventions: SPEC.md, C1 to C7.
 */
import type { Network, Node, NodeAt } from '../model/network.ts';
import { pieceIndex, pieces as shapeOf, type PiecewiseLinear } from '../activation/pieces.ts';
import type { Affine } from './affine.ts';
import { coneOf, split, type Cone } from './cone.ts';
import type { Domain } from './domain.ts';
import { domainRows } from './domain-rows.ts';
import {
  combine,
  coprime,
  integerText,
  integerVector,
  isConstantRow,
  lcm,
  negateVector,
  scaleToIntegers,
  toBigIntegers,
  type IntegerVector,
} from './integer-vector.ts';
import { equal, rational, type Rational } from '../number/rational.ts';

export interface Cell {
  /** pieces[layer][node]: the index of the piece that the node is on. */
  readonly pieces: readonly (readonly number[])[];
  /** Nodes whose z is constant on the cell and exactly on a kink: their piece is a convention, the lower one. */
  readonly onKink: readonly NodeAt[];
  readonly cone: Cone;
  /** The network's output on the cell, times `scale`: (coefficients, intercept) in integers. All cells share one scale. */
  readonly output: IntegerVector;
  readonly scale: bigint;
}

/** The cell's pattern: pieces as digits, layers apart by `|`. */
export function patternOf(cell: Cell): string {
  return cell.pieces.map((layer) => layer.join('')).join('|');
}

/** The affine function that the network is on the cell. */
export function formOf({ output, scale }: Cell): Affine {
  const entries = toBigIntegers(output).map((entry) => rational(entry, scale));
  return { coef: entries.slice(0, -1), intercept: entries[entries.length - 1] as Affine['intercept'] };
}

/** A text that is equal exactly for cells of equal form (of one network). */
export function formKey(cell: Cell): string {
  return integerText(cell.output);
}

/**
 * What one layer knows on one cell of the layers before: z and the branches of each node, as integer rows (coefficients,
 * constant) over the inputs.
 */
export interface LayerOnCell {
  readonly layer: number;
  readonly cone: Cone;
  /** z[node] times zScale[node]. */
  readonly z: readonly IntegerVector[];
  readonly zScale: readonly bigint[];
}

interface Kink {
  readonly row: IntegerVector;
  readonly minus: IntegerVector;
}

interface CellLayer extends LayerOnCell {
  /** kinks[node][k]: the coprime row that has the sign of z - kink k, and its negative; null where z is constant. */
  readonly kinks: readonly (readonly Kink[] | null)[];
  /** branches[node][piece]: the node's output on that piece, times the layer's scale. */
  readonly branches: readonly (readonly IntegerVector[])[];
}

export interface CellOptions {
  /** Is called for each cell of the layers before a layer, before the layer cuts it. */
  readonly onLayer?: (layer: LayerOnCell) => void;
}

/**
 * The cells over the domain, one after the other, in the order of their patterns. Stop by leaving the loop; the work
 * between two cells is short. Throws a RangeError when a node is smooth.
 */
export function* eachCell(
  network: Network<Rational>,
  domain: Domain,
  options: CellOptions = {},
): Generator<Cell, void> {
  const n = network.inputs.length;
  const plans = planLayers(network);
  const inputs = Array.from({ length: n }, (_, i) =>
    integerVector(Array.from({ length: n + 1 }, (_, k) => (k === i ? 1n : 0n))),
  );
  const enter = (layer: number, cone: Cone, signals: readonly IntegerVector[]): CellLayer => {
    const entered = layerOnCell(plans[layer] as LayerPlan, layer, cone, signals, n);
    options.onLayer?.(entered);
    return entered;
  };

  const start = coneOf(n, domainRows(domain, n));
  const stack: Partial[] = [
    { cone: start, layer: enter(0, start, inputs), done: [], pieces: [], piece: 0, onKink: [] },
  ];
  for (let current = stack.pop(); current; current = stack.pop()) {
    let { cone, layer, done, pieces, piece, onKink } = current;
    for (;;) {
      const plan = plans[layer.layer] as LayerPlan;
      const j = pieces.length;
      const node = plan.nodes[j];
      if (node) {
        const kinks = layer.kinks[j];
        if (!kinks) {
          const constant = constantPiece(node, layer.z[j] as IntegerVector, layer.zScale[j] as bigint);
          pieces.push(constant.piece);
          if (constant.onTheKink) onKink = [...onKink, { layer: layer.layer, node: j }];
          continue;
        }
        // From the lowest kink up: what lies below a kink is on its piece, what lies above goes on to the next kink.
        for (; piece < kinks.length; piece++) {
          const { row, minus } = kinks[piece] as Kink;
          const { below, above } = split(cone, row, minus);
          if (!above) break;
          if (below) {
            stack.push({ cone: above, layer, done, pieces: [...pieces], piece: piece + 1, onKink });
            cone = below;
            break;
          }
        }
        pieces.push(piece);
        piece = 0;
        continue;
      }
      done = [...done, pieces];
      const signals = layer.branches.map((branches, i) => branches[pieces[i] as number] as IntegerVector);
      if (layer.layer === plans.length - 1) {
        yield { pieces: done, onKink, cone, output: signals[0] as IntegerVector, scale: plan.scale };
        break;
      }
      layer = enter(layer.layer + 1, cone, signals);
      pieces = [];
    }
  }
}

export interface Enumeration {
  readonly cells: readonly Cell[];
  /** False: stopped early, and there are at least as many cells as were found. */
  readonly finished: boolean;
}

export interface EnumerationOptions {
  /** At most so many cells. */
  readonly limit?: number;
  /** Asked after each cell, with the number of cells so far: true stops. */
  readonly shouldStop?: (found: number) => boolean;
}

/** All cells over the domain, in the order of their patterns, or the first ones when stopped. */
export function enumerateCells(
  network: Network<Rational>,
  domain: Domain,
  options: EnumerationOptions = {},
): Enumeration {
  const limit = options.limit ?? Infinity;
  const cells: Cell[] = [];
  for (const cell of eachCell(network, domain)) {
    if (cells.length >= limit) return { cells, finished: false };
    cells.push(cell);
    if (options.shouldStop?.(cells.length)) return { cells, finished: false };
  }
  return { cells, finished: true };
}

/** A cell that is cut by the layers `done` and by the first nodes of `layer`. */
interface Partial {
  readonly cone: Cone;
  readonly layer: CellLayer;
  readonly done: readonly (readonly number[])[];
  readonly pieces: number[];
  /** The next node is on this piece or a higher one. */
  readonly piece: number;
  readonly onKink: readonly NodeAt[];
}

/**
 * The network in integers. With s the scale of the signals before a layer (1 for the inputs), z times s w is an integer
 * row for w the common denominator of the node's weights and bias, and the layer's own scale is a multiple of all s w
 * and of the denominators of the slopes. These factors belong to the network, not to a cell: forms of different cells
 * compare entry by entry.
 */
interface LayerPlan {
  readonly scale: bigint;
  readonly nodes: readonly NodePlan[];
}

interface NodePlan {
  readonly shape: PiecewiseLinear;
  /** For the signals before, each times its scale, and last for the constant 1. */
  readonly weights: IntegerVector;
  readonly zScale: bigint;
  /** Piece p of the output is (timesZ[p] z-row + plus[p]) in the layer's scale. */
  readonly timesZ: readonly bigint[];
  readonly plus: readonly bigint[];
}

function planLayers(network: Network<Rational>): LayerPlan[] {
  let before = 1n;
  return network.layers.map((layer) => {
    const drafts = layer.map((node) => {
      const { integers, scale } = scaleToIntegers([...node.weights, node.bias]);
      const shape = piecesOf(node);
      const { integers: slopes, scale: slopeScale } = scaleToIntegers(shape.branches.map(({ slope }) => slope));
      integers[integers.length - 1] = (integers[integers.length - 1] as bigint) * before;
      return { shape, slopes, slopeScale, weights: integerVector(integers), zScale: scale * before };
    });
    let scale = before;
    for (const { zScale, slopeScale } of drafts) scale = lcm(scale, zScale * slopeScale);
    before = scale;
    const nodes = drafts.map(({ shape, slopes, slopeScale, weights, zScale }): NodePlan => {
      const factor = scale / (zScale * slopeScale);
      return {
        shape,
        weights,
        zScale,
        timesZ: slopes.map((slope) => factor * slope),
        plus: shape.branches.map(({ intercept }) => (intercept.n * scale) / intercept.d),
      };
    });
    return { scale, nodes };
  });
}

function piecesOf(node: Node<Rational>): PiecewiseLinear {
  const shape = shapeOf(node.activation);
  if (!shape) throw new RangeError(`${node.activation.kind} is smooth: it has no pieces`);
  return shape;
}

function layerOnCell(
  plan: LayerPlan,
  layer: number,
  cone: Cone,
  signals: readonly IntegerVector[],
  n: number,
): CellLayer {
  const one = integerVector(Array.from({ length: n + 1 }, (_, i) => (i === n ? 1n : 0n)));
  const terms = [...signals, one];
  const z = plan.nodes.map(({ weights }) => combine(weights, terms, n + 1));
  return {
    layer,
    cone,
    z,
    zScale: plan.nodes.map(({ zScale }) => zScale),
    kinks: plan.nodes.map(({ shape, zScale }, j) => {
      const zRow = z[j] as IntegerVector;
      if (isConstantRow(zRow)) return null;
      return shape.kinks.map((kink) => {
        const row = coprime(combine(integerVector([kink.d, -kink.n * zScale]), [zRow, one], n + 1));
        return { row, minus: negateVector(row) };
      });
    }),
    branches: plan.nodes.map(({ shape, timesZ, plus }, j) =>
      shape.branches.map((_, p) =>
        combine(integerVector([timesZ[p] as bigint, plus[p] as bigint]), [z[j] as IntegerVector, one], n + 1),
      ),
    ),
  };
}

/** The piece of a node whose z is constant: a z on a kink belongs to the lower piece. */
function constantPiece(
  { shape }: NodePlan,
  zRow: IntegerVector,
  zScale: bigint,
): { readonly piece: number; readonly onTheKink: boolean } {
  const entries = toBigIntegers(zRow);
  const z = rational(entries[entries.length - 1] as bigint, zScale);
  return { piece: pieceIndex(shape, z), onTheKink: shape.kinks.some((kink) => equal(kink, z)) };
}
