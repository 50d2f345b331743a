/** One piece of a formula: text where it stands on one line, else drawn by KaTeX. */
import { createElement, memo, useCallback, type CSSProperties, type RefCallback } from 'react';
import { useWritten, writeText, type Live } from '../live/live.ts';
import { pieceHtml, useKatexReady } from './katex-html.ts';
import { oneLine, type OneLine } from './one-line.ts';

export const PieceHtml = memo(function PieceHtml({ tex, colour }: PieceProps) {
  if (signOfPlain(tex) !== null) return <NumberPiece tex={tex} colour={colour} />;
  const line = oneLine(tex);
  return line === null ? <KatexPiece tex={tex} colour={colour} /> : <LinePiece line={line} colour={colour} />;
});

export interface PieceProps {
  readonly tex: string;
  readonly colour: string | undefined;
}

function KatexPiece({ tex, colour }: PieceProps) {
  useKatexReady();
  return pieceOf('span', pieceHtml(tex), styleOf(colour), tex);
}

function pieceOf(tag: 'span' | 'i', html: string, style: CSSProperties | undefined, tex?: string) {
  return createElement(tag, {
    className: 'katex-html',
    'aria-hidden': true,
    'data-tex': tex,
    style,
    dangerouslySetInnerHTML: { __html: html },
  });
}

/** A single letter, with what is below it: the piece is that element itself. */
const LETTER = /^<i(?: style="margin-right:([\d.]+)em")?>((?:(?!<i).)*)<\/i>$/;

function LinePiece({ line, colour }: { readonly line: OneLine; readonly colour: string | undefined }) {
  const [letter, lean = 0, inside = line.html] = LETTER.exec(line.html) ?? [];
  const space = { before: line.before, after: line.after + Number(lean) };
  return pieceOf(letter === undefined ? 'span' : 'i', inside, styleOf(colour, space));
}

const NO_SPACE = { before: 0, after: 0 };

function styleOf(color: string | undefined, { before, after } = NO_SPACE): CSSProperties | undefined {
  if (before === 0 && after === 0) return color === undefined ? undefined : { color };
  return { color, margin: before === after ? `0 ${before}em` : `0 ${after}em 0 ${before}em` };
}

/** A number is what changes while one drags: React writes its text, and then no more than that changes. */
function NumberPiece({ tex, colour, digits }: NumberPieceProps) {
  return (
    <span className="katex-html" aria-hidden="true" style={styleOf(colour)} ref={digits}>
      {numberText(tex)}
    </span>
  );
}

interface NumberPieceProps extends PieceProps {
  readonly digits?: RefCallback<HTMLElement> | undefined;
}

/** The sign of a decimal that `NumberPiece` can write; null for anything else. */
export function signOfPlain(tex: string): '+' | '-' | null {
  return /^-?\d+(?:\.\d+)?$/.test(tex) ? (tex.startsWith('-') ? '-' : '+') : null;
}

function numberText(tex: string): string {
  return tex.replace('-', '−');
}

export interface LiveNumberProps<T> {
  readonly live: Live<T>;
  /** The decimal at a place; it keeps its sign, any other change draws the line again. The same function always. */
  readonly texAt: (value: T, index: number) => string | undefined;
  readonly index: number;
  readonly colour: string | undefined;
}

/** A decimal at a place of what changes often. */
export function LiveNumberPiece<T>({ live, texAt, index, colour }: LiveNumberProps<T>) {
  const write = useCallback(
    (digits: HTMLElement, value: T) => {
      const tex = texAt(value, index);
      if (tex !== undefined && signOfPlain(tex) !== null) writeText(digits, numberText(tex));
    },
    [texAt, index],
  );
  const [now, digits] = useWritten(live, write);
  return <NumberPiece tex={texAt(now, index) ?? ''} colour={colour} digits={digits} />;
}
