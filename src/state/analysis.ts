/**
 * What it takes all pieces to know: how many there are, where each is and which linear model it is, and the verdict for
 * deep networks. A generator, so that whoever runs it can show progress and stop; it never gives a wrong count: when a
 * limit ends it, it says so.
 */
import type { Affine } from '../algebra/affine.ts';
import { eachCell, formKey, formOf, patternOf, type Cell } from '../algebra/cells.ts';
import type { Domain } from '../algebra/domain.ts';
import { facetsOf, readablePoint } from '../algebra/polyhedron.ts';
import type { Rational } from '../algebra/rational.ts';
import { regionsOf } from '../algebra/region.ts';
import { isSmooth } from '../model/activation.ts';
import type { Network } from '../model/network.ts';

export interface Limits {
  /** At most so many cells are enumerated. */
  readonly cells: number;
  /** At most so many of them are joined to pieces and listed: joining looks at pairs of neighbours. */
  readonly listed: number;
}

export const LIMITS_OF_ANALYSIS: Limits = { cells: 20_000, listed: 2_000 };

/** A largest connected part of the domain on which the network is one linear model. */
export interface Piece {
  /**
   * Which piece of its activation each node is on: digits, layers apart by `|`; `*` where the piece lies on both sides
   * (crossing that node's kink changes nothing).
   */
  readonly pattern: string;
  /** The pattern of each of its convex parts (cells). */
  readonly cells: readonly string[];
  readonly form: Affine;
  /** The inequalities a.x + b >= 0 of its first cell, none redundant: coprime integers (a.., b). */
  readonly conditions: readonly (readonly bigint[])[];
  /** A point strictly inside. */
  readonly point: readonly Rational[];
}

export interface Analysis {
  /** False: a limit ended it, and the counts are lower bounds. */
  readonly finished: boolean;
  readonly cellCount: number;
  /** Pieces: cells of equal form joined. Null when there were too many to join. */
  readonly pieceCount: number | null;
  /** Empty when there were too many to list. */
  readonly pieces: readonly Piece[];
  /** Are all cells of one form? Null when that is not known. */
  readonly model: Affine | 'bends' | null;
}

/** Yields the number of cells found so far after each cell. Null for networks with smooth nodes: they have no pieces. */
export function* analysis(
  network: Network<Rational>,
  domain: Domain,
  limits: Limits = LIMITS_OF_ANALYSIS,
): Generator<number, Analysis | null> {
  if (network.layers.some((layer) => layer.some((node) => isSmooth(node.activation.kind)))) return null;
  const cells: Cell[] = [];
  let finished = true;
  let bends = false;
  for (const cell of eachCell(network, domain)) {
    if (cells.length >= limits.cells) {
      finished = false;
      break;
    }
    bends ||= cells[0] !== undefined && formKey(cells[0]) !== formKey(cell);
    cells.push(cell);
    yield cells.length;
  }
  const known = bends ? 'bends' : finished && cells[0] ? formOf(cells[0]) : null;
  if (!finished || cells.length > limits.listed) {
    return { finished, cellCount: cells.length, pieceCount: null, pieces: [], model: known };
  }
  const { regionOf, regionCount } = regionsOf(cells);
  const pieces = Array.from({ length: regionCount }, (_, region) =>
    pieceOf(cells.filter((_cell, i) => regionOf[i] === region)),
  );
  return { finished, cellCount: cells.length, pieceCount: regionCount, pieces, model: known };
}

function pieceOf(cells: readonly Cell[]): Piece {
  const first = cells[0] as Cell;
  const patterns = cells.map(patternOf);
  return {
    pattern: [...(patterns[0] as string)]
      .map((digit, i) => (patterns.every((p) => p[i] === digit) ? digit : '*'))
      .join(''),
    cells: patterns,
    form: formOf(first),
    conditions: facetsOf(first.cone),
    point: readablePoint(first.cone),
  };
}

/** Runs to the end at once. */
export function analyseNow(network: Network<Rational>, domain: Domain): Analysis | null {
  const run = analysis(network, domain);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}
