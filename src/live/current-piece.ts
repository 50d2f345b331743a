/** The pieces of the network in the store, each with that network: a pattern is asked of no other. */
import type { Piece } from '../facts/analysis.ts';
import { memoize } from '../facts/memoize.ts';
import { pieceAt } from '../facts/piece-at.ts';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { selectAnalysis } from './known-analysis.ts';
import { fact, type Knowledge } from './knowledge.ts';

export interface PieceNow {
  readonly network: Network<Rational>;
  readonly piece: Piece;
}

/** What a piece is known by for as long as it is there: the pattern of its first cell. */
export function pieceId({ cells }: Piece): string {
  return cells[0] as string;
}

/** Null where they are not known. */
const selectPieces = fact((known) => {
  const found = selectAnalysis(known);
  return found.kind === 'done' && found.analysis ? { network: known.network, pieces: found.analysis.pieces } : null;
});

const byId = memoize((pieces: readonly Piece[]) => new Map(pieces.map((piece) => [pieceId(piece), piece])));

/** All of them, as they are now; none where they are not known. */
export function piecesNow(known: Knowledge): readonly PieceNow[] {
  const now = selectPieces(known);
  return now ? now.pieces.map((piece) => ({ network: now.network, piece })) : [];
}

/** Undefined where the network has no such piece, or it is not known. */
export function pieceNow(known: Knowledge, id: string): PieceNow | undefined {
  const now = selectPieces(known);
  const piece = now && byId(now.pieces).get(id);
  return piece ? { network: now.network, piece } : undefined;
}

/** The one that the current input lies in. */
export const selectPieceHere = fact((known): string | null => {
  const now = selectPieces(known);
  const here = now && pieceAt(now.network, now.pieces, known.x);
  return here ? pieceId(here) : null;
});
