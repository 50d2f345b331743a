/** Whatever is written, read and listened to, in whatever order: all is as if it were computed anew each time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cell, Computed, tellListeners, type Signal } from './signal.ts';

/** Values made of one another: each of some that stand before it, and of which depends on the first. */
const graphs = fc.record({
  cells: fc.integer({ min: 1, max: 4 }),
  made: fc.array(
    fc.record({
      sources: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
      modulus: fc.integer({ min: 1, max: 9 }),
    }),
    {
      minLength: 1,
      maxLength: 10,
    },
  ),
});
const acts = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('write' as const), at: fc.nat(20), value: fc.nat(12), isTold: fc.boolean() }),
    fc.record({ kind: fc.constantFrom('read' as const, 'listen' as const, 'leave' as const), at: fc.nat(20) }),
  ),
  { maxLength: 40 },
);

function build({ cells, made }: { cells: number; made: readonly { sources: readonly number[]; modulus: number }[] }) {
  const values = Array.from({ length: cells }, () => 0);
  const inputs = values.map((value) => new Cell(value));
  const all: Signal<number>[] = [...inputs];
  const plain: (() => number)[] = inputs.map((_, i) => () => values[i] as number);
  const runs: number[] = [];
  for (const { sources, modulus } of made) {
    const before = sources.map((at) => at % all.length);
    /** The first decides how many of the others are read. */
    const make = (get: (at: number) => number) => {
      const [first = 0, ...rest] = before;
      const head = get(first);
      return rest.slice(0, head % (rest.length + 1)).reduce((sum, at) => sum + get(at), head) % modulus;
    };
    const place = runs.push(0) - 1;
    const signals = [...all];
    const fresh = [...plain];
    all.push(
      new Computed(() => {
        runs[place] = (runs[place] ?? 0) + 1;
        return make((at) => (signals[at] as Signal<number>).get());
      }),
    );
    plain.push(() => make((at) => (fresh[at] as () => number)()));
  }
  return { inputs, values, all, plain, runs };
}

describe('signals', () => {
  it('are what they would be if all were computed anew; each is computed at most once a write, and listeners hear of changes only', () => {
    fc.assert(
      fc.property(graphs, acts, (graph, steps) => {
        const { inputs, values, all, plain, runs } = build(graph);
        const heard = new Map<number, { last: number; stop: () => void }>();
        /** Two writes in one go may lead back to where it was. */
        let writes = 0;
        for (const step of steps) {
          const at = step.at % all.length;
          const signal = all[at] as Signal<number>;
          if (step.kind === 'write') {
            const input = at % inputs.length;
            values[input] = step.value;
            runs.fill(0);
            inputs[input]?.write(step.value);
            writes++;
            if (step.isTold) tellListeners();
            expect(Math.max(...runs)).toBeLessThanOrEqual(1);
            if (step.isTold) writes = 0;
            if (step.isTold) for (const [i, { last }] of heard) expect(last).toBe(plain[i]?.());
          } else if (step.kind === 'read') {
            expect(signal.get()).toBe(plain[at]?.());
          } else if (step.kind === 'listen' && !heard.has(at)) {
            tellListeners();
            writes = 0;
            const listener = { last: signal.get(), stop: () => undefined as void };
            listener.stop = signal.subscribe(() => {
              const now = signal.get();
              if (writes === 1) expect(now).not.toBe(listener.last);
              listener.last = now;
            });
            heard.set(at, listener);
          } else if (step.kind === 'leave') {
            heard.get(at)?.stop();
            heard.delete(at);
          }
        }
        tellListeners();
        all.forEach((each, i) => expect(each.get()).toBe(plain[i]?.()));
        for (const { stop } of heard.values()) stop();
      }),
      { numRuns: 400 },
    );
  });

  it('compute nothing while nobody looks, and nothing again for a value that is as before', () => {
    const cell = new Cell(1);
    let runs = 0;
    const parity = new Computed(() => cell.get() % 2);
    const text = new Computed(() => {
      runs++;
      return `${parity.get()}`;
    });
    let told = 0;
    cell.write(2);
    expect(runs).toBe(0);
    const stop = text.subscribe(() => told++);
    cell.write(4);
    tellListeners();
    expect([runs, told]).toEqual([1, 0]);
    cell.write(5);
    tellListeners();
    expect([runs, told, text.get()]).toEqual([2, 1, '1']);
    stop();
    cell.write(6);
    tellListeners();
    expect([runs, told]).toEqual([2, 1]);
  });

  it('keep the value from before where the new one is the same in what is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ kind: fc.nat(2), number: fc.nat() }), { minLength: 1 }), (values) => {
        const cell = new Cell(values[0] as { kind: number; number: number });
        const kept = new Computed(cell.get, (p, q) => p.kind === q.kind);
        let last = kept.get();
        for (const value of values) {
          cell.write(value);
          const given = kept.get();
          expect(given.kind).toBe(value.kind);
          if (last.kind === value.kind) expect(given).toBe(last);
          last = given;
        }
      }),
    );
  });

  it('hide no fault, of whatever kind, and one that throws keeps nobody from being told', () => {
    for (const fault of [new TypeError('a bug'), new RangeError('no such pattern')]) {
      const cell = new Cell<Error | null>(null);
      const broken = new Computed(() => {
        const error = cell.get();
        if (error) throw error;
        return 0;
      });
      const made = new Computed(() => broken.get() + 1);
      let told = 0;
      const stops = [made.subscribe(() => made.get()), cell.subscribe(() => told++)];
      cell.write(fault);
      expect(tellListeners).toThrow(fault);
      expect(told).toBe(1);
      expect(() => made.get()).toThrow(fault);
      cell.write(null);
      tellListeners();
      expect([made.get(), told]).toEqual([1, 2]);
      for (const stop of stops) stop();
    }
  });

  it('tell in the same go of what a listener writes', () => {
    const [first, second] = [new Cell(0), new Cell(0)];
    const heard: string[] = [];
    first.subscribe(() => {
      second.write(first.get());
      tellListeners();
      heard.push('first');
    });
    second.subscribe(() => heard.push('second'));
    first.write(1);
    tellListeners();
    expect(heard).toEqual(['first', 'second']);
  });
});
