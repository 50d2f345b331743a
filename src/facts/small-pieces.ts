/** The pieces of a small network, counted on the spot. */
import { ALL } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { analyseNow, piecesOn, type Piece } from './analysis.ts';
import { isCheap } from './engine.ts';
import { memoize } from './memoize.ts';

/** More cells than these are left to the stage, which has a worker. */
const MAX_CELLS = 64;

/** The pieces over all inputs, those with most nodes on first; null when there are too many, or a node is smooth. */
export const smallPieces = memoize((network: Network<Rational>): readonly Piece[] | null => {
  const found = isCheap(network) ? piecesOn(network, ALL) : analyseNow(network, ALL, MAX_CELLS);
  return found?.finished ? found.pieces : null;
});
