/** The runs of the worker that finds pieces and verdicts. */
import { isDeafAfter, type AnalysisReply, type AnalysisRequest } from '../state/analysis-protocol.ts';
import { workerPort } from './worker-port.ts';
import { workerRun, type WorkerRun } from '../state/worker-run.ts';

export function analysisRun(tell: (reply: AnalysisReply) => void): WorkerRun<AnalysisRequest> {
  return workerRun<AnalysisRequest, AnalysisReply>({
    open: (hear, fail) =>
      workerPort(new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' }), hear, fail),
    isDeafAfter,
    isLast: ({ kind }) => kind === 'done' || kind === 'cancelled',
    cancelRequest: (run) => ({ kind: 'cancel', run }),
    endedReply: (run, kind) => ({ kind, run }),
    tell,
  });
}
