/** The wiring of the worker, and no more. */
import { MOST_SECONDS, type SimplifierRequest } from '../state/simplifier-protocol.ts';
import { answerSimplifier } from '../state/simplifier-runner.ts';

self.onmessage = (event: MessageEvent<SimplifierRequest>) =>
  answerSimplifier(event.data, {
    post: (reply) => self.postMessage(reply),
    now: () => performance.now(),
    mostMs: 1000 * MOST_SECONDS,
  });
