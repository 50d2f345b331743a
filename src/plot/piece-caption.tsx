/** One line about a place: which nodes are on there, and the one linear model that the network is there. */
import type { Network } from '../model/network.ts';
import { formOfPattern } from '../algebra/pattern-form.ts';
import type { Rational } from '../number/rational.ts';
import { SHEET, formulaParts, sideText } from '../words/sheet-words.ts';
import { FormulaText } from './input-label.tsx';

export interface PieceCaptionProps {
  readonly network: Network<Rational>;
  readonly pattern: string;
  /** Is the place under the pointer, rather than the current input? */
  readonly pointed: boolean;
  /** The output at the current input. */
  readonly height: string;
}

export function PieceCaption({ network, pattern, pointed, height }: PieceCaptionProps) {
  const form = formOfPattern(network, pattern);
  const formula = form && formulaParts(form, network.inputs, network.inputs.length > 3 ? 5 : 7);
  const side = sideText(network, pattern);
  return (
    <>
      <span>{pointed ? SHEET.pointedAt : SHEET.atPoint}</span>
      {side && `, ${side}`}
      {formula ? (
        <>
          : <i className="sheet-symbol">{SHEET.output}</i> {formula.exact ? '=' : '≈'}{' '}
          <FormulaText parts={formula.parts} />
        </>
      ) : (
        !pointed && (
          <>
            : <i className="sheet-symbol">{SHEET.output}</i>{' '}
            {height.startsWith('≈') ? height.replace('≈', '≈ ') : `= ${height}`}
          </>
        )
      )}
    </>
  );
}
