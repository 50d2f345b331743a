import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatorsOf, nextBelow, nextUnit, nextWord } from './generator.ts';

const WORD = 2n ** 32n;
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** Both algorithms as their authors write them, in big integers. */
function* wordsOf(state: readonly bigint[]): Generator<bigint> {
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) % WORD;
  const s = [...state] as [bigint, bigint, bigint, bigint];
  for (;;) {
    yield (rotate((s[1] * 5n) % WORD, 7n) * 9n) % WORD;
    const t = (s[1] << 9n) % WORD;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 11n);
  }
}

function splitMix(seed: number): bigint[] {
  let a = BigInt(seed);
  return Array.from({ length: 8 }, () => {
    a = (a + 0x9e3779b9n) % WORD;
    let t = ((a ^ (a >> 16n)) * 0x21f0aaadn) % WORD;
    t = ((t ^ (t >> 15n)) * 0x735a2d97n) % WORD;
    return t ^ (t >> 15n);
  });
}

describe('the generator', () => {
  it('is xoshiro128**, from the words of splitmix32', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const words = splitMix(seed);
        const { weights, order } = generatorsOf(seed);
        for (const [generator, state] of [
          [weights, words.slice(0, 4)],
          [order, words.slice(4)],
        ] as const) {
          const expected = wordsOf(state);
          for (let i = 0; i < 20; i++) expect(BigInt(nextWord(generator))).toBe(expected.next().value);
        }
      }),
    );
  });

  it('starts with the published numbers from the state 1, 2, 3, 4', () => {
    const state = Uint32Array.of(1, 2, 3, 4);
    expect(Array.from({ length: 4 }, () => nextWord(state))).toEqual([11520, 0, 5927040, 70819200]);
  });

  it('draws units from [0, 1) and integers below n, all of them about as often', () => {
    const { order } = generatorsOf(3);
    const counts = new Map<number, number>();
    for (let i = 0; i < 7000; i++) {
      const unit = nextUnit(order);
      expect(unit >= 0 && unit < 1).toBe(true);
      const drawn = nextBelow(order, 7);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
