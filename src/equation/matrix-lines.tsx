/** The derivation with matrices: numbers that are drawn one by one, so that a drag writes only those that change. */
import { memo, useMemo, type CSSProperties } from 'react';
import { useKept, useLive } from '../live/live.ts';
import { useRested } from '../live/rest.ts';
import { MATRIX } from '#words/matrix-words.ts';
import { useCover } from '../controls/use-cover.tsx';
import { Rover } from '../controls/rover.tsx';
import { redirectTouch } from '../controls/touch.ts';
import { CopyButton } from './copy-button.tsx';
import { useNodeColour } from './use-node-colour.ts';
import { LineFrame } from './line-frame.tsx';
import { Mathml } from './mathml.tsx';
import { entriesOf, matrixRows, matrixTex, speakMatrices, type Entry, type MatrixToken } from './matrix.ts';
import { entryTex, sameRow } from './matrix-structure.ts';
import { ParameterSlot } from './parameter-slot.tsx';
import { useLivePieces, type LivePieces } from './live-pieces.ts';
import { LivePiece, PieceHtml } from './piece.tsx';
import { plainKind } from './plain-piece.ts';
import { sameSteps } from './structure.ts';
import { fact } from '../live/knowledge.ts';
import './matrix-lines.css';

export interface MatrixLinesProps {
  readonly step: number;
}

/** With more numbers than this in a line, they are edited on the desk and in the diagram only. */
const MANY_ENTRIES = 40;
/** With more numbers than this they are not said one by one. */
const MANY_SPOKEN = 20;

export function MatrixLines({ step }: MatrixLinesProps) {
  const rows = useKept(useLive(selectRows), sameSteps);
  return (
    <ol className="lines" onPointerDownCapture={redirectTouch}>
      {rows.map(({ number }, i) => (
        <RowView key={number} index={i} step={step} />
      ))}
    </ol>
  );
}

const selectRows = fact((known) => matrixRows(known.network));

const RowView = memo(function RowView({ index, step }: { readonly index: number; readonly step: number }) {
  const live = useLive((known) => selectRows(known)[index], [index]);
  const row = useKept(live, sameRow);
  const pieces = useLivePieces(live, entryTex);
  const cover = useCover('line');
  const { number, kind, tokens } = row;
  const rested = useRested(live);
  const tex = useMemo(() => matrixTex(rested.tokens), [rested]);
  const spoken = useMemo(
    () => (entriesOf(rested).length > MANY_SPOKEN ? MATRIX.spoken[kind] : speakMatrices(rested.tokens)),
    [rested, kind],
  );
  const height = Math.max(...tokens.map((token) => (token.kind === 'matrix' ? token.rows.length : 1)));
  const editable = kind === 'writeOut' && entriesOf(row).length <= MANY_ENTRIES;
  return (
    <LineFrame
      first={index === 0}
      cover={index > 0 && cover}
      number={number}
      step={step}
      relation={row.isRounded ? 'about' : 'equals'}
      note={MATRIX.notes[kind]}
      after={<CopyButton write={({ matrices }) => matrices(live.get().tokens)} />}
    >
      {/* It may be scrolled on a small screen: by the keyboard as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <span className="formula katex matrix-line" role="group" aria-label={spoken} tabIndex={0}>
        <Mathml tex={tex} />
        <Rover>
          {placed(tokens).map(({ token, from }, k) => (
            <TokenView key={k} token={token} from={from} height={height} pieces={pieces} editable={editable} />
          ))}
        </Rover>
      </span>
    </LineFrame>
  );
});

/** Each token with the place of its first entry in the row. */
function placed(tokens: readonly MatrixToken[]): { readonly token: MatrixToken; readonly from: number }[] {
  let from = 0;
  return tokens.map((token) => {
    const place = { token, from };
    from += token.kind === 'matrix' ? token.rows.flat().length : token.kind === 'entry' ? 1 : 0;
    return place;
  });
}

interface EntryProps {
  readonly pieces: LivePieces;
  readonly editable: boolean;
}

interface TokenViewProps extends EntryProps {
  readonly token: MatrixToken;
  readonly from: number;
  /** Of the brackets of a function, in rows. */
  readonly height: number;
}

function TokenView({ token, from, height, ...shared }: TokenViewProps) {
  switch (token.kind) {
    case 'matrix': {
      const columns = token.rows[0]?.length ?? 1;
      return (
        <span className="matrix" data-columns={columns} style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}>
          {token.rows.flat().map((entry, i) => (
            <EntryView key={i} entry={entry} index={from + i} {...shared} />
          ))}
        </span>
      );
    }
    case 'entry':
      return <EntryView entry={token.entry} index={from} {...shared} />;
    case 'sign':
      return <PieceHtml tex={token.tex} colour={undefined} />;
    case 'open':
    case 'close':
      return <FunctionEnd kind={token.kind} tex={token.tex} height={height} />;
  }
}

interface FunctionEndProps {
  readonly kind: 'open' | 'close';
  readonly tex: string;
  readonly height: number;
}

/** `max(0,` or `)`, the bracket (or the line of an absolute value) as tall as the matrices inside. */
function FunctionEnd({ kind, tex, height }: FunctionEndProps) {
  const [, name = '', bracket = '', first = ''] = /^(.*?)([()]|\\[lr]vert )(.*)$/.exec(tex) ?? [];
  return (
    <span className="matrix-function" data-end={kind}>
      {name !== '' && <PieceHtml tex={name} colour={undefined} />}
      <span
        className="matrix-bracket"
        data-straight={bracket.includes('vert') || undefined}
        style={{ '--rows': height } as CSSProperties}
      />
      {first !== '' && <PieceHtml tex={first} colour={undefined} />}
    </span>
  );
}

interface EntryViewProps extends EntryProps {
  readonly entry: Entry;
  readonly index: number;
}

function EntryView({ entry, index, pieces, editable }: EntryViewProps) {
  const colour = useNodeColour(entry.via);
  const piece =
    plainKind(entry.tex) === null ? (
      <PieceHtml tex={entry.tex} colour={colour} />
    ) : (
      <LivePiece pieces={pieces} index={index} tex={entry.tex} colour={colour} />
    );
  return editable && entry.parameter ? <ParameterSlot parameter={entry.parameter}>{piece}</ParameterSlot> : piece;
}
