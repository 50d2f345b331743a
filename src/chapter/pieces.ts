/** The pieces of a small network, counted on the spot. */
import type { Affine } from '../algebra/affine.ts';
import { enumerateCells, formOf, patternOf, type Cell } from '../algebra/cells.ts';
import { ALL } from '../algebra/domain.ts';
import type { Rational } from '../algebra/rational.ts';
import { regionsOf } from '../algebra/region.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { memoize } from '../state/memoize.ts';

export interface SmallPiece {
  /** Which piece of its activation each node is on, layers apart by `|`; `*` where the piece lies on both sides. */
  readonly pattern: string;
  /** The patterns of its convex parts. */
  readonly cells: readonly string[];
  readonly form: Affine;
}

/** More cells than these are left to the stage, which has a worker. */
const MAX_CELLS = 64;

/** The pieces over all inputs; null when there are too many, or a node is smooth. */
export const smallPieces = memoize((network: Network<Rational>): readonly SmallPiece[] | null => {
  if (!isPiecewiseLinearNetwork(network)) return null;
  const { cells, finished } = enumerateCells(network, ALL, { limit: MAX_CELLS });
  if (!finished) return null;
  const { regionOf, regionCount } = regionsOf(cells);
  return Array.from({ length: regionCount }, (_, region) =>
    pieceOf(cells.filter((_cell, i) => regionOf[i] === region)),
  );
});

function pieceOf(cells: readonly Cell[]): SmallPiece {
  const patterns = cells.map(patternOf);
  const common = [...(patterns[0] as string)].map((digit, i) => (patterns.every((p) => p[i] === digit) ? digit : '*'));
  return { pattern: common.join(''), cells: patterns, form: formOf(cells[0] as Cell) };
}
