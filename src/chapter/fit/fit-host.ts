/** What the training needs of a browser. */
import { workerPort } from '../../browser/worker-port.ts';
import type { FitReply, FitRequest } from './fit-protocol.ts';
import type { FitHost } from './fit-store.ts';

export function fitHost(): FitHost {
  return {
    open: (hear, fail) =>
      workerPort<FitRequest, FitReply>(
        new Worker(new URL('./fit.worker.ts', import.meta.url), { type: 'module' }),
        hear,
        fail,
      ),
    nextFrame: (call) => void requestAnimationFrame(call),
  };
}
