/**
 * The pieces of the network and its verdict for views: at once where that is cheap, from a worker where it is not. While a
 * worker runs, the state says how many cells it has found so far. All views of one question share one run.
 */
import { useEffect, useMemo } from 'react';
import { cellBound } from '../algebra/cell-bound.ts';
import { ALL, type Domain } from '../algebra/domain.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Network } from '../model/network.ts';
import type { BentForm } from '../algebra/crease.ts';
import type { Analysis } from './analysis.ts';
import {
  isDeafAfter,
  type AnalysisQuestion,
  type AnalysisReply,
  type AnalysisRequest,
  type Verdicts,
} from './analysis-protocol.ts';
import { selectChosenDomain } from './chosen-domain.ts';
import { liveFrom, useKept, type Live } from './live.ts';
import { memoize } from './memoize.ts';
import { selectNetwork } from './select.ts';
import type { CreaseState } from './store.ts';
import { useCreaseStore } from './use-store.ts';
import { workerRun } from './worker-run.ts';

export type AnalysisState =
  /** `verdicts` is null until they are there, and where all was cheap: then `verdict.ts` decides by itself. */
  | { readonly kind: 'done'; readonly analysis: Analysis | null; readonly verdicts: Verdicts | null }
  /** At least so many pieces were found so far. */
  | { readonly kind: 'running'; readonly atLeast: number }
  | { readonly kind: 'cancelled'; readonly atLeast: number };

/** Up to so many cells, enumerating takes a few milliseconds at most: no worker. */
const AT_ONCE = 40;
/** Before there is an answer. Another record once the engine is there: more can be decided at once. */
let waiting: AnalysisState = { kind: 'running', atLeast: 0 };

const states = memoize((_network: Network<Rational>) => new Map<Domain, AnalysisState>());
const listeners = new Set<() => void>();
/** How many views wait for each question. */
const views = memoize((_network: Network<Rational>) => new Map<Domain, number>());
const viewsOf = ({ network, chosen }: AnalysisQuestion) => views(network).get(chosen) ?? 0;
let current: AnalysisQuestion | null = null;

/** Fetched when the first network bends. */
let engine: typeof import('./engine.ts') | null = null;

async function loadEngine(): Promise<void> {
  if (engine) return;
  engine = await import('./engine.ts');
  waiting = { ...waiting };
  for (const notify of listeners) notify();
}

const onDomain = memoize((network: Network<Rational>) =>
  memoize((domain: Domain) => engine?.analyseNow(network, domain) ?? null),
);

/** The pieces of a cheap network; null before the engine is there. */
export function analysisAtOnce(network: Network<Rational>, domain: Domain): Analysis | null {
  return engine ? onDomain(network)(domain) : null;
}

const bends = memoize((network: Network<Rational>) =>
  memoize((domain: Domain) => engine?.bentForm(network, domain) ?? null),
);

/** The creases of a network that bends like one hidden layer; null for others, and before the engine is there. */
export function bentAtOnce(network: Network<Rational>, domain: Domain): BentForm | null {
  return engine ? bends(network)(domain) : null;
}

/** So few cells that everything about the network can be computed while it is being dragged. */
export function isCheap(network: Network<Rational>): boolean {
  return cellBound(network) <= AT_ONCE;
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
  useEffect(() => {
    let question = questionOf(store.getState());
    wait(question);
    const stop = store.subscribe((state) => {
      const next = questionOf(state);
      if (isSame(next, question)) return;
      const before = question;
      question = next;
      wait(next);
      leave(before);
    });
    return () => {
      stop();
      leave(question);
    };
  }, [store]);
  return useKept(useLiveAnalysis(read), same);
}

/** The same for those who only follow: some view around asks the question. */
export function useLiveAnalysis<T>(read: (state: CreaseState, known: AnalysisState) => T): Live<T> {
  const store = useCreaseStore();
  return useMemo(() => {
    const of = (state: CreaseState) => read(state, stateOf(questionOf(state)));
    return liveFrom(
      () => of(store.getState()),
      () => of(store.getInitialState()),
      (look) => {
        const stops = [store.subscribe(look), subscribe(look)];
        return () => stops.forEach((stop) => stop());
      },
    );
  }, [store, read]);
}

