/** The pieces as cases with their conditions; many of them have a filter, and pages. */
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { rove } from '../controls/rover.tsx';
import type { Piece } from '../facts/analysis.ts';
import { pieceId, piecesNow } from '../live/current-piece.ts';
import { useShape } from '../live/use-shape.ts';
import { useKnowledge } from '../live/use-store.ts';
import { useCover } from '../controls/use-cover.tsx';
import { useHeldWidth } from '../controls/use-held-width.ts';
import { CASES, caseConditions, filterExample } from '#words/cases-words.ts';
import { CaseRow } from './case-row.tsx';
import { CopyButton } from './copy-button.tsx';
import type { CopyFormat } from './copy-formats.ts';
import { StaticFormula } from './static-formula.tsx';
import { PAGE, useCaseRows, type CaseRows } from './use-case-rows.ts';
import { Why } from './why-stuck.tsx';
import { writtenPiece } from './written-piece.ts';

/** More pieces than this: the list gets a filter. */
const MANY = 6;

export interface CaseListProps {
  readonly pieces: readonly Piece[];
}

export function CaseList({ pieces }: CaseListProps) {
  const knowledge = useKnowledge();
  const network = useShape();
  const list = useRef<HTMLUListElement>(null);
  const shown = useCaseRows(pieces, list);
  useHeldWidth(list);
  /** The row whose conditions are shown. */
  const [open, setOpen] = useState<string | null>(null);
  const condition = useMemo(() => caseConditions(network, pieces), [network, pieces]);
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.case-choose')];
    const row = (event.target as HTMLElement).closest('.case')?.querySelector<HTMLElement>('.case-choose');
    const next = rove(event, row ? all.indexOf(row) : -1, all.length, 'column');
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
  /** Asks for the numbers when they are copied. */
  const copied = (format: CopyFormat) => {
    const cases = piecesNow(knowledge).map((now) => ({ sum: writtenPiece(now).sum, condition: condition(now.piece) }));
    return format.cases(cases, knowledge.network);
  };
  const toggle = useCallback((id: string) => setOpen((before) => (before === id ? null : id)), []);
  const cover = useCover('pieces');
  const isMany = pieces.length > MANY;

  return (
    <div
      className="cases"
      data-many={isMany || undefined}
      data-few={!isMany || undefined}
      data-answer={Boolean(cover) || undefined}
    >
      <StaticFormula className="line-equals" tex="{}={}" spoken={CASES.equals} />
      <div className="cases-body">
        {isMany && <Filter shown={shown} count={pieces.length} />}
        {shown.rows.length === 0 ? (
          <p className="flow aside cases-note">{CASES.noneShown}</p>
        ) : (
          <div className="brace">
            {/* The keys move the focus between the rows' own buttons. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
            <ul ref={list} className="cases-list" aria-label={CASES.name} onKeyDown={onKeyDown}>
              {shown.rows.map((piece) => {
                const id = pieceId(piece);
                return (
                  <CaseRow
                    key={id}
                    piece={piece}
                    condition={condition(piece)}
                    current={id === shown.here}
                    open={id === open}
                    isTabStop={id === shown.tabStop}
                    onToggle={toggle}
                    onFocus={shown.setActive}
                  />
                );
              })}
            </ul>
          </div>
        )}
        {shown.fitting.length > PAGE && <Pages shown={shown} />}
      </div>
      <Why pieces={pieces.length}>
        <CopyButton name={CASES.copy} write={copied} />
      </Why>
      {cover}
    </div>
  );
}

function Filter({ shown, count }: { readonly shown: CaseRows; readonly count: number }) {
  const network = useShape();
  return (
    <div className="flow small cases-tools">
      <label className="flow cases-filter">
        {CASES.filter}
        <input
          className="field"
          type="search"
          value={shown.filter}
          placeholder={filterExample(network)}
          onChange={(event) => shown.setFilter(event.target.value)}
        />
      </label>
      <span role="status">{CASES.shown(shown.fitting.length, count)}</span>
      {shown.here && (
        <button type="button" className="button is-small" onClick={shown.showHere}>
          {CASES.showHere}
        </button>
      )}
    </div>
  );
}

function Pages({ shown }: { readonly shown: CaseRows }) {
  const { fitting, rows, start, turnTo } = shown;
  return (
    <p className="flow small cases-tools">
      <button
        type="button"
        className="button is-small"
        aria-disabled={start === 0}
        onClick={() => turnTo(Math.max(0, start - PAGE))}
      >
        {CASES.earlier}
      </button>
      <span role="status">{CASES.range(start + 1, start + rows.length, fitting.length)}</span>
      <button
        type="button"
        className="button is-small"
        aria-disabled={start + PAGE >= fitting.length}
        onClick={() => {
          if (start + PAGE < fitting.length) turnTo(start + PAGE);
        }}
      >
        {CASES.later}
      </button>
    </p>
  );
}
