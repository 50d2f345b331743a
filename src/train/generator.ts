/**
 * Random numbers with a stated algorithm, the same in every engine: xoshiro128** 1.1 (Blackman and Vigna 2018). A seed
 * (an integer from 0 to 2^32 - 1) gives two of them that share nothing: splitmix32, started at the seed, makes their
 * states, four words for the weights and the next four for the order of the data.
 */

/** The four words of xoshiro128**; not all of them 0. */
export type Generator = Uint32Array;

export interface Generators {
  readonly weights: Generator;
  readonly order: Generator;
}

export const MAX_SEED = 2 ** 32 - 1;

/** The generators of a seed. */
export function generatorsOf(seed: number): Generators {
  const words = splitMix32(seed);
  const four = () => Uint32Array.from({ length: 4 }, words);
  return { weights: four(), order: four() };
}

/** The next 32 bits. */
export function nextWord(s: Generator): number {
  const s0 = s[0] as number;
  const s1 = s[1] as number;
  const s2 = s[2] as number;
  const s3 = s[3] as number;
  const word = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
  const t2 = s2 ^ s0;
  const t3 = s3 ^ s1;
  s[0] = s0 ^ t3;
  s[1] = s1 ^ t2;
  s[2] = t2 ^ (s1 << 9);
  s[3] = rotate(t3, 11);
  return word;
}

/** A double in [0, 1): the first word's upper 26 bits, then the second one's upper 27, as a fraction of 2^53. */
export function nextUnit(s: Generator): number {
  const high = nextWord(s) >>> 6;
  const low = nextWord(s) >>> 5;
  return (high * 2 ** 27 + low) / 2 ** 53;
}

/**
 * An integer from 0 to n - 1, all equally likely, for n up to 2^21: floor(word n / 2^32), and a word is drawn again where
 * the remainder is below 2^32 mod n (Lemire 2019).
 */
export function nextBelow(s: Generator, n: number): number {
  for (;;) {
    const product = nextWord(s) * n;
    const whole = Math.floor(product / WORDS);
    const rest = product - whole * WORDS;
    if (rest >= n || rest >= WORDS % n) return whole;
  }
}

const WORDS = 2 ** 32;

function splitMix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    const a = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const b = Math.imul(a ^ (a >>> 15), 0x735a2d97);
    return (b ^ (b >>> 15)) >>> 0;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
