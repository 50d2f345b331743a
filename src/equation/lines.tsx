/** The derivation as lines: one for each step, the newest last, each with what was done in a few words. */
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { parametersBehind, startLine, termAt, type Line } from '../algebra/term-parameters.ts';
import { countTerms, type Derivation, type Step, type Term } from '../algebra/derivation.ts';
import type { Network } from '../model/network.ts';
import type { Rational } from '../algebra/rational.ts';
import { useCrease } from '../state/use-store.ts';
import { EQUATION } from '../words/equation.ts';
import { Formula } from './formula.tsx';
import { LineFrame } from './line-frame.tsx';
import { productsNotation } from './products.ts';
import { CopyButton } from './copy-button.tsx';
import { write, type Segment } from './segments.ts';
import { speakLine } from './speech.ts';
import { lineTex } from './tex.ts';
import { plainLine } from './plain.ts';

/** More terms than this in a line, and it is written with matrices. */
export const MANY_TERMS = 24;

export interface LinesProps {
  readonly network: Network<Rational>;
  readonly derivation: Derivation;
  /** Lines up to this step are shown, 0 shows all. */
  readonly step: number;
}

export function Lines({ network, derivation, step }: LinesProps) {
  const rows = useMemo(() => rowsOf(network, derivation), [network, derivation]);
  const latest = useRef({ network, rows });
  useEffect(() => {
    latest.current = { network, rows };
  });
  return (
    <ol className="lines">
      {rows.map(({ line, number, note }, i) => (
        <LineFrame
          key={number}
          first={i === 0}
          number={number}
          step={step}
          note={note}
          after={<LineCopy index={i} latest={latest} />}
        >
          <LineFormula network={network} line={line} />
        </LineFrame>
      ))}
    </ol>
  );
}

interface LineCopyProps {
  readonly index: number;
  readonly latest: { readonly current: { readonly network: Network<Rational>; readonly rows: readonly Row[] } };
}

/** Asks for the line when it is copied: the button is not drawn again while numbers change. */
const LineCopy = memo(function LineCopy({ index, latest }: LineCopyProps) {
  const copied = (writer: typeof lineTex) => {
    const { network, rows } = latest.current;
    return writer(rows[index]?.line.sum ?? [], network);
  };
  return <CopyButton tex={() => copied(lineTex)} text={() => copied(plainLine)} />;
});

interface Row {
  readonly line: Line;
  /** The step that wrote it, from 1; 0 for a network that has nothing to derive. */
  readonly number: number;
  readonly note: string;
}

/** A step that could do nothing writes no line. */
function rowsOf(network: Network<Rational>, derivation: Derivation): Row[] {
  if (derivation.steps.length === 0) {
    return [{ line: startLine(network, derivation), number: 0, note: EQUATION.noHidden }];
  }
  return derivation.steps.flatMap((step, i) =>
    step.outcome === 'stuck'
      ? []
      : [{ line: step, number: i + 1, note: noteOf(network, step, derivation.steps[i - 1]) }],
  );
}

function noteOf(network: Network<Rational>, step: Step, before: Step | undefined): string {
  if (step.outcome === 'partly' && step.kind !== 'writeOut') return EQUATION.partly[step.kind];
  if (step.kind !== 'combine') return EQUATION.notes[step.kind](network.layers.length - 1, step.layer);
  const first = step.sum.find((term) => term.products.length > 1);
  return first ? EQUATION.addLike(addends(first, before)) : EQUATION.nothingToAdd;
}

/** `1 + 20 = 21`: the terms of the line before that make a coefficient. */
function addends(term: Term, before: Step | undefined): string {
  const parts = (before?.sum ?? []).filter((t) => sameFactor(t, term));
  return parts.length > 1
    ? EQUATION.sumText(
        parts.map((t) => t.coefficient),
        term.coefficient,
      )
    : (productsNotation(term)?.text ?? '');
}

function sameFactor(p: Term, q: Term): boolean {
  if (p.factor.kind === 'input' && q.factor.kind === 'input') return p.factor.input === q.factor.input;
  if (p.factor.kind === 'node' && q.factor.kind === 'node') {
    return p.factor.at.layer === q.factor.at.layer && p.factor.at.node === q.factor.at.node;
  }
  return p.factor.kind === 'one' && q.factor.kind === 'one';
}

function LineFormula({ network, line }: { readonly network: Network<Rational>; readonly line: Line }) {
  const keep = useCrease((state) => state.active);
  const segments = useMemo(() => write(line.sum, network, { keep }), [line, network, keep]);
  const keysOf = useCallback((segment: Segment) => parametersBehind(network, line, segment.term), [network, line]);
  const explain = useCallback((segment: Segment) => explanation(network, line, segment), [network, line]);
  const tex = useCallback(() => lineTex(line.sum, network), [network, line]);
  const spoken = useCallback(() => speakLine(line.sum, network), [network, line]);
  return (
    <Formula
      segments={segments}
      tex={tex}
      spoken={spoken}
      editable={line.kind === 'writeOut'}
      keysOf={keysOf}
      explain={explain}
    />
  );
}

function explanation(network: Network<Rational>, line: Line, segment: Segment): string | null {
  if (line.kind !== 'combine') return null;
  const term = termAt(network, line.sum, segment.term);
  return term && term.products.length > 1 ? (productsNotation(term)?.text ?? null) : null;
}

/** Is any line of it too long to be read term by term? */
export function hasManyTerms(derivation: Derivation): boolean {
  return [derivation.start, ...derivation.steps.map((step) => step.sum)].some((sum) => countTerms(sum) > MANY_TERMS);
}
