/** Which pieces are rows of the page: those that fit the filter, a page of them at a time. */
import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { Piece } from '../facts/analysis.ts';
import { pieceId, selectPieceHere } from '../live/current-piece.ts';
import { useCrease } from '../live/live.ts';
import { useShape } from '../live/use-shape.ts';
import { useKnowledge } from '../live/use-store.ts';
import { pieceFilter } from '#words/cases-words.ts';

/** At most so many rows are in the page at a time: one has about 100 elements, most of them KaTeX's. */
export const PAGE = 40;

export interface CaseRows {
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  readonly fitting: readonly Piece[];
  readonly rows: readonly Piece[];
  /** The place of the first row among those that fit. */
  readonly start: number;
  readonly turnTo: (first: number) => void;
  /** The piece of the current input. */
  readonly here: string | null;
  readonly showHere: () => void;
  /** The row that Tab stops at. */
  readonly tabStop: string | undefined;
  readonly setActive: (id: string) => void;
}

/** `list`: where they are. */
export function useCaseRows(pieces: readonly Piece[], list: RefObject<HTMLElement | null>): CaseRows {
  const knowledge = useKnowledge();
  const network = useShape();
  const here = useCrease(selectPieceHere);
  const [filter, setFilter] = useState('');
  const [from, setFrom] = useState(0);
  /** The row that the keyboard is on. */
  const [active, setActive] = useState<string | null>(null);
  const fitting = useMemo(() => {
    if (filter.trim() === '') return pieces;
    const fits = pieceFilter(network, filter);
    return pieces.filter(({ pattern }) => fits(pattern));
  }, [network, pieces, filter]);
  const start = from < fitting.length ? from : 0;
  const rows = fitting.slice(start, start + PAGE);
  const ids = rows.map(pieceId);
  const tabStop = [active, here].find((id) => id !== null && ids.includes(id)) ?? ids[0];

  // Rows go without being left: what they lit must not stay lit.
  useEffect(
    () => () => {
      const { pointedPiece, actions } = knowledge;
      if (!pointedPiece) return;
      actions.pointAtPiece(null);
      actions.highlight(null);
    },
    [knowledge, rows.length, start, pieces],
  );
  const turnTo = (first: number) => {
    setFrom(first);
    list.current?.scrollTo({ top: 0 });
  };
  const showHere = () => {
    if (!here) return;
    const isHere = (piece: Piece) => pieceId(piece) === here;
    const at = fitting.findIndex(isHere);
    if (at < 0) setFilter('');
    const place = at < 0 ? pieces.findIndex(isHere) : at;
    setFrom(place - (place % PAGE));
    setActive(here);
    requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>('[aria-current] > .case-choose');
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    });
  };
  return {
    filter,
    setFilter: (next) => {
      setFilter(next);
      turnTo(0);
    },
    fitting,
    rows,
    start,
    turnTo,
    here,
    showHere,
    tabStop,
    setActive,
  };
}
