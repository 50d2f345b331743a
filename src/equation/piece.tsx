/** One piece of a formula, drawn by KaTeX alone. */
import { memo, useCallback, type RefCallback } from 'react';
import { useWritten, writeText, type Live } from '../live/live.ts';
import { pieceHtml, useKatexReady } from './katex-html.ts';

/** A piece of TeX, drawn by KaTeX. */
export const PieceHtml = memo(function PieceHtml({ tex, colour }: PieceProps) {
  useKatexReady();
  if (signOfPlain(tex) !== null) return <NumberPiece tex={tex} colour={colour} />;
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
 * A number is what changes while one drags. KaTeX draws every decimal of one sign alike, but for its digits, so React
 * writes the same elements and then changes no more than their text (tested against KaTeX).
 */
export function NumberPiece({ tex, colour, digits }: NumberPieceProps) {
  const negative = tex.startsWith('-');
  return (
    <span className="katex-html" aria-hidden="true" style={colour === undefined ? undefined : { color: colour }}>
      <span className="katex-base">
        <span className="katex-strut" style={negative ? BELOW_THE_LINE : ON_THE_LINE} />
        {negative && <span className="mord">−</span>}
        <span className="mord" ref={digits}>
          {digitsOf(tex)}
        </span>
      </span>
    </span>
  );
}

const ON_THE_LINE = { height: '0.6444em' };
const BELOW_THE_LINE = { height: '0.7278em', verticalAlign: '-0.0833em' };

interface NumberPieceProps extends PieceProps {
  readonly digits?: RefCallback<HTMLElement> | undefined;
}

/** The sign of a decimal that `NumberPiece` can write; null for anything else. */
export function signOfPlain(tex: string): '+' | '-' | null {
  return /^-?\d+(?:\.\d+)?$/.test(tex) ? (tex.startsWith('-') ? '-' : '+') : null;
}

function digitsOf(tex: string): string {
  return tex.replace('-', '');
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
      if (tex !== undefined && signOfPlain(tex) !== null) writeText(digits, digitsOf(tex));
    },
    [texAt, index],
  );
  const [now, digits] = useWritten(live, write);
  return <NumberPiece tex={texAt(now, index) ?? ''} colour={colour} digits={digits} />;
}
