/** A formula that only shows: a name, a condition. */
import { memo } from 'react';
import { MathmlAtRest } from './mathml.tsx';
import { PieceHtml } from './piece.tsx';

export const StaticFormula = memo(function StaticFormula({ tex, spoken, className = '' }: StaticFormulaProps) {
  return (
    <span className={`formula katex${className && ` ${className}`}`} role="math" aria-label={spoken}>
      {/* What only spaces a piece that is drawn alone says nothing. */}
      <MathmlAtRest tex={tex.replaceAll('{}', '')} />
      <PieceHtml tex={tex} colour={undefined} />
    </span>
  );
});

interface StaticFormulaProps {
  readonly tex: string;
  readonly spoken: string;
  readonly className?: string;
}
