/** The rows of the derivation: what each step wrote, and what was done in a few words. */
import type { Derivation, Step } from '../algebra/derivation.ts';
import { countTerms, type Term } from '../algebra/sum.ts';
import type { Rational } from '../number/rational.ts';
import { parametersBehind, startLine, termAt, type Line } from '../algebra/term-parameters.ts';
import { sameNode, type Network } from '../model/network.ts';
import { memoize } from '../facts/memoize.ts';
import { selectDerivation } from '../live/select.ts';
import type { Highlight } from '../state/store.ts';
import { EQUATION } from '#words/equation.ts';
import { shortProductsText, sumText } from '#words/products.ts';
import type { Relation } from './line-frame.tsx';
import { isRounded, write, type Segment } from './segments.ts';
import type { Written } from './written.ts';
import { fact } from '../live/knowledge.ts';

/** More terms than this in a line, and it is written with matrices. */
export const MANY_TERMS = 24;

/** And with more than this also where somebody is in the middle of an edit: tens of thousands take seconds to write. */
const TOO_MANY_TERMS = 200;

/** The number of a derivation's line is that of its row. */
export interface Row extends Written {
  readonly line: Line;
  /** The step that wrote it, from 1; 0 for a network that has nothing to derive. */
  readonly number: number;
  readonly note: string;
  readonly relation: Relation;
}

const NO_ROWS: readonly Row[] = [];

/**
 * The rows for the network in the store, the number that is being edited written as a person would leave it. None where a
 * line would be too long: a view that is about to give way to the matrices asks all the same.
 */
export const selectRows = fact((known): readonly Row[] => {
  const derivation = selectDerivation(known);
  return hasTooManyTerms(derivation) ? NO_ROWS : rowsOf(known.network, derivation, known.active);
});

/** A step that could do nothing writes no line. */
function rowsOf(network: Network<Rational>, derivation: Derivation, kept: string | null): Row[] {
  const rows: Row[] = [];
  const add = (line: Line, number: number, noteOf: (repeats: boolean) => string): void => {
    const segments = write(line.sum, network, { keep: kept, unmarked: true, slots: true });
    // The numbers in a line that was written out can be edited.
    const hasControls = line.kind === 'writeOut' && segments.some(({ parameter }) => parameter !== null);
    const repeats = !hasControls && textOf(segments) === textOf(rows.at(-1)?.segments ?? []);
    const relation = repeats ? 'none' : isRounded(segments) ? 'about' : 'equals';
    rows.push({ network, line, sum: line.sum, segments, number, note: noteOf(repeats), relation });
  };
  if (derivation.steps.length === 0) add(startLine(network, derivation), 0, () => EQUATION.noHidden);
  derivation.steps.forEach((step, i) => {
    if (step.outcome === 'stuck') return;
    add(step, i + 1, (repeats) =>
      repeats ? EQUATION.repeats[step.kind] : noteOf(network, step, derivation.steps[i - 1]),
    );
  });
  return rows;
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}

function noteOf(network: Network<Rational>, step: Step, before: Step | undefined): string {
  if (step.outcome === 'partly' && step.kind !== 'writeOut') return EQUATION.partly[step.kind];
  if (step.kind !== 'combine') return EQUATION.notes[step.kind](network.layers.length - 1, step.layer);
  const first = step.sum.find((term) => term.products.length > 1);
  return first ? EQUATION.addLike(addends(first, before)) : EQUATION.repeats.combine;
}

/** `1 + 20 = 21`: the terms of the line before that make a coefficient. */
function addends(term: Term, before: Step | undefined): string {
  const parts = (before?.sum ?? []).filter((t) => sameFactor(t, term));
  return parts.length > 1
    ? sumText(
        parts.map((t) => t.coefficient),
        term.coefficient,
      )
    : (shortProductsText(term.coefficient, term.products) ?? '');
}

function sameFactor(p: Term, q: Term): boolean {
  if (p.factor.kind === 'input' && q.factor.kind === 'input') return p.factor.input === q.factor.input;
  if (p.factor.kind === 'node' && q.factor.kind === 'node') {
    return sameNode(p.factor.at, q.factor.at);
  }
  return p.factor.kind === 'one' && q.factor.kind === 'one';
}

/** Keys of the weights and biases behind a term of a row. */
export function keysBehind({ network, line }: Row, { term }: Segment): Highlight {
  return parametersBehind(network, line, term);
}

/** `21 = 2·0.5 + 5·4`; null where a term is not made of several. */
export function explanation({ network, line }: Row, { term: id }: Segment): string | null {
  if (line.kind !== 'combine') return null;
  const term = termAt(network, line.sum, id);
  return term && term.products.length > 1 ? shortProductsText(term.coefficient, term.products) : null;
}

/** Is any line of it too long to be read term by term? */
export function hasManyTerms(derivation: Derivation): boolean {
  return mostTerms(derivation) > MANY_TERMS;
}

/** Or even to be written? */
export function hasTooManyTerms(derivation: Derivation): boolean {
  return mostTerms(derivation) > TOO_MANY_TERMS;
}

const mostTerms = memoize(({ start, steps }: Derivation): number =>
  Math.max(...[start, ...steps.map(({ sum }) => sum)].map(countTerms)),
);
