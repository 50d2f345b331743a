/**
 * The pieces of the network and its verdict for views: at once where that is cheap, from a worker where it is not. While a
 * worker runs, the state says how many cells it has found so far. All views of one question share one run.
 */
import { useEffect, useSyncExternalStore } from 'react';
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
import { memoize } from './memoize.ts';
import { workerRun } from './worker-run.ts';

export type AnalysisState =
  /** `verdicts` is null until they are there, and where all was cheap: then `verdict.ts` decides by itself. */
  | { readonly kind: 'done'; readonly analysis: Analysis | null; readonly verdicts: Verdicts | null }
  /** At least so many pieces were found so far. */
  | { readonly kind: 'running'; readonly atLeast: number }
  | { readonly kind: 'cancelled'; readonly atLeast: number };

/** Up to so many cells, enumerating takes a few milliseconds at most: no worker. */
const AT_ONCE = 40;
const WAITING: AnalysisState = { kind: 'running', atLeast: 0 };

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

export function useAnalysis(network: Network<Rational>, chosen: Domain): AnalysisState {
  const read = () => stateOf({ network, chosen });
  const state = useSyncExternalStore(subscribe, read, read);
  useEffect(() => {
    const question = { network, chosen };
    views(network).set(chosen, viewsOf(question) + 1);
    want(question);
    return () => {
      views(network).set(chosen, viewsOf(question) - 1);
      if (viewsOf(question) === 0) forget(question);
    };
  }, [network, chosen]);
  return state;
}

/** Ends the run that takes too long. */
export function cancelAnalysis(): void {
  run.cancel();
}

/** Runs again what was ended. */
export function restartAnalysis(question: AnalysisQuestion): void {
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
  if (!engine || !isCheap(network)) return WAITING;
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

function isAsked({ network, chosen }: AnalysisQuestion): boolean {
  return current?.network === network && current.chosen === chosen;
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
