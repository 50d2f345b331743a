/**
 * A formula as a row of pieces. KaTeX draws each piece alone (`katex-html.ts`), which makes three things possible: only
 * pieces that changed are drawn again, lines break between terms by themselves, and real controls lie between the
 * pieces (KaTeX's own HTML is hidden from assistive technology, so nothing that takes the focus may live inside it).
 * The whole formula is there once more as MathML, and has a spoken name.
 */
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isLit } from '../state/highlight.ts';
import { useKept, type Live, useCrease } from '../live/live.ts';
import { useRested } from '../live/rest.ts';
import type { Highlight } from '../state/store.ts';
import { useShape } from '../live/use-shape.ts';
import { Rover } from '../controls/rover.tsx';
import { useKatexReady } from './katex-html.ts';
import { commonColour } from './segment-colour.ts';
import type { Segment } from './segments.ts';
import { speakSegments } from './speech.ts';
import { PartView, isHead, type Asking, type PartViewProps } from './formula-part.tsx';
import { groupsOf, isLong, partsOf, runsOf, type Cut } from './parts.ts';
import { sameSegment, sameStructure } from './structure.ts';
import { useLivePieces, type LivePieces } from './live-pieces.ts';
import { texAt, type Written } from './written.ts';
import { Mathml } from './mathml.tsx';
import './formula.css';

export interface LiveFormulaProps<W extends Written> {
  readonly written: Live<W>;
  readonly texOf: (written: W) => string;
  readonly spokenOf: (written: W) => string;
  readonly editable?: boolean;
  readonly keysOf?: (written: W, segment: Segment) => Highlight;
  readonly explain?: (written: W, segment: Segment) => string | null;
}

/** A formula that follows the store: while only its numbers change it is not drawn again, they are written into it. */
export function LiveFormula<W extends Written>(props: LiveFormulaProps<W>) {
  const { written, texOf, spokenOf, editable = false, keysOf, explain } = props;
  const { segments } = useKept(written, sameStructure);
  const rested = useRested(written);
  const tex = useMemo(() => texOf(rested), [texOf, rested]);
  const spoken = useMemo(() => spokenOf(rested), [spokenOf, rested]);
  const asked = keysOf !== undefined;
  const names = useMemo(
    () => (asked ? namesOf(rested, explain && ((segment) => explain(rested, segment))) : null),
    [asked, rested, explain],
  );
  return (
    <span className="formula katex" role={editable || keysOf ? 'group' : 'math'} aria-label={spoken}>
      <Mathml tex={tex} />
      <Groups
        segments={segments}
        names={names}
        pieces={useLivePieces(written, texAt)}
        editable={editable}
        keysOf={keysOf && ((segment) => keysOf(written.get(), segment))}
        explain={explain && ((segment) => explain(written.get(), segment))}
      />
    </span>
  );
}

interface GroupsProps extends Asking {
  readonly segments: readonly Segment[];
  /** What each term is called, in a formula whose terms can be asked about. */
  readonly names: ReadonlyMap<string, string> | null;
  /** What is written as it changes; null where nothing changes by itself. */
  readonly pieces: LivePieces | null;
  readonly editable: boolean;
}

export function Groups({ segments, names, pieces, editable, keysOf, explain }: GroupsProps) {
  useKatexReady();
  const shape = useShape();
  const lit = useLitTerms(segments, keysOf);
  const asking = useLatest<Asking>({ keysOf, explain });
  return (
    <Rover>
      {groupsOf(segments).map((group) => (
        <span className="formula-group" key={group.key}>
          {group.terms.map((term) => (
            <TermView
              key={term.key}
              segments={term.segments}
              from={term.from}
              names={names}
              pieces={pieces}
              shape={shape}
              editable={editable}
              lit={lit}
              asking={keysOf ? asking : null}
            />
          ))}
        </span>
      ))}
    </Rover>
  );
}

/**
 * The terms that light up. Asked when the highlight or the terms change, not when a number does: which path a term
 * stands for hardly changes during a drag, and finding out is not free.
 */
function useLitTerms(segments: readonly Segment[], keysOf: Asking['keysOf']): ReadonlySet<string> {
  const asks = keysOf !== undefined;
  const highlight = useCrease((known) => (asks ? known.highlight : null), [asks]);
  const terms = highlight ? segments.map((segment) => segment.term).join(' ') : '';
  const [known, setKnown] = useState({ highlight, terms, lit: NONE });
  if (known.highlight === highlight && known.terms === terms) return known.lit;
  const heads = highlight && keysOf ? new Map(segments.filter(isHead).map((head) => [head.term, head])) : [];
  const lit = new Set([...heads].filter(([, head]) => isLit(highlight, keysOf?.(head) ?? NONE)).map(([term]) => term));
  const now = { highlight, terms, lit: lit.size === 0 ? NONE : lit };
  setKnown(now);
  return now.lit;
}

const NONE: ReadonlySet<string> = new Set();

/** The newest value for handlers, without drawing anything again. */
function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

interface TermViewProps extends Omit<PartViewProps, 'part' | 'lit' | 'colour'> {
  readonly segments: readonly Segment[];
  /** Where they begin in the line. */
  readonly from: number;
  readonly lit: ReadonlySet<string>;
}

/** What is torn apart by a line break only where it is too long. Drawn again only when something of it changes. */
const TermView = memo(function TermView({ segments, from, lit, ...shared }: TermViewProps) {
  const term = { key: '', segments, from };
  const colour = commonColour(segments, shared.shape);
  const runs = runsOf(term);
  const parts = (run: Cut) =>
    partsOf(run).map((part) => (
      <PartView key={part.key} part={part} lit={lit.has(part.term)} colour={colour} {...shared} />
    ));
  return (
    <span className="formula-term" data-long={isLong(term) || undefined} style={{ color: colour }}>
      {runs.length === 1
        ? parts(term)
        : runs.map((run) => (
            <span className="formula-run" key={run.key}>
              {parts(run)}
            </span>
          ))}
    </span>
  );
}, sameTerm);

function sameTerm(p: TermViewProps, q: TermViewProps): boolean {
  return (
    p.shape === q.shape &&
    p.from === q.from &&
    p.names === q.names &&
    p.pieces === q.pieces &&
    p.editable === q.editable &&
    p.lit === q.lit &&
    p.segments.length === q.segments.length &&
    p.segments.every((segment, i) => sameSegment(segment, q.segments[i] as Segment))
  );
}

/** By term, what it is called: what it is made of, `21 = 2·0.5 + 5·4`, or how it is said, `plus 3 x H`. */
function namesOf({ segments, network }: Written, explain: Asking['explain']): ReadonlyMap<string, string> {
  const terms = new Map<string, Segment[]>();
  for (const segment of segments) terms.set(segment.term, [...(terms.get(segment.term) ?? []), segment]);
  return new Map(
    [...terms].map(([term, parts]) => {
      const head = parts.findLast(isHead);
      return [term, (head && explain?.(head)) ?? speakSegments(parts, network)];
    }),
  );
}
