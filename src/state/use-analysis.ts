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
import type { AnalysisReply, AnalysisRequest, Answer } from './analysis-protocol.ts';
import { memoize } from './memoize.ts';

export type AnalysisState =
  /** `answer` is null where it was cheap: then `verdict.ts` decides by itself. */
  | { readonly kind: 'done'; readonly analysis: Analysis | null; readonly answer: Answer | null }
  | { readonly kind: 'running'; readonly cells: number }
  | { readonly kind: 'cancelled'; readonly cells: number };

interface Question {
  readonly network: Network<Rational>;
  readonly chosen: Domain;
}

/** Up to so many cells, enumerating takes a few milliseconds at most: no worker. */
const AT_ONCE = 40;
const WAITING: AnalysisState = { kind: 'running', cells: 0 };

const states = memoize((_network: Network<Rational>) => new Map<Domain, AnalysisState>());
const listeners = new Set<() => void>();
let worker: Worker | null = null;
let current: (Question & { readonly run: number }) | null = null;

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
  useEffect(() => want({ network, chosen }), [network, chosen]);
  return state;
}

/** Ends the run that takes too long. */
export function cancelAnalysis(): void {
  if (current) send({ kind: 'cancel', run: current.run });
}

function subscribe(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

function stateOf({ network, chosen }: Question): AnalysisState {
  const known = states(network).get(chosen);
  if (known) return known;
  if (!engine || !isCheap(network)) return WAITING;
  const done: AnalysisState = { kind: 'done', analysis: analysisAtOnce(network, ALL), answer: null };
  states(network).set(chosen, done);
  return done;
}

/** Starts a run for a question that has no answer yet; it ends the run for the one before. */
function want(question: Question): void {
  // A linear network has one piece, and nothing to look for.
  if (cellBound(question.network) === 1) return;
  const asked = current?.network === question.network && current.chosen === question.chosen;
  if (asked || stateOf(question) !== WAITING) return;
  void loadEngine();
  if (isCheap(question.network)) return;
  const run = (current?.run ?? 0) + 1;
  current = { ...question, run };
  send({ kind: 'start', run, ...question });
}

function send(request: AnalysisRequest): void {
  if (!worker) {
    worker = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<AnalysisReply>) => hear(event.data);
  }
  worker.postMessage(request);
}

/** A late reply of a run that was overtaken is dropped. */
function hear(reply: AnalysisReply): void {
  if (!current || reply.run !== current.run) return;
  states(current.network).set(current.chosen, stateFrom(reply));
  for (const notify of listeners) notify();
}

function stateFrom(reply: AnalysisReply): AnalysisState {
  switch (reply.kind) {
    case 'progress':
      return { kind: 'running', cells: reply.cells };
    case 'cancelled':
      return { kind: 'cancelled', cells: reply.cells };
    case 'done':
      return { kind: 'done', analysis: reply.answer.analysis, answer: reply.answer };
  }
}
