import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallDocuments } from '../../tests/arbitrary-document.ts';
import { parameterKey, parametersOf } from '../model/network.ts';
import { keep } from './keep.ts';
import { liveFrom } from './live.ts';
import { selectBound, selectInputValue, selectParameter } from '../state/select.ts';
import { createCreaseStore } from '../state/store.ts';

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
    const { get, listen, set } = source<number | undefined>(1);
    const live = liveFrom<number>(get, get, listen);
    let told = 0;
    live.subscribe(() => told++);
    set(undefined);
    expect([live.get(), told]).toEqual([1, 0]);
    set(2);
    expect([live.get(), told]).toEqual([2, 1]);
  });

  it('starts from the prerendered value where the present one is of another shape', () => {
    expect(
      liveFrom<number>(
        () => undefined,
        () => 7,
        source(0).listen,
      ).get(),
    ).toBe(7);
  });

  it('hides no fault, of whatever kind', () => {
    for (const fault of [new TypeError('a bug'), new RangeError('no such pattern'), new RangeError('BigInt')]) {
      const { get, listen, set } = source<Error | null>(null);
      const broken = () => {
        const error = get();
        if (error) throw error;
        return 0;
      };
      const live = liveFrom<number>(broken, () => 0, listen);
      const stop = live.subscribe(() => undefined);
      expect(() => set(fault)).toThrow(fault);
      expect(() => live.get()).toThrow(fault);
      stop();
    }
  });
});

describe('what speaks of an address', () => {
  it('gives undefined, and throws nothing, where a network has nothing at it', () => {
    fc.assert(
      fc.property(smallDocuments, smallDocuments, (before, after) => {
        const state = createCreaseStore({ document: after, step: 0 }).getState();
        const keys = parametersOf(after.network).map(parameterKey);
        for (const parameter of parametersOf(before.network)) {
          const isThere = keys.includes(parameterKey(parameter));
          expect(selectParameter(parameter)(state) !== undefined).toBe(isThere);
        }
        for (const input of before.x.keys()) {
          expect(selectInputValue(input)(state)).toBe(after.x[input]);
          expect(selectBound(input)(state) !== undefined).toBe(input < after.x.length);
        }
      }),
    );
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
