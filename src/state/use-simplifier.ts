/**
 * The simplest equal network for a view: at once where that takes a few milliseconds, from a worker where it may not. The
 * worker lives as long as the view.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Domain } from '../algebra/domain.ts';
import type { Rational } from '../algebra/rational.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { simplify, type Simplified } from './simplifier.ts';
import type { SimplifierReply, SimplifierRequest } from './simplifier-protocol.ts';
import { isCheap } from './use-analysis.ts';
import { workerRun, type WorkerRun } from './worker-run.ts';

export type SimplifierState =
  | Simplified
  | { readonly kind: 'running'; readonly looks: number }
  /** By the reader; `stopped` is out of time. */
  | { readonly kind: 'cancelled' };

export interface Simplifier {
  readonly state: SimplifierState;
  readonly cancel: () => void;
  readonly restart: () => void;
}

/** Numbers that are being dragged change faster than a worker starts. */
const SETTLE_MS = 120;
const WAITING: SimplifierState = { kind: 'running', looks: 0 };

/**
 * The simplest network equal to this one on the domain. Exact; `running` until it is known, `stopped` when it took longer than
 * `MOST_SECONDS`. Another network or domain drops the run for the one before.
 */
export function useSimplifier(network: Network<Rational>, domain: Domain): Simplifier {
  const quick = useMemo(() => (isQuick(network) ? simplify(network, domain, () => false) : null), [network, domain]);
  const [slow, setSlow] = useState<{
    readonly network: Network<Rational>;
    readonly domain: Domain;
    readonly state: SimplifierState;
  } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const worker = useRef<WorkerRun<SimplifierRequest> | null>(null);
  const question = useRef({ network, domain });

  useEffect(() => {
    const run = simplifierRun((reply) => {
      const { network: asked, domain: on } = question.current;
      setSlow({ network: asked, domain: on, state: stateFrom(reply) });
    });
    worker.current = run;
    return () => run.close();
  }, []);
  useEffect(() => {
    if (quick) return;
    const timer = setTimeout(() => {
      question.current = { network, domain };
      worker.current?.start((run) => ({ run, network, domain }));
    }, SETTLE_MS);
    // What is asked no more is not worth its time.
    return () => {
      clearTimeout(timer);
      worker.current?.drop();
    };
  }, [quick, network, domain, attempt]);

  const fits = slow?.network === network && slow.domain === domain;
  return {
    state: quick ?? (fits ? slow.state : WAITING),
    cancel: () => worker.current?.cancel(),
    restart: () => {
      setSlow(null);
      setAttempt(attempt + 1);
    },
  };
}

/** One hidden layer of few cells. Deeper networks are compared with themselves, cell by cell, many times. */
function isQuick(network: Network<Rational>): boolean {
  return network.layers.length <= 2 && isPiecewiseLinearNetwork(network) && isCheap(network);
}

function simplifierRun(tell: (reply: SimplifierReply) => void): WorkerRun<SimplifierRequest> {
  return workerRun<SimplifierRequest, SimplifierReply>({
    open: (hear) => {
      const worker = new Worker(new URL('./simplifier.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = (event: MessageEvent<SimplifierReply>) => hear(event.data);
      return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
    },
    isDeafAfter: () => true,
    cancelRequest: null,
    isLast: ({ kind }) => kind !== 'progress',
    cancelledReply: (run) => ({ kind: 'cancelled', run }),
    tell,
  });
}

function stateFrom(reply: SimplifierReply): SimplifierState {
  switch (reply.kind) {
    case 'progress':
      return { kind: 'running', looks: reply.looks };
    case 'done':
      return reply.answer;
    case 'cancelled':
      return { kind: 'cancelled' };
  }
}
