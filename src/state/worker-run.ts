/**
 * One run at a time in a worker, as the page sees it: a newer run ends the one before, and late replies of an older one are
 * dropped. A worker that computes in one go hears nothing; it is ended by closing it, and the next run has a new one.
 * Knows no worker: `open` is given.
 */

export interface Port<Request> {
  readonly post: (request: Request) => void;
  readonly close: () => void;
}

export interface WorkerRunOptions<Request, Reply> {
  /** A new worker; `hear` gets all that it says, `fail` is called when it can't go on. */
  readonly open: (hear: (reply: Reply) => void, fail: () => void) => Port<Request>;
  /** Is the worker deaf from this reply until its next one? */
  readonly isDeafAfter: (reply: Reply) => boolean;
  /** Has the run ended with this reply? */
  readonly isLast: (reply: Reply) => boolean;
  /** Null: there is no such request, because the worker is deaf from the start. */
  readonly cancelRequest: ((run: number) => Request) | null;
  /** In place of the last word of a worker that was closed in the middle of a run. */
  readonly endedReply: (run: number, how: 'cancelled' | 'failed') => Reply;
  /** Replies of the newest run. */
  readonly tell: (reply: Reply) => void;
}

export interface WorkerRun<Request> {
  /** Starts a run, with the request that `make` gives for its number. */
  readonly start: (make: (run: number) => Request) => void;
  /** Ends the run, if one is under way. */
  readonly cancel: () => void;
  /** Ends the run, if one is under way, without a word. */
  readonly drop: () => void;
  /** Drops the run, and closes the worker. */
  readonly close: () => void;
}

/**
 * No worker is opened before the first `start`. A run that is `cancel`led ends with the worker's own reply, or with
 * `endedReply` if the worker computes in one go. `endedReply` also ends a run whose worker fails. The next run then has a new
 * worker. A run that was overtaken by a newer one, or `drop`ped, sends no more replies.
 */
export function workerRun<Request, Reply extends { readonly run: number }>(
  options: WorkerRunOptions<Request, Reply>,
): WorkerRun<Request> {
  let port: Port<Request> | null = null;
  let run = 0;
  let state: 'idle' | 'listening' | 'deaf' = 'idle';

  const hear = (reply: Reply) => {
    if (reply.run !== run || state === 'idle') return;
    state = options.isLast(reply) ? 'idle' : options.isDeafAfter(reply) ? 'deaf' : 'listening';
    options.tell(reply);
  };
  const close = () => {
    port?.close();
    port = null;
    state = 'idle';
  };
  const open = () => {
    const opened = options.open(hear, () => {
      if (port !== opened) return;
      const wasIdle = state === 'idle';
      close();
      if (!wasIdle) options.tell(options.endedReply(run, 'failed'));
    });
    return opened;
  };

  const end = () => {
    if (state === 'deaf') close();
    else if (state === 'listening' && options.cancelRequest) port?.post(options.cancelRequest(run));
  };

  return {
    start: (make) => {
      if (state === 'deaf') close();
      port ??= open();
      state = options.cancelRequest ? 'listening' : 'deaf';
      port.post(make(++run));
    },
    cancel: () => {
      const wasDeaf = state === 'deaf';
      end();
      if (wasDeaf) options.tell(options.endedReply(run, 'cancelled'));
    },
    drop: () => {
      end();
      state = 'idle';
    },
    close,
  };
}
