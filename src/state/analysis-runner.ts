/**
 * Runs one analysis at a time in slices of a few milliseconds, so that requests are heard in between: a newer request, or
 * a cancellation, ends the run at the next slice. Knows no worker: `post` and `later` are given.
 */
import { ALL } from '../algebra/domain.ts';
import { analysis, type Analysis, type AnalysisProgress } from '../facts/analysis.ts';
import type { AnalysisReply, AnalysisRequest, Verdicts } from './analysis-protocol.ts';
import { decide } from '../facts/decision.ts';

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

/**
 * What takes the page's requests. To a `start` it posts `progress` now and then, `found` with the pieces, and at last `done`
 * with the verdicts; to a `cancel` of the run that is under way, `cancelled`. A newer `start` ends the older run without a
 * word; a `cancel` of any other run is passed over.
 */
export function analysisRunner({ post, later, now }: RunnerHost): (request: AnalysisRequest) => void {
  let current: {
    readonly request: StartRequest;
    readonly steps: Generator<AnalysisProgress, Analysis | null>;
  } | null = null;
  let reported = 0;

  const slice = (run: number) => {
    if (current?.request.run !== run) return;
    const until = now() + SLICE_MS;
    for (;;) {
      const step = current.steps.next();
      if (step.done) {
        post({ kind: 'found', run, analysis: step.value });
        return later(() => verdicts(run));
      }
      // What comes after `joining` takes long: requests are heard once more before it.
      const joining = step.value.stage === 'joining';
      if (!joining && now() < until) continue;
      if (joining || now() - reported > PROGRESS_MS) {
        reported = now();
        post({ kind: 'progress', run, ...step.value });
      }
      return later(() => slice(run));
    }
  };

  const verdicts = (run: number) => {
    if (current?.request.run !== run) return;
    const { request } = current;
    current = null;
    post({ kind: 'done', run, verdicts: decideBoth(request, now) });
  };

  return (request) => {
    if (request.kind === 'cancel') {
      if (current?.request.run !== request.run) return;
      current = null;
      return post({ kind: 'cancelled', run: request.run });
    }
    current = { request, steps: analysis(request.network, ALL) };
    reported = now();
    slice(request.run);
  };
}

/** They come last: they need no list of pieces, but where a network is deep they look at every cell again. */
function decideBoth({ network, chosen }: StartRequest, now: () => number): Verdicts {
  const inTime = () => {
    const until = now() + DECIDE_MS;
    return () => now() > until;
  };
  return { all: decide(network, ALL, inTime()), chosen: decide(network, chosen, inTime()) };
}
