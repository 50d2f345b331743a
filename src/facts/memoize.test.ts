import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { memoize } from './memoize.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What a job has looked at lives until its end. */
async function collected(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
}

interface Key {
  readonly number: number;
}

describe('what is derived', () => {
  it('is computed once for each key, also where it is no object', () => {
    let count = 0;
    const [texts, lists] = [
      memoize(({ number }: Key) => (count++, number > 1 ? `${number}` : null)),
      memoize(({ number }: Key) => (count++, [number])),
    ];
    const keys = [1, 2, 3].map((number) => ({ number }));
    const first = keys.map((key) => [texts(key), lists(key)]);
    const again = keys.map((key) => [texts(key), lists(key)]);
    expect(again).toEqual(first);
    again.flat().forEach((value, i) => expect(value).toBe(first.flat()[i]));
    expect(count).toBe(6);
  });

  it('goes although its key is still there, but for the last few and what somebody holds', async () => {
    const recent = 5;
    const derived = memoize(({ number }: Key) => ({ number }), recent);
    const keys = Array.from({ length: 60 }, (_, number): Key => ({ number }));
    const held = derived(keys[7] as Key);
    const refs = keys.map((key) => new WeakRef(derived(key)));
    await collected();
    const alive = refs.flatMap((ref, i) => (ref.deref() ? [i] : []));
    expect(alive).toEqual([7, 55, 56, 57, 58, 59]);
    expect(derived(keys[7] as Key)).toBe(held);
    expect(derived(keys[0] as Key)).toEqual({ number: 0 });
  });

  it('stays for as long as it is asked for, whatever else is', async () => {
    const derived = memoize(({ number }: Key) => ({ number }), 3);
    const current: Key = { number: -1 };
    const ref = new WeakRef(derived(current));
    for (let number = 0; number < 20; number++) {
      derived({ number });
      derived(current);
      await collected();
    }
    expect(ref.deref()).toBe(derived(current));
  });
});
