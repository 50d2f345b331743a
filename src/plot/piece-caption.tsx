/** One line about a place: which nodes are on there, and the one linear model that the network is there. */
import { formOfPattern } from '../algebra/pattern-form.ts';
import { useKept, useWritten, type Live } from '../live/live.ts';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { sameList } from '../state/same-list.ts';
import { SHEET, formulaParts, sideText, type FormulaPart } from '#words/sheet-words.ts';
import { FormulaText, writeFormula } from './input-label.tsx';

export interface Caption {
  /** Is the place under the pointer, rather than the current input? */
  readonly pointed: boolean;
  /** The sides of the nodes there; empty where there is nothing to say. */
  readonly side: string;
  readonly sign: '=' | '≈';
  /** What the output is there: a formula, or a number alone; null where neither is said. */
  readonly parts: readonly FormulaPart[] | null;
}

export interface CaptionOf {
  readonly network: Network<Rational>;
  readonly pattern: string;
  readonly pointed: boolean;
  /** The output at the current input. */
  readonly height: string;
}

export function captionOf({ network, pattern, pointed, height }: CaptionOf): Caption {
  const form = formOfPattern(network, pattern);
  const side = sideText(network, pattern);
  if (form) {
    const { parts, exact } = formulaParts(form, network.inputs, network.inputs.length > 3 ? 5 : 7);
    // An empty text has no node that could be written.
    const drawn = parts.filter((part) => !('text' in part && part.text === ''));
    return { pointed, side, sign: exact ? '=' : '≈', parts: drawn };
  }
  const isRounded = height.startsWith('≈');
  const text = isRounded ? height.slice(1) : height;
  return { pointed, side, sign: isRounded ? '≈' : '=', parts: pointed ? null : [{ text }] };
}

export function PieceCaption({ caption }: { readonly caption: Live<Caption> }) {
  const { pointed, side, sign, parts } = useKept(caption, sameWords);
  const [, formula] = useWritten<Caption, HTMLSpanElement>(caption, writeNumbers);
  return (
    <>
      <span>{pointed ? SHEET.pointedAt : SHEET.atPoint}</span>
      {side && `, ${side}`}
      {parts && (
        <>
          : <i className="sheet-symbol">{SHEET.output}</i> {sign} <FormulaText parts={parts} ref={formula} />
        </>
      )}
    </>
  );
}

/** But for numbers. */
function sameWords(p: Caption, q: Caption): boolean {
  if (p.pointed !== q.pointed || p.side !== q.side || p.sign !== q.sign) return false;
  if (!p.parts || !q.parts) return p.parts === q.parts;
  return sameList(p.parts, q.parts, (a, b) => ('text' in a ? 'text' in b : 'input' in b && a.input === b.input));
}

function writeNumbers(element: HTMLElement, { parts }: Caption): void {
  if (parts) writeFormula(element, parts);
}
