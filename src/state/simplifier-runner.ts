/** Answers one request to simplify, with progress, within a time. Knows no worker: `post` and `now` are given. */
import type { SimplifierReply, SimplifierRequest } from './simplifier-protocol.ts';
import { simplify } from './simplifier.ts';

const PROGRESS_MS = 120;

export interface SimplifierHost {
  readonly post: (reply: SimplifierReply) => void;
  readonly now: () => number;
  /** What takes longer is stopped. */
  readonly mostMs: number;
}

/** Computes in one go: posts `progress` now and then, and then once `done`. */
export function answerSimplifier({ run, network, domain }: SimplifierRequest, host: SimplifierHost): void {
  const { post, now, mostMs } = host;
  const started = now();
  let reported = started;
  let looks = 0;
  const answer = simplify(network, domain, () => {
    looks++;
    const time = now();
    if (time - reported > PROGRESS_MS) {
      reported = time;
      post({ kind: 'progress', run, looks });
    }
    return time - started > mostMs;
  });
  post({ kind: 'done', run, answer });
}
