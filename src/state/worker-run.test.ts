/** Runs in a worker: which are told of, which are ended, and how. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workerRun } from './worker-run.ts';

interface Request {
  readonly kind: 'start' | 'cancel';
  readonly run: number;
}
interface Reply {
  readonly kind: 'busy' | 'deaf' | 'last' | 'cancelled' | 'failed';
  readonly run: number;
}

/** Workers that say what the test tells them to say. */
function harness(deafFromTheStart = false) {
  const workers: {
    readonly heard: Request[];
    readonly say: (reply: Reply) => void;
    readonly fail: () => void;
    closed: boolean;
  }[] = [];
  const told: Reply[] = [];
  const run = workerRun<Request, Reply>({
    open: (hear, fail) => {
      const worker = { heard: [] as Request[], say: hear, fail, closed: false };
      workers.push(worker);
      return { post: (request) => worker.heard.push(request), close: () => (worker.closed = true) };
    },
    isDeafAfter: ({ kind }) => deafFromTheStart || kind === 'deaf',
    isLast: ({ kind }) => kind === 'last' || kind === 'cancelled',
    cancelRequest: deafFromTheStart ? null : (number) => ({ kind: 'cancel', run: number }),
    endedReply: (number, kind) => ({ kind, run: number }),
    tell: (reply) => told.push(reply),
  });
  return { run, workers, told, start: () => run.start((number) => ({ kind: 'start', run: number })) };
}

describe('a run', () => {
  it('opens a worker when it is first needed, and keeps it', () => {
    const { workers, told, start } = harness();
    expect(workers).toHaveLength(0);
    start();
    workers[0]?.say({ kind: 'last', run: 1 });
    start();
    expect(workers).toHaveLength(1);
    expect(workers[0]?.heard).toEqual([
      { kind: 'start', run: 1 },
      { kind: 'start', run: 2 },
    ]);
    expect(told).toEqual([{ kind: 'last', run: 1 }]);
  });

  it('that was overtaken is not told of', () => {
    const { workers, told, start } = harness();
    start();
    start();
    workers[0]?.say({ kind: 'busy', run: 1 });
    workers[0]?.say({ kind: 'last', run: 1 });
    workers[0]?.say({ kind: 'busy', run: 2 });
    expect(told).toEqual([{ kind: 'busy', run: 2 }]);
  });

  it('is asked to end where the worker listens', () => {
    const { workers, told, run, start } = harness();
    start();
    run.cancel();
    expect(workers[0]?.heard.at(-1)).toEqual({ kind: 'cancel', run: 1 });
    expect(workers[0]?.closed).toBe(false);
    workers[0]?.say({ kind: 'cancelled', run: 1 });
    run.cancel();
    expect(told).toEqual([{ kind: 'cancelled', run: 1 }]);
    expect(workers[0]?.heard).toHaveLength(2);
  });

  it('is ended with its worker where that is deaf; the next run has a new one', () => {
    const { workers, told, run, start } = harness();
    start();
    workers[0]?.say({ kind: 'deaf', run: 1 });
    run.cancel();
    expect(workers[0]?.closed).toBe(true);
    expect(told.at(-1)).toEqual({ kind: 'cancelled', run: 1 });
    start();
    workers[1]?.say({ kind: 'deaf', run: 2 });
    start();
    expect(workers.map(({ closed }) => closed)).toEqual([true, true, false]);
    // What a closed worker had still posted.
    workers[1]?.say({ kind: 'last', run: 2 });
    expect(told.filter((reply) => reply.run === 2)).toEqual([{ kind: 'deaf', run: 2 }]);
  });

  it('in a worker that is deaf from the start is overtaken by closing', () => {
    const { workers, start } = harness(true);
    start();
    start();
    expect(workers.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('that nobody waits for any more ends without a word, also in a worker that listens', () => {
    for (const deaf of [false, true]) {
      const { workers, told, run, start } = harness(deaf);
      start();
      run.drop();
      workers[0]?.say({ kind: 'last', run: 1 });
      expect(told).toEqual([]);
      expect(workers[0]?.closed).toBe(deaf);
      expect(workers[0]?.heard).toHaveLength(deaf ? 1 : 2);
    }
  });

  it('whose worker fails has failed: the worker is closed, and the next run has a new one', () => {
    for (const deaf of [false, true]) {
      const { workers, told, start } = harness(deaf);
      start();
      workers[0]?.fail();
      expect(workers[0]?.closed).toBe(true);
      expect(told).toEqual([{ kind: 'failed', run: 1 }]);
      start();
      // An old worker has nothing to say any more.
      workers[0]?.fail();
      expect(workers[1]?.closed).toBe(false);
      workers[1]?.say({ kind: 'last', run: 2 });
      // Nobody waits: it is closed without a word.
      workers[1]?.fail();
      expect(workers[1]?.closed).toBe(true);
      expect(told.slice(1)).toEqual([{ kind: 'last', run: 2 }]);
    }
  });

  it('whatever happens: one worker at most is open, and only the newest run is told of, until it ends', () => {
    const events = fc.array(
      fc.oneof(
        fc.constantFrom('start' as const, 'cancel' as const, 'drop' as const, 'close' as const),
        fc.record({ fails: fc.nat(3) }),
        fc.record({
          worker: fc.nat(3),
          run: fc.nat(4),
          kind: fc.constantFrom('busy' as const, 'deaf' as const, 'last' as const, 'cancelled' as const),
        }),
      ),
    );
    fc.assert(
      fc.property(events, fc.boolean(), (list, deaf) => {
        const { run, workers, told, start } = harness(deaf);
        let newest = 0;
        for (const event of list) {
          const before = told.length;
          if (event === 'start') {
            start();
            newest++;
            expect(workers.filter(({ closed }) => !closed)).toHaveLength(1);
            expect(workers.at(-1)?.heard.at(-1)).toEqual({ kind: 'start', run: newest });
          } else if (event === 'cancel') run.cancel();
          else if (event === 'drop') run.drop();
          else if (event === 'close') run.close();
          else if ('fails' in event) workers[event.fails]?.fail();
          else workers[event.worker]?.say({ kind: event.kind, run: event.run });
          expect(workers.filter(({ closed }) => !closed).length).toBeLessThanOrEqual(1);
          for (const reply of told.slice(before)) expect(reply.run).toBe(newest);
        }
        const ends = told
          .filter(({ kind }) => kind === 'last' || kind === 'cancelled' || kind === 'failed')
          .map((reply) => reply.run);
        expect(new Set(ends).size).toBe(ends.length);
      }),
    );
  });
});
