/** One piece of a formula, drawn by KaTeX alone. */
import { memo, useCallback, type RefCallback } from 'react';
import { useWritten, writeText, type Live } from '../state/live.ts';
import { pieceHtml, useKatexReady } from './katex-html.ts';
import type { Written } from './written.ts';

/** A piece of TeX, drawn by KaTeX. */
export const PieceHtml = memo(function PieceHtml({ tex, colour }: PieceProps) {
  useKatexReady();
  if (isPlainNumber(tex)) return <NumberPiece tex={tex} colour={colour} />;
  return (
    <span
      className="katex-html"
      aria-hidden="true"
      data-tex={tex}
      style={colour === undefined ? undefined : { color: colour }}
      dangerouslySetInnerHTML={{ __html: pieceHtml(tex) }}
    />
  );
});

export interface PieceProps {
  readonly tex: string;
  readonly colour: string | undefined;
}

/**
 * A number is what changes while one drags. KaTeX draws every unsigned decimal alike, but for its digits, so React writes
 * the same elements and then changes no more than their text (tested against KaTeX).
 */
export function NumberPiece({ tex, colour, digits }: NumberPieceProps) {
  return (
    <span className="katex-html" aria-hidden="true" style={colour === undefined ? undefined : { color: colour }}>
      <span className="katex-base">
        <span className="katex-strut" style={{ height: '0.6444em' }} />
        <span className="mord" ref={digits}>
          {tex}
        </span>
      </span>
    </span>
  );
}

interface NumberPieceProps extends PieceProps {
  readonly digits?: RefCallback<HTMLElement> | undefined;
}

/** The unsigned decimal at a place in a line that changes often. */
export function LiveNumberPiece({ written, index, colour }: LiveNumberProps) {
  const write = useCallback(
    (digits: HTMLElement, { segments }: Written) => {
      const tex = segments[index]?.tex;
      // Any other change draws the line again.
      if (tex !== undefined && isPlainNumber(tex)) writeText(digits, tex);
    },
    [index],
  );
  const [now, digits] = useWritten(written, write);
  return <NumberPiece tex={now.segments[index]?.tex ?? ''} colour={colour} digits={digits} />;
}

interface LiveNumberProps extends Pick<PieceProps, 'colour'> {
  readonly written: Live<Written>;
  readonly index: number;
}

export function isPlainNumber(tex: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(tex);
}
