/** The linear model of one piece, as it stands in the list of cases. */
import { affineSum } from '../algebra/derivation.ts';
import { formOfPattern, isPatternOf } from '../algebra/pattern-form.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import type { Piece } from '../facts/analysis.ts';
import { memoize } from '../facts/memoize.ts';
import { selectNetwork } from '../state/select.ts';
import type { CreaseState } from '../state/store.ts';
import { nodesOn } from '../facts/piece-at.ts';
import { write } from './segments.ts';
import type { Written } from './written.ts';

const writtenPieces = memoize((_network: Network<Rational>) => new Map<string, Written>());

/** Where only one hidden node is on, all terms come from it and have its colour; what several made is ink. */
export function writtenPiece(network: Network<Rational>, piece: Piece): Written {
  const known = writtenPieces(network);
  const key = piece.cells[0] as string;
  const hit = known.get(key);
  if (hit) return hit;
  const form = formOfPattern(network, key);
  if (!form) throw new RangeError('a smooth network has no pieces');
  const on = nodesOn(network, piece.pattern);
  const via = on.length === 1 ? (on[0] ?? null) : null;
  const sum = affineSum(form).map((term) => ({ ...term, via }));
  const written = { network, sum, segments: write(sum, network) };
  known.set(key, written);
  return written;
}

/** The piece as it is written for the network in the store; undefined where that has no such pattern. */
export const selectWrittenPiece = (piece: Piece) => (state: CreaseState) => {
  const network = selectNetwork(state);
  return isPatternOf(network, piece.cells[0] as string) ? writtenPiece(network, piece) : undefined;
};
