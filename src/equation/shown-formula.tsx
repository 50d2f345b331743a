/** A formula that is only looked at, many of them on a page: nothing in it can be pointed at or edited. */
import { memo, type ReactNode } from 'react';
import { useKept, type Live } from '../live/live.ts';
import { useRested } from '../live/rest.ts';
import { useShape } from '../live/use-shape.ts';
import { Mathml, MathmlAtRest } from './mathml.tsx';
import { useLivePieces, type LivePieces } from './live-pieces.ts';
import { LivePiece, PieceHtml } from './piece.tsx';
import { plainKind } from './plain-piece.ts';
import { commonColour, segmentColour } from './segment-colour.ts';
import type { Segment } from './segments.ts';
import { speak } from './speech.ts';
import { sameStructure } from './structure.ts';
import { sumTex } from './tex.ts';
import { texAt, type Written } from './written.ts';

export interface ShownFormulaProps {
  readonly segments: readonly Segment[];
  /** TeX that comes before the sum, or after it: `{}>{}0`. */
  readonly before?: string;
  readonly after?: string;
  /** The whole formula as one piece of TeX, for MathML. */
  readonly tex: string;
  readonly spoken: string;
}

/** Lines break between terms. */
export const ShownFormula = memo(function ShownFormula(props: ShownFormulaProps) {
  const { segments, before, after, tex, spoken } = props;
  return (
    <span className="formula katex" role="math" aria-label={spoken}>
      <Mathml tex={tex} />
      {before !== undefined && <Beside tex={before} />}
      <Terms segments={segments} pieces={null} />
      {after !== undefined && <Beside tex={after} />}
    </span>
  );
});

function Beside({ tex }: { readonly tex: string }) {
  return (
    <span className="formula-term">
      <PieceHtml tex={tex} colour={undefined} />
    </span>
  );
}

/** A sum that follows the store: while only its numbers change they are written into it. */
export function LiveShownFormula({ written }: { readonly written: Live<Written> }) {
  const { segments } = useKept(written, sameStructure);
  return (
    <Heard written={written}>
      <Terms segments={segments} pieces={useLivePieces(written, texAt)} />
    </Heard>
  );
}

interface HeardProps {
  readonly written: Live<Written>;
  /** What is seen. */
  readonly children: ReactNode;
}

/** Drawn again, without what is seen, when a drag has come to rest. */
function Heard({ written, children }: HeardProps) {
  const { sum, network } = useRested(written);
  return (
    <span className="formula katex" role="math" aria-label={speak(sum, network)}>
      <MathmlAtRest tex={sumTex(sum, network)} late />
      {children}
    </span>
  );
}

interface TermsProps {
  readonly segments: readonly Segment[];
  readonly pieces: LivePieces | null;
}

function Terms({ segments, pieces }: TermsProps) {
  const shape = useShape();
  return termsOf(segments).map(({ from, segments: own }) => {
    const around = commonColour(own, shape);
    return (
      <span className="formula-term" key={from} style={{ color: around }}>
        {own.map((segment, i) => {
          const { term, role, tex } = segment;
          const colour = around ? undefined : segmentColour(segment, shape);
          return pieces && plainKind(tex) !== null ? (
            <LivePiece key={`${term} ${role}`} pieces={pieces} index={from + i} tex={tex} colour={colour} />
          ) : (
            <PieceHtml key={`${term} ${role}`} tex={tex} colour={colour} />
          );
        })}
      </span>
    );
  });
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
