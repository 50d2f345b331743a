/**
 * What it takes all pieces to know: how many there are, where each is, and whether they are one linear model. A generator,
 * so that whoever runs it can show progress and stop; it never gives a wrong count: when a limit ends it, it says so.
 */
import type { Affine } from '../algebra/affine.ts';
import { eachCell, formKey, formOf, patternOf, type Cell } from '../algebra/cells.ts';
import type { Domain } from '../algebra/domain.ts';
import { formOfPattern } from '../algebra/pattern-form.ts';
import type { Rational } from '../number/rational.ts';
import { memoize } from './memoize.ts';
import { regionsOf } from '../algebra/region.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';

/** At most so many cells are looked at. */
export const MOST_CELLS = 20_000;

/** A largest connected part of the domain on which the network is one linear model. */
export interface Piece {
  /**
   * Which piece of its activation each node is on: digits, layers apart by `|`; `*` where the piece lies on both sides
   * (crossing that node's kink changes nothing).
   */
  readonly pattern: string;
  /**
   * The pattern of each of its convex parts (cells). All else about a part follows from its pattern: see
   * `algebra/pattern-cell.ts`.
   */
  readonly cells: readonly string[];
}

export interface Analysis {
  /** False: the limit ended it. */
  readonly finished: boolean;
  /** So many different linear models were found, so there are at least as many pieces. */
  readonly atLeast: number;
  /** Null when it is not finished. */
  readonly pieceCount: number | null;
  /** Those with most nodes on first; none when it is not finished. */
  readonly pieces: readonly Piece[];
  /** Are all cells of one form? Null when that is not known. */
  readonly model: Affine | 'bends' | null;
}

export interface AnalysisProgress {
  /** `joining` cells to pieces is one long step. */
  readonly stage: 'looking' | 'joining';
  /** As in `Analysis`. */
  readonly atLeast: number;
}

/** Yields after each cell, and before the cells are joined. Null for networks with smooth nodes: they have no pieces. */
export function* analysis(
  network: Network<Rational>,
  domain: Domain,
  mostCells: number = MOST_CELLS,
): Generator<AnalysisProgress, Analysis | null> {
  if (!isPiecewiseLinearNetwork(network)) return null;
  const cells: Cell[] = [];
  const forms = new Set<string>();
  let finished = true;
  for (const cell of eachCell(network, domain)) {
    if (cells.length >= mostCells) {
      finished = false;
      break;
    }
    forms.add(formKey(cell));
    cells.push(cell);
    yield { stage: 'looking', atLeast: forms.size };
  }
  const atLeast = forms.size;
  const known = atLeast > 1 ? 'bends' : finished && cells[0] ? formOf(cells[0]) : null;
  if (!finished) return { finished, atLeast, pieceCount: null, pieces: [], model: known };
  yield { stage: 'joining', atLeast };
  const pieces = joined(cells);
  return { finished, atLeast, pieceCount: pieces.length, pieces: pieces.sort(mostOnFirst), model: known };
}

function joined(cells: readonly Cell[]): Piece[] {
  const { regionOf, regionCount } = regionsOf(cells);
  const patterns = Array.from({ length: regionCount }, (): string[] => []);
  cells.forEach((cell, i) => patterns[regionOf[i] as number]?.push(patternOf(cell)));
  return patterns.map((own) => ({ pattern: commonPattern(own), cells: own }));
}

function commonPattern(patterns: readonly string[]): string {
  const [first = ''] = patterns;
  if (patterns.length === 1) return first;
  return [...first].map((digit, i) => (patterns.every((pattern) => pattern[i] === digit) ? digit : '*')).join('');
}

function mostOnFirst(p: Piece, q: Piece): number {
  return digitSum(q.pattern) - digitSum(p.pattern) || (p.pattern < q.pattern ? 1 : -1);
}

function digitSum(pattern: string): number {
  let sum = 0;
  for (let i = 0; i < pattern.length; i++) sum += Number(pattern[i]) || 0;
  return sum;
}

/** The linear model that the network is on a piece. */
export function formOfPiece(network: Network<Rational>, { cells }: Piece): Affine {
  return formOfPattern(network, cells[0] as string) as Affine;
}

/** Runs to the end at once. */
export function analyseNow(network: Network<Rational>, domain: Domain, mostCells?: number): Analysis | null {
  const run = analysis(network, domain, mostCells);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

const pieces = memoize((network: Network<Rational>) => memoize((domain: Domain) => analyseNow(network, domain)));

/** The same, once for each network and domain. For networks of few cells. */
export function piecesOn(network: Network<Rational>, domain: Domain): Analysis | null {
  return pieces(network)(domain);
}
