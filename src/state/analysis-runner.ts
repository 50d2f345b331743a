/**
 * Runs one analysis at a time in slices of a few milliseconds, so that requests are heard in between: a newer request, or
 * a cancellation, ends the run at the next slice. Knows no worker: `post` and `later` are given.
 */
import { ALL } from '../algebra/domain.ts';
import { analysis, type Analysis } from './analysis.ts';
import type { AnalysisReply, AnalysisRequest, Answer } from './analysis-protocol.ts';
import { decide } from './decision.ts';

const SLICE_MS = 24;
const PROGRESS_MS = 120;

/** A verdict that takes longer is left undecided. */
const DECIDE_MS = 3000;

type StartRequest = Extract<AnalysisRequest, { readonly kind: 'start' }>;

export interface RunnerHost {
  readonly post: (reply: AnalysisReply) => void;
  /** Runs `task` after messages that are waiting have been heard. */
  readonly later: (task: () => void) => void;
  readonly now: () => number;
}

export function analysisRunner({ post, later, now }: RunnerHost): (request: AnalysisRequest) => void {
  let current: {
    readonly request: StartRequest;
    readonly steps: Generator<number, Analysis | null>;
    cells: number;
  } | null = null;
  let reported = 0;

  const slice = (run: number) => {
    if (current?.request.run !== run) return;
    const until = now() + SLICE_MS;
    do {
      const step = current.steps.next();
      if (step.done) {
        const answer = complete(current.request, step.value, now);
        current = null;
        return post({ kind: 'done', run, answer });
      }
      current.cells = step.value;
    } while (now() < until);
    if (now() - reported > PROGRESS_MS) {
      reported = now();
      post({ kind: 'progress', run, cells: current.cells });
    }
    later(() => slice(run));
  };

  return (request) => {
    if (request.kind === 'cancel') {
      if (current?.request.run !== request.run) return;
      const { cells } = current;
      current = null;
      return post({ kind: 'cancelled', run: request.run, cells });
    }
    current = { request, steps: analysis(request.network, ALL), cells: 0 };
    reported = now();
    slice(request.run);
  };
}

/** The verdicts come last: they need no list of pieces, but where a network is deep they look at every cell again. */
function complete({ network, chosen }: StartRequest, found: Analysis | null, now: () => number): Answer {
  const inTime = () => {
    const until = now() + DECIDE_MS;
    return () => now() > until;
  };
  return { analysis: found, all: decide(network, ALL, inTime()), chosen: decide(network, chosen, inTime()) };
}
