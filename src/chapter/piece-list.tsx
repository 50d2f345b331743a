/**
 * The pieces of the network in the store around, case by case, with the one of the current input marked. Counted on the
 * spot, so that they stand in the built HTML too; a network with very many is left to the stage, which has a worker.
 */
import { affineSum } from '../algebra/sum.ts';
import { patternOf } from '../algebra/pattern-at.ts';
import { exactValues } from '../facts/values.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { formOfPiece, type Piece } from '../facts/analysis.ts';
import { nodesOn } from '../facts/piece-at.ts';
import { selectNetwork, selectX } from '../live/select.ts';
import { useCrease } from '../live/live.ts';
import { Formula } from '../equation/still-formula.tsx';
import { write } from '../equation/segments.ts';
import { speak } from '../equation/speech.ts';
import { sumTex } from '../equation/tex.ts';
import { CASES, caseConditions } from '#words/cases-words.ts';
import { SWITCH_ON_RELU } from '#words/chapter/switch-on-relu-words.ts';
import { smallPieces } from '../facts/small-pieces.ts';

/** `isAsked`: how many there are is still to be guessed; they keep their room. */
export function PieceList({ isAsked }: { readonly isAsked: boolean }) {
  const network = useCrease(selectNetwork);
  const x = useCrease(selectX);
  const pieces = smallPieces(network);
  if (!pieces) return <p className="aside">{SWITCH_ON_RELU.tooManyPieces}</p>;
  const here = patternOf(network, exactValues({ network, x }).z);
  const condition = caseConditions(network, pieces);
  return (
    <ul className="brace piece-list" aria-label={SWITCH_ON_RELU.piecesFigure} data-asked={isAsked || undefined}>
      {pieces.map((piece) => (
        <PieceRow
          key={piece.cells[0]}
          network={network}
          piece={piece}
          condition={condition(piece)}
          isHere={piece.cells.includes(here)}
        />
      ))}
    </ul>
  );
}

interface PieceRowProps {
  readonly network: Network<Rational>;
  readonly piece: Piece;
  /** In words. */
  readonly condition: string;
  readonly isHere: boolean;
}

function PieceRow({ network, piece, condition, isHere }: PieceRowProps) {
  const on = nodesOn(network, piece.pattern);
  // Where only one hidden node is on, all terms come from it and have its colour; what several made is ink.
  const via = on.length === 1 ? (on[0] ?? null) : null;
  const sum = affineSum(formOfPiece(network, piece)).map((term) => ({ ...term, via }));
  return (
    <li data-here={isHere || undefined} aria-current={isHere || undefined}>
      <Formula segments={write(sum, network)} tex={sumTex(sum, network)} spoken={speak(sum, network)} />
      <span className="piece-condition">{condition}</span>
      {isHere && <span className="piece-here">{CASES.here}</span>}
    </li>
  );
}
