/** What is known of the pieces and the verdicts of one network, while a worker looks for them and after. */
import type { Analysis } from '../facts/analysis.ts';
import type { AnalysisReply, Verdicts } from './analysis-protocol.ts';

export type AnalysisState =
  /** `verdicts` is null until they are there, and where all was cheap: then `verdict.ts` decides by itself. */
  | { readonly kind: 'done'; readonly analysis: Analysis | null; readonly verdicts: Verdicts | null }
  /** At least so many pieces were found so far. `cancelled` by the reader; `failed`: the engine or its worker has. */
  | { readonly kind: 'running' | 'cancelled' | 'failed'; readonly atLeast: number };

/** Of a run that ends after it has found the pieces. */
const NOT_DECIDED: Verdicts = { all: { kind: 'undecided' }, chosen: { kind: 'undecided' } };

/** What is known once the worker has said this, too. */
export function stateAfter(before: AnalysisState, reply: AnalysisReply): AnalysisState {
  switch (reply.kind) {
    case 'progress':
      return { kind: 'running', atLeast: reply.atLeast };
    case 'found':
      return { kind: 'done', analysis: reply.analysis, verdicts: null };
    case 'done':
      return { kind: 'done', analysis: before.kind === 'done' ? before.analysis : null, verdicts: reply.verdicts };
    case 'cancelled':
    case 'failed':
      return before.kind === 'done'
        ? { ...before, verdicts: NOT_DECIDED }
        : { kind: reply.kind, atLeast: before.atLeast };
  }
}
