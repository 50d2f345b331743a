/** A formula that is only looked at, many of them on a page: no controls, no MathML. What is around it has its name. */
import { memo } from 'react';
import { nodeColour } from '../state/colour.ts';
import { useKept, type Live } from '../state/live.ts';
import { useShape } from '../state/use-shape.ts';
import { LiveNumberPiece, PieceHtml, signOfPlain } from './piece.tsx';
import type { Segment } from './segments.ts';
import { sameStructure } from './structure.ts';
import { texAt, type Written } from './written.ts';

export interface ShownFormulaProps {
  readonly segments: readonly Segment[];
  /** TeX that comes after the sum: `{}>{}0`. */
  readonly after?: string;
}

/** Lines break between terms. */
export const ShownFormula = memo(function ShownFormula({ segments, after }: ShownFormulaProps) {
  return (
    <span className="formula katex" aria-hidden="true">
      <Terms segments={segments} numbers={null} />
      {after !== undefined && (
        <span className="formula-term">
          <PieceHtml tex={after} colour={undefined} />
        </span>
      )}
    </span>
  );
});

/** The same, following the store: while only its numbers change they are written into it. */
export function LiveShownFormula({ written }: { readonly written: Live<Written> }) {
  const { segments } = useKept(written, sameStructure);
  return (
    <span className="formula katex" aria-hidden="true">
      <Terms segments={segments} numbers={written} />
    </span>
  );
}

interface TermsProps {
  readonly segments: readonly Segment[];
  readonly numbers: Live<Written> | null;
}

function Terms({ segments, numbers }: TermsProps) {
  const shape = useShape();
  return termsOf(segments).map(({ from, segments: own }) => (
    <span className="formula-term" key={from}>
      {own.map(({ term, role, tex, via }, i) => {
        const colour = via ? nodeColour(shape, via) : undefined;
        return numbers && signOfPlain(tex) !== null ? (
          <LiveNumberPiece key={`${term} ${role}`} live={numbers} texAt={texAt} index={from + i} colour={colour} />
        ) : (
          <PieceHtml key={`${term} ${role}`} tex={tex} colour={colour} />
        );
      })}
    </span>
  ));
}

interface TermPart {
  /** Where it begins in the line. */
  readonly from: number;
  readonly segments: readonly Segment[];
}

function termsOf(segments: readonly Segment[]): TermPart[] {
  const terms: { from: number; segments: Segment[] }[] = [];
  segments.forEach((segment, index) => {
    const last = terms.at(-1);
    if (last && segment.breakBefore === 'none') last.segments.push(segment);
    else terms.push({ from: index, segments: [segment] });
  });
  return terms;
}
