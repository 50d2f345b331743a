/** The runs of the worker that looks for the simplest equal network. */
import type { SimplifierReply, SimplifierRequest } from '../state/simplifier-protocol.ts';
import { workerRun, type WorkerRun } from '../state/worker-run.ts';
import { workerPort } from './worker-port.ts';

export function simplifierRun(tell: (reply: SimplifierReply) => void): WorkerRun<SimplifierRequest> {
  return workerRun<SimplifierRequest, SimplifierReply>({
    open: (hear, fail) =>
      workerPort(new Worker(new URL('./simplifier.worker.ts', import.meta.url), { type: 'module' }), hear, fail),
    isDeafAfter: () => true,
    cancelRequest: null,
    isLast: ({ kind }) => kind !== 'progress',
    endedReply: (run, kind) => ({ kind, run }),
    tell,
  });
}
