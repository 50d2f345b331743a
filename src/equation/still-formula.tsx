/**
 * A formula that is only looked at, or whose numbers can be dragged and no more. What is only looked at is one piece of
 * HTML for each group: its terms are elements, because lines break between them, and what is in them is text.
 */
import { memo } from 'react';
import { nodeColour } from '../state/colour.ts';
import type { Network } from '../model/network.ts';
import { useShape } from '../live/use-shape.ts';
import { Groups } from './formula.tsx';
import { pieceHtml, useKatexReady } from './katex-html.ts';
import { MathmlAtRest } from './mathml.tsx';
import { oneLine, spaced } from './one-line.ts';
import { groupsOf, isLong, runsOf, type Cut, type Group } from './parts.ts';
import type { Segment } from './segments.ts';

export interface FormulaProps {
  readonly segments: readonly Segment[];
  /** The whole formula as one piece of TeX, for MathML. */
  readonly tex: string;
  readonly spoken: string;
  /** The numbers that are weights or biases can be dragged and typed. */
  readonly editable?: boolean;
}

export function Formula({ segments, tex, spoken, editable = false }: FormulaProps) {
  return (
    // Math has no controls inside.
    <span className="formula katex" role={editable ? 'group' : 'math'} aria-label={spoken}>
      <MathmlAtRest tex={tex} />
      {editable ? (
        <Groups segments={segments} names={null} pieces={null} editable />
      ) : (
        <StillGroups segments={segments} />
      )}
    </span>
  );
}

function StillGroups({ segments }: Pick<FormulaProps, 'segments'>) {
  useKatexReady();
  const shape = useShape();
  return groupsOf(segments).map((group) => <StillGroup key={group.key} html={groupHtml(group, shape)} />);
}

/** Written anew only where something in it has changed. */
const StillGroup = memo(function StillGroup({ html }: { readonly html: string }) {
  return <span className="formula-group katex-html" aria-hidden="true" dangerouslySetInnerHTML={{ __html: html }} />;
});

function groupHtml({ terms }: Group, shape: Network<unknown>): string {
  const box = (className: string, cut: Cut) => element(`class="${className}"`, cut.segments, shape);
  return terms
    .map((term) =>
      isLong(term)
        ? `<span class="formula-term" data-long="true">${runsOf(term)
            .map((run) => box('formula-run', run))
            .join('')}</span>`
        : box('formula-term', term),
    )
    .join('');
}

/** Of one colour it has that itself; else there is an element in it for each. */
function element(attributes: string, segments: readonly Segment[], shape: Network<unknown>): string {
  const texts: { readonly style: string; html: string }[] = [];
  segments.forEach((segment, i) => {
    const style = segment.via ? ` style="color:${nodeColour(shape, segment.via)}"` : '';
    const html = (mayBreak(segments[i - 1], segment) ? '\u200b' : '') + textOf(segment.tex);
    const last = texts.at(-1);
    if (last?.style === style) last.html += html;
    else texts.push({ style, html });
  });
  const [first, ...others] = texts;
  const content = texts.map(({ style, html }) => (style === '' ? html : `<span${style}>${html}</span>`)).join('');
  return first && others.length === 0
    ? `<span ${attributes}${first.style}>${first.html}</span>`
    : `<span ${attributes}>${content}</span>`;
}

/** Between a number and its letter a line breaks where both are wider than it. */
function mayBreak(before: Segment | undefined, { role, term }: Segment): boolean {
  return role === 'symbol' && before?.role === 'number' && before.term === term;
}

function textOf(tex: string): string {
  const line = oneLine(tex);
  return line === null ? `<span data-tex="${tex.replaceAll('&', '&amp;')}">${pieceHtml(tex)}</span>` : spaced(line);
}
