/** The linear model of one piece, as it stands in the list of cases. */
import { affineSum } from '../algebra/sum.ts';
import { formOfPattern } from '../algebra/pattern-form.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { memoize } from '../facts/memoize.ts';
import type { PieceNow } from '../live/current-piece.ts';
import { nodesOn } from '../facts/piece-at.ts';
import { write } from './segments.ts';
import type { Written } from './written.ts';

const writtenPieces = memoize((_network: Network<Rational>) => new Map<string, Written>());

/** Where only one hidden node is on, all terms come from it and have its colour; what several made is ink. */
export function writtenPiece({ network, piece }: PieceNow): Written {
  const known = writtenPieces(network);
  const key = piece.cells[0] as string;
  const hit = known.get(key);
  if (hit) return hit;
  const form = formOfPattern(network, key);
  if (!form) throw new RangeError('a smooth network has no pieces');
  const on = nodesOn(network, piece.pattern);
  const via = on.length === 1 ? (on[0] ?? null) : null;
  const sum = affineSum(form).map((term) => ({ ...term, via }));
  const written = { network, sum, segments: write(sum, network, { slots: true }) };
  known.set(key, written);
  return written;
}
