/** The pieces of the network and its verdict, as far as they are known: see `state/analyses.ts`. */
import { engineNow, loadEngine } from '../browser/lazy-engine.ts';
import { createAnalyses, type Analyses } from '../state/analyses.ts';
import type { AnalysisQuestion } from '../state/analysis-protocol.ts';
import type { AnalysisState } from '../state/analysis-state.ts';
import type { Actions } from '../state/store.ts';
import { sameVerdict, verdictNow, type VerdictNow } from '../state/verdict.ts';
import { fact, type Knowledge } from './knowledge.ts';
import { selectChosenDomain } from './select.ts';
import { Cell, tellListeners } from './signal.ts';

interface Told extends Analyses {
  /** Another one when something more is known. */
  readonly news: Cell<object>;
}

/** By the store's actions: a store that shows another one (at rest, through a lens) has that one's, and its analyses. */
const told = new WeakMap<Actions, Told>();

export function analysesOf({ actions }: Knowledge): Told {
  const found = told.get(actions);
  if (found) return found;
  const made = { ...createAnalyses({ now: engineNow, load: loadEngine }), news: new Cell({}) };
  made.subscribe(() => {
    made.news.write({});
    tellListeners();
  });
  told.set(actions, made);
  return made;
}

export const selectQuestion = fact((known): AnalysisQuestion => ({
  network: known.network,
  chosen: selectChosenDomain(known),
}));

/** Somebody has to ask for it: see `useAsked`. */
export const selectAnalysis = fact((known): AnalysisState => {
  const analyses = analysesOf(known);
  analyses.news.get();
  return analyses.stateOf(selectQuestion(known));
});

export const selectVerdict = fact((known): VerdictNow =>
  verdictNow(known.network, selectChosenDomain(known), selectAnalysis(known)),
);

/** The same, but for the numbers of the models: what a view is drawn with. */
export const selectVerdictFrame = fact(selectVerdict, sameVerdict);

/** How many pieces the network has; null where that is not known. */
export function selectPieceCount(known: Knowledge): number | null {
  const analysis = selectAnalysis(known);
  return analysis.kind === 'done' ? (analysis.analysis?.pieceCount ?? null) : null;
}
