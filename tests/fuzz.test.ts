/**
 * Whatever comes from outside, nothing throws or takes long, and what can't be read is answered with a sentence that says
 * where. `npm run fuzz -- 100000` tries more, from another seed each time.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/algebra/analyse.ts';
import { questionErrorText } from '../src/algebra/json-field.ts';
import { parseQuestion } from '../src/algebra/question.ts';
import { equal, toFractionText, toShortText } from '../src/number/rational.ts';
import { parseTypedNumber, parseTypedSum, withinDigits } from '../src/number/typed-number.ts';
import { isPiecewiseLinearNetwork } from '../src/model/network.ts';
import { decode, encode } from '../src/state/codec.ts';
import type { LinkError } from '../src/state/link-fault.ts';
import { equalDocument } from '../src/state/document.ts';
import { applyEdit, canApply } from '../src/state/edit.ts';
import { defaultDocument } from '../src/state/preset-document.ts';
import { linkErrorSentence } from '#words/link-error.ts';
import { typedNumberSentence } from '#words/number-error.ts';
import { visible } from '#words/visible.ts';
import { hostileEntries, hostileLinks, hostileQuestions } from './arbitrary-hostile.ts';

const TRIES = Number(process.env['CREASE_FUZZ'] ?? 20_000);
const SEED = Number(process.env['CREASE_SEED'] ?? 9);
const MOST_MS = 50;

/** In time of this process, which a busy machine does not stretch by much; of a slow run the least of three counts. */
function inTime<T>(run: () => T): T {
  let least = Infinity;
  for (let attempt = 0; ; attempt++) {
    const start = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
    if (least <= MOST_MS) return result;
    if (attempt === 2) throw new Error(`takes ${least.toFixed(0)} ms`);
  }
}

function forEach<T>(arbitrary: fc.Arbitrary<T>, share: number, once: readonly T[], law: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, law), {
    numRuns: Math.ceil(TRIES * share),
    seed: SEED,
    examples: once.map((value): [T] => [value]),
  });
}

/** One sentence for people, whatever it quotes: what stands in quotation marks, and the link's own name of a part. */
function expectSentence(sentence: string, part = ''): void {
  expect(sentence).toMatch(/^[A-Z“0-9.-][^]*\.$/u);
  const own = sentence.replace(/“[^]*”/, '').replace(visible([...part].slice(0, 12).join('')), '');
  expect(own).not.toMatch(/undefined|null|NaN|object|Error|\.\./);
  expect(sentence, 'what can’t be seen').not.toMatch(/(?!\u200c|\u200d)[\p{C}\p{Zl}\p{Zp}]/u);
  expect(sentence.length).toBeLessThan(180);
}

const COUNTED = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** The words that say where it is. */
function placeOf({ part, item, reason }: LinkError): string[] {
  const words =
    part === '' || reason.kind === 'version' || reason.kind === 'unknownPreset'
      ? []
      : [visible([...part].slice(0, 12).join(''))];
  if (part.startsWith('h') && item.length > 0) words.push(`node ${item[0]}`);
  const isListed = reason.kind === 'name' || reason.kind === 'bound' || reason.kind === 'repeatedName';
  const isCounted = reason.kind === 'number' && (reason.what === 'weight' || reason.what === 'value');
  if (isListed || isCounted) words.push(COUNTED[(item.at(-1) ?? 0) - 1] ?? 'none');
  return words;
}

/** Does the path lead to something that is there, but perhaps for its last step? */
function leadsInto(json: unknown, field: string): boolean {
  const steps = field.split(/[.[\]]+/).filter((step) => step !== '');
  let inside: unknown = json;
  return steps.every((step, i) => {
    if (typeof inside !== 'object' || inside === null) return false;
    const has = Object.hasOwn(inside, step);
    inside = (inside as Record<string, unknown>)[step];
    return has || i === steps.length - 1;
  });
}

describe('whatever comes from outside', () => {
  /** What has failed once. */
  const LINKS = ['NaN%v=1&in=a&at=0&y=0:0', '\ud83dv=1&in=E&y=1:0', 'v=1&in=\u202eE&y=1:0', '%\0v=1', '1.2.3👩‍👩‍👧‍👦=1'];

  it('a link is opened to what is written back as a link to it, is no link, or gets a sentence that says where', () => {
    const seen = { opened: 0, refused: 0 };
    forEach(hostileLinks, 0.5, LINKS, (link) => {
      const result = inTime(() => decode(link));
      if (!result) return;
      if (result.ok) {
        seen.opened++;
        const again = decode(encode(result.value));
        if (!again?.ok) throw new Error('it can’t be read back');
        expect(equalDocument(again.value.document, result.value.document)).toBe(true);
        expect(again.value.step).toBe(result.value.step);
        return;
      }
      seen.refused++;
      const sentence = linkErrorSentence(result.error);
      expectSentence(sentence, result.error.part);
      for (const word of placeOf(result.error)) expect(sentence).toContain(word);
    });
    expect(Math.min(seen.opened, seen.refused), JSON.stringify(seen)).toBeGreaterThan(TRIES / 50);
  });

  const ENTRIES = ['\udc00', '1\u0007'];

  it('an entry is a number that is read back from its own text, or gets a sentence', () => {
    const seen = { taken: 0, refused: 0 };
    forEach(hostileEntries, 0.3, ENTRIES, (entry) => {
      for (const parse of [parseTypedNumber, parseTypedSum]) {
        const result = inTime(() => parse(entry));
        if (!result.ok) {
          seen.refused++;
          expectSentence(typedNumberSentence(result.error));
          continue;
        }
        seen.taken++;
        const { value } = result;
        expect(withinDigits(value)).toBe(true);
        for (const text of [toShortText(value), toFractionText(value)]) {
          const again = parseTypedNumber(text);
          expect(again.ok && equal(again.value, value), text).toBe(true);
        }
      }
      const rename = { kind: 'renameInput', input: 0, name: entry } as const;
      const before = defaultDocument();
      const after = inTime(() => applyEdit(before, rename));
      if (!canApply(before.network, rename)) expect(after).toBe(before);
      else expect(decode(encode({ document: after, step: 0 }))?.ok).toBe(true);
    });
    expect(Math.min(seen.taken, seen.refused), JSON.stringify(seen)).toBeGreaterThan(TRIES / 50);
  });

  const QUESTIONS: readonly unknown[] = ['NaN'];

  it('a question is answered, or gets a sentence that leads to the place', () => {
    const seen = { answered: 0, refused: 0 };
    forEach(hostileQuestions, 0.2, QUESTIONS, (json) => {
      const result = inTime(() => parseQuestion(json));
      if (!result.ok) {
        seen.refused++;
        const sentence = questionErrorText(result.error);
        expect(sentence.replace(/"[^]*"/, '')).not.toMatch(/undefined|\bNaN\b|\[object/);
        expect(sentence.length).toBeLessThan(300);
        expect(leadsInto(json, result.error.field), sentence).toBe(true);
        return;
      }
      seen.answered++;
      const { network } = result.value;
      // How long an answer takes depends on the network: here it is that of a small one.
      const isSmall = network.inputs.length <= 2 && network.layers.flat().length <= 3;
      if (isSmall && isPiecewiseLinearNetwork(network)) inTime(() => analyse(result.value));
    });
    expect(Math.min(seen.answered, seen.refused), JSON.stringify(seen)).toBeGreaterThan(TRIES / 50);
  });
});
