/** Where the derivation is held up: why, and the pieces instead, as cases with their conditions. */
import {
  Fragment,
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { cellOfPattern, type Bound } from '../algebra/pattern-cell.ts';
import { isZero, type Rational } from '../number/rational.ts';
import { nodeAt, type Network, type NodeAt } from '../model/network.ts';
import { MOST_CELLS, type Piece } from '../facts/analysis.ts';
import { nodeColour } from '../state/colour.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { keyOfNode } from '../state/highlight.ts';
import { useKept, useLive, useCrease } from '../live/live.ts';
import { nodesOn } from '../facts/piece-at.ts';
import { useSettled } from '../live/rest.ts';
import type { Highlight } from '../state/store.ts';
import { pieceId, pieceNow, piecesNow, selectPieceHere } from '../live/current-piece.ts';
import { useAsked, useSearch } from '../live/use-analysis.ts';
import { selectAnalysis } from '../live/known-analysis.ts';
import { useShape } from '../live/use-shape.ts';
import { useActions, useKnowledge } from '../live/use-store.ts';
import { rove } from '../controls/rover.tsx';
import { CASES, caseConditions, filterExample, pieceFilter, sideName, whyParts } from '../words/cases-words.ts';
import { casesTex, casesText } from './cases-text.ts';
import { conditionOf, conditionTail, conditionTex, speakCondition } from './condition.ts';
import { CopyButton } from './copy-button.tsx';
import { inputNotation } from './notation.ts';
import { PlainMath } from './plain-math.tsx';
import { write } from './segments.ts';
import { LiveShownFormula, ShownFormula } from './shown-formula.tsx';
import { StaticFormula } from './static-formula.tsx';
import { writtenPiece } from './written-piece.ts';
import { fact } from '../live/knowledge.ts';
import './cases.css';

/** More pieces than this: the list gets a filter. */
const MANY = 6;
/** At most so many rows are in the page at a time: one has about 100 elements, most of them KaTeX's. */
const PAGE = 40;
/** At most so many parts of a piece are written out. */
const MOST_PARTS = 4;

export function Cases() {
  const search = useSearch();
  useAsked();
  const known = useCrease(selectShownAnalysis);
  if (known.kind === 'running') {
    return (
      <Note text={CASES.running(known.atLeast)}>
        <button type="button" className="button is-small" onClick={search.cancel}>
          {CASES.stop}
        </button>
      </Note>
    );
  }
  if (known.kind !== 'done') {
    return (
      <Note text={known.kind === 'failed' ? CASES.failed(known.atLeast) : CASES.stopped(known.atLeast)}>
        <button type="button" className="button is-small" onClick={search.restart}>
          {CASES.again}
        </button>
      </Note>
    );
  }
  if (!known.analysis) return <Note text={CASES.smooth} />;
  const { pieces, finished, atLeast } = known.analysis;
  if (!finished) return <Note text={CASES.tooMany(atLeast, MOST_CELLS)} />;
  return <CaseList pieces={pieces} />;
}

/** The same pieces; their models and their borders may have moved. */
const selectShownAnalysis = fact(selectAnalysis, (p, q) => {
  if (p.kind !== 'done' || q.kind !== 'done') {
    return p.kind !== 'done' && q.kind !== 'done' && p.kind === q.kind && p.atLeast === q.atLeast;
  }
  const [before, after] = [p.analysis, q.analysis];
  if (!before || !after) return before === after;
  return (
    before.finished === after.finished &&
    (before.finished || before.atLeast === after.atLeast) &&
    before.pieces.length === after.pieces.length &&
    before.pieces.every(({ pattern, cells }, i) => {
      const piece = after.pieces[i];
      return piece?.pattern === pattern && piece.cells.join() === cells.join();
    })
  );
});

function Note({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <p className="cases-note">
      <span role="status">{text}</span> {children}
    </p>
  );
}

interface CaseListProps {
  readonly pieces: readonly Piece[];
}

function CaseList({ pieces }: CaseListProps) {
  const knowledge = useKnowledge();
  const network = useShape();
  const here = useCrease(selectPieceHere);
  const [filter, setFilter] = useState('');
  const [from, setFrom] = useState(0);
  /** The row that the keyboard is on, and the one whose conditions are shown. */
  const [active, setActive] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const fitting = useMemo(() => {
    if (filter.trim() === '') return pieces;
    const fits = pieceFilter(network, filter);
    return pieces.filter(({ pattern }) => fits(pattern));
  }, [network, pieces, filter]);
  const condition = useMemo(() => caseConditions(network, pieces), [network, pieces]);
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
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.case-choose')];
    const row = (event.target as HTMLElement).closest('.case')?.querySelector<HTMLElement>('.case-choose');
    const next = rove(event, row ? all.indexOf(row) : -1, all.length, 'column');
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
  /** Asks for the numbers when they are copied. */
  const copied = (writer: typeof casesTex) => () => {
    const cases = piecesNow(knowledge).map((now) => ({ sum: writtenPiece(now).sum, condition: condition(now.piece) }));
    return writer(cases, knowledge.network);
  };
  const toggle = useCallback((id: string) => setOpen((before) => (before === id ? null : id)), []);

  return (
    <div className="cases" data-many={pieces.length > MANY || undefined}>
      <StaticFormula className="line-equals" tex="{}={}" spoken={CASES.equals} />
      <div className="cases-body">
        {pieces.length > MANY && (
          <div className="cases-tools">
            <label className="cases-filter">
              {CASES.filter}
              <input
                type="search"
                value={filter}
                placeholder={filterExample(network)}
                onChange={(event) => {
                  setFilter(event.target.value);
                  turnTo(0);
                }}
              />
            </label>
            <span role="status">{CASES.shown(fitting.length, pieces.length)}</span>
            {here && (
              <button type="button" className="button is-small" onClick={showHere}>
                {CASES.showHere}
              </button>
            )}
          </div>
        )}
        {rows.length === 0 ? (
          <p className="cases-note">{CASES.noneShown}</p>
        ) : (
          <div className="cases-brace">
            {/* The keys move the focus between the rows' own buttons. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
            <ul ref={list} className="cases-list" aria-label={CASES.name} onKeyDown={onKeyDown}>
              {rows.map((piece) => {
                const id = pieceId(piece);
                return (
                  <CaseRow
                    key={id}
                    piece={piece}
                    condition={condition(piece)}
                    current={id === here}
                    open={id === open}
                    isTabStop={id === tabStop}
                    onToggle={toggle}
                    onFocus={setActive}
                  />
                );
              })}
            </ul>
          </div>
        )}
        {fitting.length > PAGE && (
          <p className="cases-tools">
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
        )}
      </div>
      <Why pieces={pieces.length}>
        <CopyButton name={CASES.copy} tex={copied(casesTex)} text={copied(casesText)} />
      </Why>
    </div>
  );
}

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

const CaseRow = memo(function CaseRow(props: CaseRowProps) {
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
        <span className="case-condition">
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
        className="case-toggle"
        aria-label={CASES.conditions(condition)}
        aria-expanded={open}
        title={CASES.conditions(condition)}
        onClick={() => onToggle(id)}
        {...focusable}
      >
        <svg width="16" height="16" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
          <path d="M6 8l4 4 4-4" />
        </svg>
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
    <div className="case-conditions">
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

interface WhyProps {
  readonly pieces: number;
  /** Stands behind the last word. */
  readonly children: ReactNode;
}

function Why({ pieces, children }: WhyProps) {
  const network = useShape();
  const parts = useKept(
    useLive((known) => whyStuck(known.network, pieces), [pieces]),
    sameParts,
  );
  return (
    <p className="cases-why">
      {parts.map((part, i) => {
        switch (part.kind) {
          case 'text':
            return part.text;
          case 'function':
            return (
              <strong key={i} style={{ color: nodeColour(network, part.at) }}>
                {part.text}
              </strong>
            );
          case 'input':
            return <PlainMath key={i} text={inputNotation(network, part.input).text} />;
        }
      })}
      {children}
    </p>
  );
}

function whyStuck(network: Network<Rational>, pieces: number): ReturnType<typeof whyParts> {
  const held = derivationOf(network).steps.at(-1)?.held ?? [];
  return whyParts(network, held, sharedInput(network, held), pieces);
}

function sameParts(p: ReturnType<typeof whyParts>, q: ReturnType<typeof whyParts>): boolean {
  return JSON.stringify(p) === JSON.stringify(q);
}

/** The first input that stands inside all of these nodes; null when some are not of the first layer. */
function sharedInput(network: Network<Rational>, nodes: readonly NodeAt[]): number | null {
  const input = network.inputs.findIndex((_, i) =>
    nodes.every((at) => at.layer === 0 && !isZero(nodeAt(network, at).weights[i] as Rational)),
  );
  return input < 0 ? null : input;
}

/** Keys of the hidden nodes that are on; null where none is. */
function keysOn(network: Network<unknown>, piece: Piece): Highlight | null {
  const on = nodesOn(network, piece.pattern);
  return on.length === 0 ? null : new Set(on.map(keyOfNode));
}
