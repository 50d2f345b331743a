/** A formula that is only looked at, many of them on a page: no controls, no MathML. What is around it has its name. */
import { memo } from 'react';
import { useNodeColour } from './formula.tsx';
import { PieceHtml } from './piece.tsx';
import type { Segment } from './segments.ts';

export interface ShownFormulaProps {
  readonly segments: readonly Segment[];
  /** TeX that comes after the sum: `{}>{}0`. */
  readonly after?: string;
}

/** Lines break between terms. */
export const ShownFormula = memo(function ShownFormula({ segments, after }: ShownFormulaProps) {
  return (
    <span className="formula katex" aria-hidden="true">
      {termsOf(segments).map((term, i) => (
        <span className="formula-term" key={i}>
          {term.map((segment) => (
            <ShownSegment key={`${segment.term} ${segment.role}`} segment={segment} />
          ))}
        </span>
      ))}
      {after !== undefined && (
        <span className="formula-term">
          <PieceHtml tex={after} colour={undefined} />
        </span>
      )}
    </span>
  );
});

function ShownSegment({ segment }: { readonly segment: Segment }) {
  return <PieceHtml tex={segment.tex} colour={useNodeColour(segment.via)} />;
}

function termsOf(segments: readonly Segment[]): Segment[][] {
  const terms: Segment[][] = [];
  for (const segment of segments) {
    const last = terms.at(-1);
    if (last && segment.breakBefore === 'none') last.push(segment);
    else terms.push([segment]);
  }
  return terms;
}
