import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keep } from './keep.ts';
import { liveFrom } from './live.ts';

/** A value that is set from outside, and its listeners. */
function source<T>(first: T) {
  const listeners = new Set<() => void>();
  let now = first;
  return {
    get: () => now,
    listen: (look: () => void) => {
      listeners.add(look);
      return () => void listeners.delete(look);
    },
    set: (next: T) => {
      now = next;
      for (const look of listeners) look();
    },
    listenerCount: () => listeners.size,
  };
}

describe('a live value', () => {
  it('tells of every change, of nothing else, and of none after the end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3)), fc.array(fc.nat(3)), (values, later) => {
        const { get, listen, set, listenerCount } = source(0);
        const live = liveFrom(get, () => 0, listen);
        const told: number[] = [];
        const stop = live.subscribe(() => told.push(live.get()));
        for (const value of values) set(value);
        stop();
        for (const value of later) set(value);
        expect(told).toEqual(values.filter((value, i) => value !== (values[i - 1] ?? 0)));
        expect(live.get()).toBe(get());
        expect(listenerCount()).toBe(0);
      }),
    );
  });

  it('stays as it was while what it speaks of is gone', () => {
    const { get, listen, set } = source<number | null>(1);
    const strict = () => {
      const value = get();
      if (value === null) throw new RangeError('gone');
      return value;
    };
    const live = liveFrom(strict, strict, listen);
    let told = 0;
    live.subscribe(() => told++);
    set(null);
    expect([live.get(), told]).toEqual([1, 0]);
    set(2);
    expect([live.get(), told]).toEqual([2, 1]);
  });

  it('starts from the prerendered value where the present one is of another shape', () => {
    const gone = () => {
      throw new RangeError('gone');
    };
    expect(liveFrom<number>(gone, () => 7, source(0).listen).get()).toBe(7);
  });

  it('hides no other fault', () => {
    const broken = () => {
      throw new TypeError('a bug');
    };
    expect(() => liveFrom<number>(broken, () => 0, source(0).listen).get()).toThrow(TypeError);
  });
});

describe('keep', () => {
  it('gives a value that is the same as the newest one, and a new one only when it is not', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ kind: fc.nat(2), number: fc.nat() }), { minLength: 1 }), (values) => {
        const kept = keep(
          (i: number) => values[i] as { kind: number; number: number },
          (p, q) => p.kind === q.kind,
        );
        let last: object | null = null;
        values.forEach((value, i) => {
          const given = kept(i);
          expect(given.kind).toBe(value.kind);
          if (i > 0 && values[i - 1]?.kind === value.kind) expect(given).toBe(last);
          last = given;
        });
      }),
    );
  });
});
