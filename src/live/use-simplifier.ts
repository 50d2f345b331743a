/**
 * The simplest equal network for a view: at once where that takes a few milliseconds, from a worker where it may not. The
 * worker lives as long as the view.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Domain } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { isCheap } from '../facts/engine.ts';
import { simplify, type Simplified } from '../state/simplifier.ts';
import type { SimplifierReply, SimplifierRequest } from '../state/simplifier-protocol.ts';
import { simplifierRun } from '../browser/simplifier-run.ts';
import type { WorkerRun } from '../state/worker-run.ts';

export type SimplifierState =
  | Simplified
  | { readonly kind: 'running'; readonly looks: number }
  /** `cancelled` by the reader; `failed`: its worker has. (`stopped` is out of time.) */
  | { readonly kind: 'cancelled' | 'failed' };

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
  /** Ends the run, also one that has yet to start. */
  const end = useRef<() => void>(() => undefined);
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
    end.current = () => {
      clearTimeout(timer);
      worker.current?.drop();
    };
    // Another question is asked now: nobody waits for this answer.
    return end.current;
  }, [quick, network, domain, attempt]);

  const fits = slow?.network === network && slow.domain === domain;
  return {
    state: quick ?? (fits ? slow.state : WAITING),
    cancel: () => {
      end.current();
      setSlow({ network, domain, state: { kind: 'cancelled' } });
    },
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

function stateFrom(reply: SimplifierReply): SimplifierState {
  switch (reply.kind) {
    case 'progress':
      return { kind: 'running', looks: reply.looks };
    case 'done':
      return reply.answer;
    case 'cancelled':
    case 'failed':
      return { kind: reply.kind };
  }
}
