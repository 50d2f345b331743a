/** One piece: its model, the condition in words, and the inequalities of it on demand. */
import { Fragment, memo, useMemo } from 'react';
import { cellOfPattern, type Bound } from '../algebra/pattern-cell.ts';
import type { Network } from '../model/network.ts';
import type { Piece } from '../facts/analysis.ts';
import { nodesOn } from '../facts/piece-at.ts';
import { Icon } from '../controls/icon.tsx';
import { pieceId, pieceNow } from '../live/current-piece.ts';
import { useCrease, useLive } from '../live/live.ts';
import { useSettled } from '../live/rest.ts';
import { useShape } from '../live/use-shape.ts';
import { useActions, useKnowledge } from '../live/use-store.ts';
import { keyOfNode } from '../state/highlight.ts';
import type { Highlight } from '../state/store.ts';
import { CASES, sideName } from '#words/cases-words.ts';
import { conditionOf, conditionTail, conditionTex, speakCondition } from './condition.ts';
import { write } from './segments.ts';
import { LiveShownFormula, ShownFormula } from './shown-formula.tsx';
import { writtenPiece } from './written-piece.ts';

/** At most so many parts of a piece are written out. */
const MOST_PARTS = 4;

interface CaseRowProps {
  readonly piece: Piece;
  /** In words. */
  readonly condition: string;
  readonly current: boolean;
  readonly open: boolean;
  /** Tab stops at one row of the list; arrow keys go on from there. */
  readonly isTabStop: boolean;
  readonly onToggle: (id: string) => void;
  readonly onFocus: (id: string) => void;
}

export const CaseRow = memo(function CaseRow(props: CaseRowProps) {
  const { piece, condition, current, open, isTabStop, onToggle, onFocus } = props;
  const knowledge = useKnowledge();
  const network = useShape();
  const actions = useActions();
  const id = pieceId(piece);
  const keys = useMemo(() => keysOn(network, piece), [network, piece]);
  const cells = useMemo(() => new Set(piece.cells), [piece]);
  const written = useLive(
    (known) => {
      const now = pieceNow(known, id);
      return now && writtenPiece(now);
    },
    [id],
  );
  const light = () => {
    actions.highlight(keys);
    actions.pointAtPiece(cells);
  };
  const unlight = () => {
    actions.highlight(null);
    actions.pointAtPiece(null);
  };
  const choose = () => {
    const now = current ? undefined : pieceNow(knowledge, id);
    const point = now && cellOfPattern(now.network, id)?.point;
    if (point) actions.edit({ kind: 'setInputValues', values: point });
  };
  const notes = [
    ...(piece.cells.length > 1 ? [CASES.parts(piece.cells.length)] : []),
    ...(current ? [CASES.here] : []),
  ];
  const focusable = {
    tabIndex: isTabStop ? 0 : -1,
    onFocus: () => {
      onFocus(id);
      light();
    },
    onBlur: unlight,
  };
  return (
    <li
      className="case"
      data-current={current || undefined}
      aria-current={current || undefined}
      onPointerEnter={light}
      onPointerLeave={unlight}
    >
      <button type="button" className="case-choose" onClick={choose} {...focusable}>
        {notes.length > 0 && <span className="visually-hidden">{`${notes.join(', ')}: `}</span>}
        <LiveShownFormula written={written} />
        <span className="visually-hidden">, </span>
        <span className="flow case-condition">
          {condition}
          {notes.length > 0 && (
            <span className="case-note" aria-hidden="true">
              {notes.join(', ')}
            </span>
          )}
        </span>
      </button>
      <button
        type="button"
        className="quiet case-toggle"
        aria-label={CASES.conditions(condition)}
        aria-expanded={open}
        title={CASES.conditions(condition)}
        onClick={() => onToggle(id)}
        {...focusable}
      >
        <Icon name="down" size={16} />
      </button>
      {open && <Conditions id={id} />}
    </li>
  );
});

/** The inequalities of a piece, part by part. */
function Conditions({ id }: { readonly id: string }) {
  const {
    network,
    piece: { cells },
  } = useCrease((known) => pieceNow(known, id), [id]);
  const parts = useMemo(
    () => cells.slice(0, MOST_PARTS).map((cell) => ({ cell, bounds: cellOfPattern(network, cell)?.bounds ?? [] })),
    [network, cells],
  );
  return (
    <div className="small case-conditions">
      {cells.length > 1 && <p>{CASES.joined(cells.length)}</p>}
      {parts.map(({ cell, bounds }, i) => (
        <Fragment key={cell}>
          {i > 0 && <p>{CASES.or}</p>}
          {bounds.length === 0 && <p>{CASES.everywhere}</p>}
          <ul>
            {bounds.map((bound) => {
              const side = sideName(network, bound.at, Number(cell.split('|')[bound.at.layer]?.[bound.at.node]));
              return (
                <li key={`${bound.at.layer}.${bound.at.node}.${bound.above}`}>
                  <BoundFormula bound={bound} /> <small>{side}</small>
                </li>
              );
            })}
          </ul>
        </Fragment>
      ))}
      {cells.length > MOST_PARTS && <p>{CASES.moreParts(cells.length - MOST_PARTS)}</p>}
    </div>
  );
}

function BoundFormula({ bound }: { readonly bound: Bound }) {
  const network = useShape();
  const seen = useMemo(() => ({ condition: conditionOf(bound), network }), [bound, network]);
  const heard = useSettled(seen);
  const words = useMemo(
    () => ({
      tex: conditionTex(heard.condition, heard.network),
      spoken: speakCondition(heard.condition, heard.network),
    }),
    [heard],
  );
  return (
    <ShownFormula segments={write(seen.condition.sum, network)} after={conditionTail(seen.condition)} {...words} />
  );
}

/** Keys of the hidden nodes that are on; null where none is. */
function keysOn(network: Network<unknown>, piece: Piece): Highlight | null {
  const on = nodesOn(network, piece.pattern);
  return on.length === 0 ? null : new Set(on.map(keyOfNode));
}