/** For `useLiveAnalysis`: how many pieces the network has; null where that is not known. */
export function pieceCount(_state: CreaseState, known: AnalysisState): number | null {
  return known.kind === 'done' ? (known.analysis?.pieceCount ?? null) : null;
}

function questionOf(state: CreaseState): AnalysisQuestion {
  return { network: selectNetwork(state), chosen: selectChosenDomain(state) };
}

function wait(question: AnalysisQuestion): void {
  views(question.network).set(question.chosen, viewsOf(question) + 1);
  want(question);
}

function leave(question: AnalysisQuestion): void {
  views(question.network).set(question.chosen, viewsOf(question) - 1);
  if (viewsOf(question) === 0) forget(question);
}

/** Ends the run that takes too long. */
export function cancelAnalysis(): void {
  run.cancel();
}

/** Runs again what was ended. */
export function restartAnalysis(state: CreaseState): void {
  const question = questionOf(state);
  states(question.network).delete(question.chosen);
  current = null;
  want(question);
  for (const notify of listeners) notify();
}

function subscribe(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

function stateOf({ network, chosen }: AnalysisQuestion): AnalysisState {
  const known = states(network).get(chosen);
  if (known) return known;
  if (!engine || !isCheap(network)) return waiting;
  const done: AnalysisState = { kind: 'done', analysis: analysisAtOnce(network, ALL), verdicts: null };
  states(network).set(chosen, done);
  return done;
}

/** Starts a run for a question that has no answer yet; it ends the run for another one. */
function want(question: AnalysisQuestion): void {
  // A linear network has one piece, and nothing to look for.
  if (cellBound(question.network) === 1) return;
  void loadEngine();
  if (isCheap(question.network) || isAsked(question) || isAnswered(stateOf(question))) return;
  current = question;
  run.start((number) => ({ kind: 'start', run: number, ...question }));
}

/** Nobody waits for it any more. */
function forget(question: AnalysisQuestion): void {
  if (!isAsked(question)) return;
  current = null;
  run.drop();
}

function isAsked(question: AnalysisQuestion): boolean {
  return current !== null && isSame(current, question);
}

function isSame(p: AnalysisQuestion, q: AnalysisQuestion): boolean {
  return p.network === q.network && p.chosen === q.chosen;
}

/** A run that was overtaken may have left half an answer. */
function isAnswered(state: AnalysisState): boolean {
  return state.kind === 'cancelled' || (state.kind === 'done' && state.verdicts !== null);
}

const run = workerRun<AnalysisRequest, AnalysisReply>({
  open: (hear) => {
    const worker = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<AnalysisReply>) => hear(event.data);
    return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
  },
  isDeafAfter,
  isLast: ({ kind }) => kind === 'done' || kind === 'cancelled',
  cancelRequest: (number) => ({ kind: 'cancel', run: number }),
  cancelledReply: (number) => ({ kind: 'cancelled', run: number }),
  tell: (reply) => {
    if (!current) return;
    const { network, chosen } = current;
    states(network).set(chosen, stateAfter(stateOf(current), reply));
    for (const notify of listeners) notify();
  },
});

function stateAfter(before: AnalysisState, reply: AnalysisReply): AnalysisState {
  switch (reply.kind) {
    case 'progress':
      return { kind: 'running', atLeast: reply.atLeast };
    case 'cancelled':
      return before.kind === 'running' ? { kind: 'cancelled', atLeast: before.atLeast } : before;
    case 'found':
      return { kind: 'done', analysis: reply.analysis, verdicts: null };
    case 'done':
      return { kind: 'done', analysis: before.kind === 'done' ? before.analysis : null, verdicts: reply.verdicts };
  }
}
