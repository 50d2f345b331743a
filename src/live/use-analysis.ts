/** The pieces of the network and its verdict, for views: see `analyses.ts`. */
import { useEffect, useMemo } from 'react';
import { engineNow, loadEngine } from '../browser/lazy-engine.ts';
import { createAnalyses, isSame, type Analyses } from '../state/analyses.ts';
import type { AnalysisQuestion } from '../state/analysis-protocol.ts';
import type { AnalysisState } from '../state/analysis-state.ts';
import { selectChosenDomain } from '../state/chosen-domain.ts';
import { liveFrom, useKept, type Live } from './live.ts';
import { selectNetwork } from '../state/select.ts';
import type { Actions, CreaseState } from '../state/store.ts';
import { useCreaseStore } from './use-store.ts';

/** By the store's actions: a store that shows another one (at rest, through a lens) has that one's, and its analyses. */
const known = new WeakMap<Actions, Analyses>();

function useAnalyses(): Analyses {
  const { actions } = useCreaseStore().getInitialState();
  const analyses = known.get(actions) ?? createAnalyses({ now: engineNow, load: loadEngine });
  known.set(actions, analyses);
  return analyses;
}

/**
 * What `read` makes of the store and of what is known of its network; redraws when that changes by more than `same` lets
 * pass. `read` must stay the same function. The question stays asked for as long as the view is there.
 */
export function useAnalysis<T>(
  read: (state: CreaseState, known: AnalysisState) => T,
  same: (before: T, after: T) => boolean = Object.is,
): T {
  const store = useCreaseStore();
  const analyses = useAnalyses();
  useEffect(() => {
    let question = questionOf(store.getState());
    analyses.ask(question);
    const stop = store.subscribe((state) => {
      const next = questionOf(state);
      if (isSame(next, question)) return;
      const before = question;
      question = next;
      analyses.ask(next);
      analyses.leave(before);
    });
    return () => {
      stop();
      analyses.leave(question);
    };
  }, [store, analyses]);
  return useKept(useLiveAnalysis(read), same);
}

/** The same for those who only follow: some view around asks the question. Undefined: what it reads is gone. */
export function useLiveAnalysis<T>(read: (state: CreaseState, known: AnalysisState) => T | undefined): Live<T> {
  const store = useCreaseStore();
  const analyses = useAnalyses();
  return useMemo(() => {
    const of = (state: CreaseState) => read(state, analyses.stateOf(questionOf(state)));
    return liveFrom(
      () => of(store.getState()),
      () => of(store.getInitialState()),
      (look) => {
        const stops = [store.subscribe(look), analyses.subscribe(look)];
        return () => stops.forEach((stop) => stop());
      },
    );
  }, [store, analyses, read]);
}

/** For those who end a search that takes too long, or begin it again. */
export function useSearch(): { readonly cancel: () => void; readonly restart: () => void } {
  const store = useCreaseStore();
  const analyses = useAnalyses();
  return { cancel: analyses.cancel, restart: () => analyses.restart(questionOf(store.getState())) };
}

/** For `useLiveAnalysis`: how many pieces the network has; null where that is not known. */
export function pieceCount(_state: CreaseState, known: AnalysisState): number | null {
  return known.kind === 'done' ? (known.analysis?.pieceCount ?? null) : null;
}

function questionOf(state: CreaseState): AnalysisQuestion {
  return { network: selectNetwork(state), chosen: selectChosenDomain(state) };
}
