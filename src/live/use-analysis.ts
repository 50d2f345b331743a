/** The question of the pieces and the verdict, for views that ask it. */
import { useEffect } from 'react';
import { analysesOf, selectQuestion } from './known-analysis.ts';
import { liveOf } from './live.ts';
import { useKnowledge } from './use-store.ts';

/** As long as the view is there, the question is asked of each network in turn. */
export function useAsked(): void {
  const known = useKnowledge();
  useEffect(() => {
    const analyses = analysesOf(known);
    const { get, subscribe } = liveOf(known, selectQuestion);
    let question = get();
    analyses.ask(question);
    const stop = subscribe(() => {
      const before = question;
      question = get();
      analyses.ask(question);
      analyses.leave(before);
    });
    return () => {
      stop();
      analyses.leave(question);
    };
  }, [known]);
}

/** For those who end a search that takes too long, or begin it again. */
export function useSearch(): { readonly cancel: () => void; readonly restart: () => void } {
  const known = useKnowledge();
  const analyses = analysesOf(known);
  return { cancel: analyses.cancel, restart: () => analyses.restart(selectQuestion(known)) };
}
