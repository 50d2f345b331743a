/** The derivation with matrices: numbers that KaTeX draws one by one, so that a drag draws only those that change. */
import { useMemo } from 'react';
import { selectNetwork } from '../state/select.ts';
import { useCrease } from '../state/use-store.ts';
import { EQUATION } from '../words/equation.ts';
import { CopyButton } from './copy-button.tsx';
import { ParameterOverlay, useNodeColour } from './formula.tsx';
import { PieceHtml } from './piece.tsx';
import { Mathml } from './mathml.tsx';
import { LineFrame } from './line-frame.tsx';
import { matrixRows, matrixTex, matrixText, type Entry, type MatrixToken } from './matrix.ts';
import './matrix-lines.css';

export interface MatrixLinesProps {
  readonly step: number;
}

/** With more numbers than this in a line, they are edited on the desk and in the diagram only. */
const MANY_ENTRIES = 40;

export function MatrixLines({ step }: MatrixLinesProps) {
  const network = useCrease(selectNetwork);
  const rows = useMemo(() => matrixRows(network), [network]);
  return (
    <ol className="lines">
      {rows.map(({ number, kind, tokens }, i) => {
        const tex = matrixTex(tokens);
        const editable = kind === 'writeOut' && entryCount(tokens) <= MANY_ENTRIES;
        return (
          <LineFrame
            key={number}
            first={i === 0}
            number={number}
            step={step}
            note={EQUATION.matrixNotes[kind]}
            after={<CopyButton tex={() => tex} text={() => matrixText(tokens)} />}
          >
            <span className="formula katex matrix-line" role="group" aria-label={EQUATION.matrixSpoken[kind]}>
              <Mathml tex={tex} />
              {tokens.map((token, k) => (
                <TokenView key={k} token={token} editable={editable} />
              ))}
            </span>
          </LineFrame>
        );
      })}
    </ol>
  );
}

function TokenView({ token, editable }: { readonly token: MatrixToken; readonly editable: boolean }) {
  switch (token.kind) {
    case 'matrix':
      return (
        <span className="matrix" style={{ gridTemplateColumns: `repeat(${token.rows[0]?.length ?? 1}, auto)` }}>
          {token.rows.flatMap((row, r) =>
            row.map((entry, c) => <EntryView key={`${r}.${c}`} entry={entry} editable={editable} />),
          )}
        </span>
      );
    case 'entry':
      return <EntryView entry={token.entry} editable={editable} />;
    case 'sign':
    case 'open':
    case 'close':
      return <PieceHtml tex={token.tex} colour={undefined} />;
  }
}

function EntryView({ entry, editable }: { readonly entry: Entry; readonly editable: boolean }) {
  const colour = useNodeColour(entry.via);
  return (
    <span className="formula-slot">
      <PieceHtml tex={entry.tex} colour={colour} />
      {editable && entry.parameter && <ParameterOverlay parameter={entry.parameter} />}
    </span>
  );
}

function entryCount(tokens: readonly MatrixToken[]): number {
  return tokens.reduce((n, token) => n + (token.kind === 'matrix' ? token.rows.flat().length : 1), 0);
}
