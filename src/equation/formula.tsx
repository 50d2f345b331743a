/**
 * A formula as a row of pieces. KaTeX draws each piece alone (`katex-html.ts`), which makes three things possible: only
 * pieces that changed are drawn again, lines break between terms by themselves, and real controls lie between the
 * pieces (KaTeX's own HTML is hidden from assistive technology, so nothing that takes the focus may live inside it).
 * The whole formula is there once more as MathML, and has a spoken name.
 */
import { Fragment, memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { parameterKey, type Network, type NodeAt, type Parameter } from '../model/network.ts';
import { nodeColour } from '../state/colour.ts';
import { useParameter } from '../state/use-number.ts';
import { useShape } from '../state/use-shape.ts';
import { useCrease, useCreaseStore } from '../state/use-store.ts';
import { parameterName } from '../words/names.ts';
import { NumberField } from '../controls/number-field.tsx';
import { isLit } from '../state/highlight.ts';
import type { Highlight } from '../state/store.ts';
import { formulaMathml, pieceHtml, useKatexReady } from './katex-html.ts';
import type { Segment } from './segments.ts';
import './formula.css';

/** A text, or how to make it: then it is made when a drag has come to rest, because nobody reads it in between. */
export type LazyText = string | (() => string);

export interface FormulaProps {
  readonly segments: readonly Segment[];
  /** The whole formula as one piece of TeX, for MathML. */
  readonly tex: LazyText;
  readonly spoken: LazyText;
  /** The numbers that are weights or biases can be dragged and typed. */
  readonly editable?: boolean;
  /** What a term stands for, asked when it is pointed at; terms light up with it. */
  readonly keysOf?: ((segment: Segment) => Highlight) | undefined;
  /** Said beside a term while it is pointed at: `21 = 2·0.5 + 5·4`. */
  readonly explain?: ((segment: Segment) => string | null) | undefined;
  readonly className?: string;
}

export function Formula({ segments, tex, spoken, editable = false, keysOf, explain, className = '' }: FormulaProps) {
  useKatexReady();
  const shape = useShape();
  const lit = useLitTerms(segments, keysOf);
  const pointing = useLatest<Pointing>({ keysOf, explain });
  return (
    <span
      className={`formula katex ${className}`}
      role={editable ? 'group' : 'math'}
      aria-label={useSettledText(spoken)}
    >
      <Mathml tex={tex} />
      {groupsOf(segments).map((group) => (
        <span className="formula-group" key={group.key}>
          {group.terms.map((term) => (
            <TermView
              key={term.key}
              segments={term.segments}
              shape={shape}
              editable={editable}
              lit={lit}
              pointing={pointing}
            />
          ))}
        </span>
      ))}
    </span>
  );
}

type Pointing = Pick<FormulaProps, 'keysOf' | 'explain'>;

/**
 * The terms that light up. Asked when the highlight or the terms change, not when a number does: which path a term
 * stands for hardly changes during a drag, and finding out is not free.
 */
function useLitTerms(segments: readonly Segment[], keysOf: FormulaProps['keysOf']): ReadonlySet<string> {
  const highlight = useCrease((state) => (keysOf ? state.highlight : null));
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

/** The segment that stands for its term. */
function isHead({ role }: Segment): boolean {
  return role === 'number' || role === 'symbol' || role === 'open';
}

/** The newest value for handlers, without drawing anything again. */
function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

interface TermViewProps {
  readonly segments: readonly Segment[];
  readonly shape: Network<unknown>;
  readonly editable: boolean;
  readonly lit: ReadonlySet<string>;
  readonly pointing: { readonly current: Pointing };
}

/** What must not be torn apart by a line break. Drawn again only when something of it changes. */
const TermView = memo(function TermView({ segments, shape, editable, lit, pointing }: TermViewProps) {
  return (
    <span className="formula-term">
      {partsOf(segments).map((part) => (
        <Part
          key={part.key}
          part={part}
          shape={shape}
          editable={editable}
          lit={lit.has(part.term)}
          pointing={pointing}
        />
      ))}
    </span>
  );
}, sameTerm);

function sameTerm(p: TermViewProps, q: TermViewProps): boolean {
  return (
    p.shape === q.shape &&
    p.editable === q.editable &&
    p.lit === q.lit &&
    p.segments.length === q.segments.length &&
    p.segments.every((segment, i) => sameSegment(segment, q.segments[i] as Segment))
  );
}

function sameSegment(p: Segment, q: Segment): boolean {
  return (
    p.tex === q.tex &&
    p.role === q.role &&
    p.term === q.term &&
    p.via?.layer === q.via?.layer &&
    p.via?.node === q.via?.node &&
    (p.parameter && parameterKey(p.parameter)) === (q.parameter && parameterKey(q.parameter))
  );
}

interface PartData {
  readonly key: string;
  readonly term: string;
  readonly segments: readonly Segment[];
}

interface PartProps extends Omit<TermViewProps, 'segments' | 'lit'> {
  readonly part: PartData;
  readonly lit: boolean;
}

/** A run of segments of one term: number and symbol. */
function Part({ part, shape, editable, lit, pointing }: PartProps) {
  const store = useCreaseStore();
  const head = part.segments.find(isHead);
  const [note, setNote] = useState<string | null>(null);
  const enter = () => {
    const { keysOf, explain } = pointing.current;
    if (!head) return;
    if (keysOf) store.getState().actions.highlight(keysOf(head));
    setNote(explain?.(head) ?? null);
  };
  const leave = () => {
    setNote(null);
    store.getState().actions.highlight(null);
  };
  return (
    <span
      className="formula-part"
      data-lit={(lit && head !== undefined) || undefined}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocus={enter}
      onBlur={leave}
    >
      {part.segments.map((segment) => {
        const piece = <PieceHtml tex={segment.tex} colour={segment.via ? nodeColour(shape, segment.via) : undefined} />;
        return editable && segment.parameter ? (
          <span className="formula-slot" key={segment.role}>
            {piece}
            <ParameterOverlay parameter={segment.parameter} />
          </span>
        ) : (
          <Fragment key={segment.role}>{piece}</Fragment>
        );
      })}
      {note !== null && (
        <span className="formula-note" aria-hidden="true">
          {note}
        </span>
      )}
    </span>
  );
}

/** The control over a number that is a weight or a bias. */
export const ParameterOverlay = memo(
  function ParameterOverlay({ parameter }: { readonly parameter: Parameter }) {
    const network = useShape();
    return <NumberField overlay name={parameterName(network, parameter)} {...useParameter(parameter)} />;
  },
  (before, after) => parameterKey(before.parameter) === parameterKey(after.parameter),
);

/** The colour of a node's terms; undefined is ink. */
export function useNodeColour(at: NodeAt | null): string | undefined {
  const shape = useShape();
  return at ? nodeColour(shape, at) : undefined;
}

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

interface PieceProps {
  readonly tex: string;
  readonly colour: string | undefined;
}

/**
 * A number is what changes while one drags. KaTeX draws every unsigned decimal alike, but for its digits, so React writes
 * the same elements and then changes no more than their text (tested against KaTeX).
 */
export function NumberPiece({ tex, colour }: PieceProps) {
  return (
    <span className="katex-html" aria-hidden="true" style={colour === undefined ? undefined : { color: colour }}>
      <span className="katex-base">
        <span className="katex-strut" style={{ height: '0.6444em' }} />
        <span className="mord">{tex}</span>
      </span>
    </span>
  );
}

export function isPlainNumber(tex: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(tex);
}

/** The formula for screen readers. */
export const Mathml = memo(function Mathml({ tex }: { readonly tex: LazyText }) {
  useKatexReady();
  const settled = useSettled(tex);
  return (
    <span className="katex-mathml" data-tex={settled} dangerouslySetInnerHTML={{ __html: formulaMathml(settled) }} />
  );
});

/** After a change it takes so long until what is only listened to follows, ms. */
const SETTLE_MS = 250;

function useSettled(text: LazyText): string {
  const [settled, setSettled] = useState(() => made(text));
  useEffect(() => {
    const timer = setTimeout(() => setSettled(made(text)), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** A text that is there already is shown at once. */
function useSettledText(text: LazyText): string {
  const settled = useSettled(text);
  return typeof text === 'string' ? text : settled;
}

function made(text: LazyText): string {
  return typeof text === 'string' ? text : text();
}

/** A formula that only shows: a name, a condition. */
export const StaticFormula = memo(function StaticFormula({ tex, spoken, className = '' }: StaticFormulaProps) {
  return (
    <span className={`formula katex ${className}`} role="math" aria-label={spoken}>
      <Mathml tex={tex} />
      <PieceHtml tex={tex} colour={undefined} />
    </span>
  );
});

interface StaticFormulaProps {
  readonly tex: string;
  readonly spoken: string;
  readonly className?: string;
}

interface Group {
  readonly key: string;
  readonly terms: readonly { readonly key: string; readonly segments: readonly Segment[] }[];
}

/**
 * Groups hold what rather stays on one line, terms what must. Keys come from the terms' own ids, so that a control
 * keeps its place (and the focus) while terms around it come and go.
 */
function groupsOf(segments: readonly Segment[]): Group[] {
  const groups: { key: string; terms: { key: string; segments: Segment[] }[] }[] = [];
  for (const segment of segments) {
    let group = groups.at(-1);
    if (!group || segment.breakBefore === 'group') {
      group = { key: segment.term, terms: [] };
      groups.push(group);
    }
    let term = group.terms.at(-1);
    if (!term || segment.breakBefore !== 'none') {
      term = { key: segment.term, segments: [] };
      group.terms.push(term);
    }
    term.segments.push(segment);
  }
  return groups;
}

/** Number and symbol of one term light up as one; its sign, and a bracket around others, are parts of their own. */
function partsOf(segments: readonly Segment[]): PartData[] {
  const parts: { key: string; term: string; segments: Segment[] }[] = [];
  for (const segment of segments) {
    const last = parts.at(-1);
    const joins =
      last?.term === segment.term &&
      (segment.role === 'symbol' || segment.role === 'open') &&
      last.segments.at(-1)?.role === 'number';
    if (last && joins) last.segments.push(segment);
    else
      parts.push({
        key: `${segment.term} ${segment.role === 'symbol' || segment.role === 'open' ? 'number' : segment.role}`,
        term: segment.term,
        segments: [segment],
      });
  }
  return parts;
}
