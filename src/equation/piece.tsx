/** One piece of a formula: text where it stands on one line, else drawn by KaTeX. */
import { createElement, memo, useCallback, type RefCallback } from 'react';
import { pieceHtml, useKatexReady } from './katex-html.ts';
import type { LivePieces } from './live-pieces.ts';
import { oneLine, type OneLine } from './one-line.ts';
import { plainKind, plainText } from './plain-piece.ts';

export const PieceHtml = memo(function PieceHtml(props: PieceProps) {
  if (plainKind(props.tex) !== null) return <PlainPiece {...props} />;
  const line = oneLine(props.tex);
  return line === null ? <KatexPiece {...props} /> : <LinePiece {...props} line={line} />;
});

export interface PieceProps {
  readonly tex: string;
  readonly colour: string | undefined;
  /** What is around it is hidden from those who listen. */
  readonly isHidden?: boolean;
}

/** The whole formula has a name: a piece says nothing. `before` and `after` are the space at its ends, em. */
function looks({ colour: color, isHidden }: PieceProps, before = 0, after = 0) {
  const margin = before === after ? `0 ${before}em` : `0 ${after}em 0 ${before}em`;
  return { 'aria-hidden': !isHidden || undefined, style: before + after > 0 ? { color, margin } : { color } };
}

function KatexPiece(props: PieceProps) {
  const { tex } = props;
  useKatexReady();
  return <span {...looks(props)} data-tex={tex} dangerouslySetInnerHTML={{ __html: pieceHtml(tex) }} />;
}

/** A single letter, with what is below it: the piece is that element itself. */
const LETTER = /^<i(?: style="margin-right:([\d.]+)em")?>((?:(?!<i).)*)<\/i>$/;

function LinePiece({ line, ...props }: PieceProps & { readonly line: OneLine }) {
  const [letter, lean = 0, inside = line.html] = LETTER.exec(line.html) ?? [];
  return createElement(letter === undefined ? 'span' : 'i', {
    ...looks(props, line.before, line.after + Number(lean)),
    dangerouslySetInnerHTML: { __html: inside },
  });
}

/** A number, or a sign between terms, is what changes while one drags: React writes its text, and then no more than that changes. */
function PlainPiece({ text, ...props }: PlainPieceProps) {
  return (
    <span {...looks(props)} ref={text}>
      {plainText(props.tex)}
    </span>
  );
}

interface PlainPieceProps extends PieceProps {
  readonly text?: RefCallback<HTMLElement> | undefined;
}

export interface LivePieceProps extends PieceProps {
  readonly pieces: LivePieces;
  /** Its place in the line. */
  readonly index: number;
}

/** A decimal or a sign of a line that changes often: `tex` is how the line was drawn, and what came after is written. */
export function LivePiece({ pieces, index, ...drawn }: LivePieceProps) {
  const text = useCallback((element: HTMLElement) => pieces.follow(index, element), [pieces, index]);
  return <PlainPiece {...drawn} text={text} />;
}
