/**
 * A formula that is only looked at, or whose numbers can be dragged and no more. What is only looked at is one piece of
 * HTML for each group: its terms are elements, because lines break between them, and what is in them is text.
 */
import { memo } from 'react';
import type { Network } from '../model/network.ts';
import { useShape } from '../live/use-shape.ts';
import { Groups } from './formula.tsx';
import { pieceHtml, useKatexReady } from './katex-html.ts';
import { MathmlAtRest } from './mathml.tsx';
import { oneLine, spaced } from './one-line.ts';
import { groupsOf, isLong, runsOf, type Cut, type Group } from './parts.ts';
import { commonColour, segmentColour } from './segment-colour.ts';
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
  return groupsOf(segments).map((group) => <StillGroup key={group.key} {...groupHtml(group, shape)} />);
}

/** Written anew only where something in it has changed. */
const StillGroup = memo(function StillGroup({ html, colour, isTerm }: ColouredHtml & { readonly isTerm: boolean }) {
  return (
    <span
      className={isTerm ? 'formula-term' : 'formula-group'}
      aria-hidden="true"
      style={{ color: colour }}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
});

interface ColouredHtml {
  readonly html: string;
  /** Nothing: that of the text around it. */
  readonly colour?: string | undefined;
}

/** A group of one term, which is on one line, is that term itself. */
function groupHtml({ terms }: Group, shape: Network<unknown>): ColouredHtml & { readonly isTerm: boolean } {
  const [term, ...others] = terms;
  if (term && others.length === 0 && !isLong(term)) return { ...cutHtml(term, shape), isTerm: true };
  const colour = commonColour(
    terms.flatMap(({ segments }) => segments),
    shape,
  );
  return { html: terms.map((each) => termHtml(each, shape, colour)).join(''), colour, isTerm: false };
}

/** `around` is the colour of the group. */
function termHtml(term: Cut, shape: Network<unknown>, around: string | undefined): string {
  if (!isLong(term)) return element('class="formula-term"', cutHtml(term, shape), around);
  const runs = runsOf(term).map((run) => element('class="formula-run"', cutHtml(run, shape), around));
  return `<span class="formula-term" data-long="true">${runs.join('')}</span>`;
}

/** Of one colour it has that itself; else there is an element in it for each. */
function cutHtml({ segments }: Cut, shape: Network<unknown>): ColouredHtml {
  const texts: { readonly colour: string | undefined; html: string }[] = [];
  segments.forEach((segment, i) => {
    const colour = segmentColour(segment, shape);
    const html = (mayBreak(segments[i - 1], segment) ? '\u200b' : '') + textOf(segment.tex);
    const last = texts.at(-1);
    if (last && last.colour === colour) last.html += html;
    else texts.push({ colour, html });
  });
  const [first, ...others] = texts;
  if (first && others.length === 0) return first;
  return { html: texts.map((text) => (text.colour === undefined ? text.html : element('', text))).join('') };
}

function element(attributes: string, { html, colour }: ColouredHtml, around?: string): string {
  const style = colour === around ? '' : `style="color:${colour}"`;
  return `<span ${[attributes, style].filter(Boolean).join(' ')}>${html}</span>`;
}

/** Between a number and its letter a line breaks where both are wider than it. */
function mayBreak(before: Segment | undefined, { role, term }: Segment): boolean {
  return role === 'symbol' && before?.role === 'number' && before.term === term;
}

function textOf(tex: string): string {
  const line = oneLine(tex);
  return line === null ? `<span data-tex="${tex.replaceAll('&', '&amp;')}">${pieceHtml(tex)}</span>` : spaced(line);
}
