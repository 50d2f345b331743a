/**
 * What is known of the pieces and the verdict of one store's networks: at once where that is cheap, from a worker where it
 * is not. While the worker runs, the state says how many cells it has found so far. All views of one question share one
 * run; each store has its own, so that a figure's question never ends the stage's.
 */
import { cellBound } from '../algebra/cell-bound.ts';
import { ALL, type Domain } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import type { AnalysisQuestion, AnalysisReply, AnalysisRequest } from './analysis-protocol.ts';
import type { AnalysisState, stateAfter } from './analysis-state.ts';
import { analysisAtOnce, isCheap } from '../facts/engine.ts';
import { memoize } from '../facts/memoize.ts';
import type { WorkerRun } from './worker-run.ts';

export interface Analyses {
  readonly stateOf: (question: AnalysisQuestion) => AnalysisState;
  /** A view asks the question, from now on until it leaves it. A newer question ends the run for an older one. */
  readonly ask: (question: AnalysisQuestion) => void;
  readonly leave: (question: AnalysisQuestion) => void;
  /** Ends the run that takes too long. */
  readonly cancel: () => void;
  /** Runs again what was ended, or has failed. */
  readonly restart: (question: AnalysisQuestion) => void;
  /** Calls back when something more is known; returns what ends that. */
  readonly subscribe: (notify: () => void) => () => void;
}

/** What is needed of the engine: where it is, and how it comes. */
export interface EngineSource {
  /** Null until it has come. */
  readonly now: () => {
    readonly analysisRun: (tell: (reply: AnalysisReply) => void) => WorkerRun<AnalysisRequest>;
    readonly stateAfter: typeof stateAfter;
  } | null;
  /** `again`: the reader asks for what has failed to come. */
  readonly load: (again: boolean) => Promise<unknown>;
}

export function createAnalyses({ now: engine, load }: EngineSource): Analyses {
  /** Pieces are many: those of a few networks are kept. */
  const states = memoize((_network: Network<Rational>) => new Map<Domain, AnalysisState>(), 4);
  const listeners = new Set<() => void>();
  /** The questions that views wait for, once for each view, with what keeps their answers. */
  const waiters: (AnalysisQuestion & { readonly answers: Map<Domain, AnalysisState> })[] = [];
  /** Before there is an answer. Another record once the engine is there, or has failed to come. */
  let waiting: AnalysisState = { kind: 'running', atLeast: 0 };
  let isComing = false;
  let current: AnalysisQuestion | null = null;
  let run: WorkerRun<AnalysisRequest> | null = null;

  const notifyAll = () => {
    for (const notify of listeners) notify();
  };
  const isAsked = (question: AnalysisQuestion) => current !== null && isSame(current, question);

  const stateOf = ({ network, chosen }: AnalysisQuestion): AnalysisState => {
    const known = states(network).get(chosen);
    if (known) return known;
    if (!engine() || !isCheap(network)) return waiting;
    const done: AnalysisState = { kind: 'done', analysis: analysisAtOnce(network, ALL), verdicts: null };
    states(network).set(chosen, done);
    return done;
  };

  const hear = (reply: AnalysisReply) => {
    const loaded = engine();
    if (!current || !loaded) return;
    states(current.network).set(current.chosen, loaded.stateAfter(stateOf(current), reply));
    notifyAll();
  };
  /** Without the engine it waits for it. */
  const start = (question: AnalysisQuestion) => {
    run ??= engine()?.analysisRun(hear) ?? null;
    run?.start((number) => ({ kind: 'start', run: number, ...question }));
  };
  const fetchEngine = async (again = false) => {
    if (engine() || isComing) return;
    isComing = true;
    waiting = { kind: 'running', atLeast: 0 };
    try {
      await load(again);
      waiting = { ...waiting };
      if (current) start(current);
    } catch {
      waiting = { kind: 'failed', atLeast: 0 };
      current = null;
    }
    isComing = false;
    notifyAll();
  };

  const want = (question: AnalysisQuestion) => {
    // A linear network has one piece, and nothing to look for.
    if (cellBound(question.network) === 1) return;
    void fetchEngine();
    if (isCheap(question.network) || isAsked(question) || isAnswered(stateOf(question))) return;
    current = question;
    start(question);
  };

  return {
    stateOf,
    ask: (question) => {
      waiters.push({ ...question, answers: states(question.network) });
      want(question);
    },
    leave: (question) => {
      const isWaiting = (waiter: AnalysisQuestion) => isSame(waiter, question);
      waiters.splice(waiters.findIndex(isWaiting), 1);
      if (waiters.some(isWaiting) || !isAsked(question)) return;
      // Nobody waits for it any more.
      current = null;
      run?.drop();
    },
    cancel: () => {
      if (run) return run.cancel();
      if (!current) return;
      states(current.network).set(current.chosen, { kind: 'cancelled', atLeast: 0 });
      current = null;
      notifyAll();
    },
    restart: (question) => {
      states(question.network).delete(question.chosen);
      current = null;
      void fetchEngine(true);
      want(question);
      notifyAll();
    },
    subscribe: (notify) => {
      listeners.add(notify);
      return () => void listeners.delete(notify);
    },
  };
}

function isSame(p: AnalysisQuestion, q: AnalysisQuestion): boolean {
  return p.network === q.network && p.chosen === q.chosen;
}

/** A run that was overtaken may have left half an answer. */
function isAnswered(state: AnalysisState): boolean {
  return state.kind === 'done' ? state.verdicts !== null : state.kind !== 'running';
}
