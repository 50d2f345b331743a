/** A worker as a port. One that can't be fetched, that throws, or whose word can't be read has failed. */
import type { Port } from '../state/worker-run.ts';

export function workerPort<Request, Reply>(
  worker: Worker,
  hear: (reply: Reply) => void,
  fail: () => void,
): Port<Request> {
  worker.onmessage = (event: MessageEvent<Reply>) => hear(event.data);
  worker.onerror = fail;
  worker.onmessageerror = fail;
  return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
}
