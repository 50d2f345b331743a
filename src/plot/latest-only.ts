/**
 * Asks one question at a time, and while the answer is awaited keeps only the newest of the others. A drag that asks
 * faster than answers come still sees each answer that is made: nothing is cancelled over and over.
 */
export interface LatestOnly<Q> {
  readonly ask: (question: Q) => void;
  /** The answer has come: the newest question that waits is sent. */
  readonly answered: () => void;
}

/** `send` starts a question; whoever gets its answer calls `answered`. */
export function latestOnly<Q>(send: (question: Q) => void): LatestOnly<Q> {
  let busy = false;
  let waiting: { readonly question: Q } | null = null;
  return {
    ask: (question) => {
      if (busy) {
        waiting = { question };
        return;
      }
      busy = true;
      send(question);
    },
    answered: () => {
      const next = waiting;
      waiting = null;
      busy = next !== null;
      if (next) send(next.question);
    },
  };
}
