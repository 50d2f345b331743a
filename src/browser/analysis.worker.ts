/** The wiring of the worker, and no more. */
import type { AnalysisRequest } from '../state/analysis-protocol.ts';
import { analysisRunner } from '../state/analysis-runner.ts';

const channel = new MessageChannel();
let task: () => void = () => undefined;
channel.port1.onmessage = () => task();

const run = analysisRunner({
  post: (reply) => self.postMessage(reply),
  // A message to oneself queues behind the page's; a timer would add milliseconds to every slice.
  later: (next) => {
    task = next;
    channel.port2.postMessage(null);
  },
  now: () => performance.now(),
});

self.onmessage = (event: MessageEvent<AnalysisRequest>) => run(event.data);
