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
import type { AnalysisQuestion, AnalysisReply, AnalysisRequest } from './analysis-protocol.ts';
import type { AnalysisState } from './analysis-state.ts';
import { selectChosenDomain } from './chosen-domain.ts';
import { liveFrom, useKept, type Live } from './live.ts';
import { memoize } from './memoize.ts';
import { selectNetwork } from './select.ts';
import type { CreaseState } from './store.ts';
import { useCreaseStore } from './use-store.ts';
import type { WorkerRun } from './worker-run.ts';

/** Up to so many cells, enumerating takes a few milliseconds at most: no worker. */
const AT_ONCE = 40;
/** Before there is an answer. Another record once the engine is there, or has failed to come. */
let waiting: AnalysisState = { kind: 'running', atLeast: 0 };

/** Pieces are many: those of a few networks are kept. */
const states = memoize((_network: Network<Rational>) => new Map<Domain, AnalysisState>(), 4);
const listeners = new Set<() => void>();
/** The questions that views wait for, once for each view, with what keeps their answers. */
const waiters: (AnalysisQuestion & { readonly answers: Map<Domain, AnalysisState> })[] = [];
let current: AnalysisQuestion | null = null;

/** Fetched when the first network bends; its runs are in the worker. */
let engine: typeof import('./engine.ts') | null = null;
let run: WorkerRun<AnalysisRequest> | null = null;
let isComing = false;

/** Where it fails to come the next network asks for it again. */
async function loadEngine(): Promise<void> {
  if (engine || isComing) return;
  isComing = true;
  waiting = { kind: 'running', atLeast: 0 };
  try {
    engine = await import('./engine.ts');
    run = engine.analysisRun(hear);
    waiting = { ...waiting };
    if (current) start(current);
  } catch {
    waiting = { kind: 'failed', atLeast: 0 };
    current = null;
  }
  isComing = false;
  notifyAll();
}

function notifyAll(): void {
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
export function useLiveAnalysis<T>(read: (state: CreaseState, known: AnalysisState) => T | undefined): Live<T> {
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
  waiters.push({ ...question, answers: states(question.network) });
  want(question);
}

function leave(question: AnalysisQuestion): void {
  const isWaiting = (waiter: AnalysisQuestion) => isSame(waiter, question);
  waiters.splice(waiters.findIndex(isWaiting), 1);
  if (!waiters.some(isWaiting)) forget(question);
}

/** Ends the run that takes too long. */
export function cancelAnalysis(): void {
  if (run) return run.cancel();
  if (!current) return;
  states(current.network).set(current.chosen, { kind: 'cancelled', atLeast: 0 });
  current = null;
  notifyAll();
}

/** Runs again what was ended, or has failed. */
export function restartAnalysis(state: CreaseState): void {
  const question = questionOf(state);
  states(question.network).delete(question.chosen);
  current = null;
  want(question);
  notifyAll();
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
  start(question);
}

/** Without the engine it waits for it. */
function start(question: AnalysisQuestion): void {
  run?.start((number) => ({ kind: 'start', run: number, ...question }));
}

function hear(reply: AnalysisReply): void {
  if (!current || !engine) return;
  const { network, chosen } = current;
  states(network).set(chosen, engine.stateAfter(stateOf(current), reply));
  notifyAll();
}

/** Nobody waits for it any more. */
function forget(question: AnalysisQuestion): void {
  if (!isAsked(question)) return;
  current = null;
  run?.drop();
}

function isAsked(question: AnalysisQuestion): boolean {
  return current !== null && isSame(current, question);
}

function isSame(p: AnalysisQuestion, q: AnalysisQuestion): boolean {
  return p.network === q.network && p.chosen === q.chosen;
}

/** A run that was overtaken may have left half an answer. */
function isAnswered(state: AnalysisState): boolean {
  return state.kind === 'done' ? state.verdicts !== null : state.kind !== 'running';
}
