/**
 * A formula as a row of pieces. KaTeX draws each piece alone (`katex-html.ts`), which makes three things possible: only
 * pieces that changed are drawn again, lines break between terms by themselves, and real controls lie between the
 * pieces (KaTeX's own HTML is hidden from assistive technology, so nothing that takes the focus may live inside it).
 * The whole formula is there once more as MathML, and has a spoken name.
 */
import { Fragment, memo, useEffect, useState, type ReactNode } from 'react';
import { parameterKey, type NodeAt, type Parameter } from '../model/network.ts';
import { nodeColour } from '../state/colour.ts';
import { useParameter } from '../state/use-number.ts';
import { selectNetwork } from '../state/select.ts';
import { useCrease, useCreaseStore } from '../state/use-store.ts';
import { parameterName } from '../words/names.ts';
import { NumberField } from '../controls/number-field.tsx';
import { isLit } from '../state/highlight.ts';
import type { Highlight } from '../state/store.ts';
import { formulaMathml, pieceHtml, useKatexReady } from './katex-html.ts';
import type { Segment } from './segments.ts';
import './formula.css';

export interface FormulaProps {
  readonly segments: readonly Segment[];
  /** The whole formula as one piece of TeX, for MathML. */
  readonly tex: string;
  readonly spoken: string;
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
  const label = editable ? { role: 'group', 'aria-label': spoken } : { role: 'math', 'aria-label': spoken };
  return (
    <span className={`formula katex ${className}`} {...label}>
      <Mathml tex={tex} />
      {groupsOf(segments).map((group) => (
        <span className="formula-group" key={group.key}>
          {group.terms.map((term) => (
            <TermView key={term.key} segments={term.segments} editable={editable} keysOf={keysOf} explain={explain} />
          ))}
        </span>
      ))}
    </span>
  );
}

interface TermViewProps extends Pick<FormulaProps, 'editable' | 'keysOf' | 'explain'> {
  readonly segments: readonly Segment[];
}

/** What must not be torn apart by a line break, and lights up as one. */
function TermView({ segments, editable, keysOf, explain }: TermViewProps) {
  const store = useCreaseStore();
  const parts = partsOf(segments);
  return (
    <span className="formula-term">
      {parts.map((part) => (
        <Part
          key={part.key}
          part={part}
          editable={editable ?? false}
          keysOf={keysOf}
          explain={explain}
          onLeave={() => store.getState().actions.highlight(null)}
        />
      ))}
    </span>
  );
}

interface PartData {
  readonly key: string;
  readonly segments: readonly Segment[];
}

interface PartProps extends Pick<FormulaProps, 'keysOf' | 'explain'> {
  readonly part: PartData;
  readonly editable: boolean;
  readonly onLeave: () => void;
}

/** A run of segments of one term: number and symbol. */
function Part({ part, editable, keysOf, explain, onLeave }: PartProps) {
  const store = useCreaseStore();
  const first = part.segments.find((s) => s.role === 'number' || s.role === 'symbol') ?? part.segments[0];
  const lit = useCrease((state) =>
    keysOf && first && state.highlight ? isLit(state.highlight, keysOf(first)) : false,
  );
  const [note, setNote] = useState<string | null>(null);
  const enter = () => {
    if (!first || first.role === 'sign' || first.role === 'text') return;
    if (keysOf) store.getState().actions.highlight(keysOf(first));
    setNote(explain?.(first) ?? null);
  };
  const leave = () => {
    setNote(null);
    onLeave();
  };
  return (
    <span
      className="formula-part"
      data-lit={lit || undefined}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocus={enter}
      onBlur={leave}
    >
      {part.segments.map((segment) => (
        <Fragment key={segment.role}>
          {editable && segment.parameter ? (
            <span className="formula-slot">
              <Piece segment={segment} />
              <ParameterOverlay parameter={segment.parameter} />
            </span>
          ) : (
            <Piece segment={segment} />
          )}
        </Fragment>
      ))}
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
    const network = useCrease(selectNetwork);
    return <NumberField overlay name={parameterName(network, parameter)} {...useParameter(parameter)} />;
  },
  (before, after) => parameterKey(before.parameter) === parameterKey(after.parameter),
);

function Piece({ segment }: { readonly segment: Segment }) {
  return <PieceHtml tex={segment.tex} colour={useNodeColour(segment.via)} />;
}

/** The colour of a node's terms; undefined is ink. */
export function useNodeColour(at: NodeAt | null): string | undefined {
  return useCrease((state) => (at ? nodeColour(selectNetwork(state), at) : undefined));
}

export const PieceHtml = memo(function PieceHtml({
  tex,
  colour,
}: {
  readonly tex: string;
  readonly colour: string | undefined;
}) {
  useKatexReady();
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

/** The formula for screen readers. It waits until a drag has come to rest: nobody listens in between. */
export const Mathml = memo(function Mathml({ tex }: { readonly tex: string }) {
  useKatexReady();
  const settled = useSettled(tex);
  return (
    <span className="katex-mathml" data-tex={settled} dangerouslySetInnerHTML={{ __html: formulaMathml(settled) }} />
  );
});

const SETTLE_MS = 250;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** A formula that only shows: a name, a condition, a model in a sentence. */
export function StaticFormula({
  tex,
  spoken,
  className = '',
}: {
  readonly tex: string;
  readonly spoken: string;
  readonly className?: string;
}): ReactNode {
  return (
    <span className={`formula katex ${className}`} role="math" aria-label={spoken}>
      <Mathml tex={tex} />
      <PieceHtml tex={tex} colour={undefined} />
    </span>
  );
}

interface Group {
  readonly key: string;
  readonly terms: readonly PartData[];
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
