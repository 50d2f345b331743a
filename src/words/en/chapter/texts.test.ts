import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS, activateNumber, type ActivationKind } from '../../../activation/activation.ts';
import { cornersOf } from '../../../activation/pieces.ts';
import { ACTIVATION_WORDS } from '../activation-words.ts';
import { axisNumber } from '../number.ts';
import { activationLesson } from '../activation-lessons.ts';
import { ACTIVATION_FUNCTIONS } from './activation-functions-words.ts';
import { ARTICLE, SECTIONS } from './article.ts';
import { CHALLENGES, DOES_IT_ALWAYS_BEND } from './does-it-always-bend-words.ts';
import { GLOSSARY } from './glossary.ts';
import { ONE_NEURON } from './one-neuron-words.ts';
import { SAME_MODEL_TWICE } from './same-model-twice-words.ts';
import { SOURCES } from './sources.ts';
import { SWITCH_ON_RELU } from './switch-on-relu-words.ts';
import { SYMBOLS } from './symbols.ts';
import { WHAT_COMES_NEXT } from './what-comes-next-words.ts';
import { FIT, WHAT_THE_CREASE_BUYS } from './what-the-crease-buys-words.ts';

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const TEXTS = stringsIn([
  ACTIVATION_FUNCTIONS,
  ACTIVATION_WORDS,
  ACTIVATION_KINDS.map(activationLesson),
  ARTICLE,
  SECTIONS,
  CHALLENGES,
  DOES_IT_ALWAYS_BEND,
  GLOSSARY,
  ONE_NEURON,
  SAME_MODEL_TWICE,
  SWITCH_ON_RELU,
  WHAT_COMES_NEXT,
  FIT,
  WHAT_THE_CREASE_BUYS,
]);

const named = (pattern: RegExp) => TEXTS.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));

/** Of what a text says about upwards and downwards: the sign of f(z - h) - 2 f(z) + f(z + h), rounding left out. */
function bendAt(kind: ActivationKind, z: number): number {
  const f = (at: number) => activateNumber(kind === 'leakyRelu' ? { kind, slope: 0.01 } : { kind }, at);
  const h = 1 / 64;
  const bend = f(z - h) - 2 * f(z) + f(z + h);
  return Math.abs(bend) < 1e-12 ? 0 : Math.sign(bend);
}

describe('the texts of the article', () => {
  it('say which way each function bends', () => {
    for (const kind of ACTIVATION_KINDS) {
      const text = activationLesson(kind).bends;
      const [below, at, above] = [-0.5, 0, 0.5].map((z) => bendAt(kind, z));
      const corners = cornersOf(kind);
      if (corners) {
        expect(text.startsWith('nowhere'), kind).toBe(corners.length === 0);
        for (const corner of corners) expect(text, kind).toContain(`at ${axisNumber(corner)}`);
        const bends = [...corners, -0.5, 0.25, 40].filter((z) => bendAt(kind, z) !== 0);
        expect(bends, kind).toEqual(corners);
      } else if (text.includes('upwards below 0 and downwards above it'))
        expect([below, at, above]).toEqual([1, 0, -1]);
      else if (text.startsWith('everywhere')) expect([below, at, above], kind).toEqual([1, 1, 1]);
      else if (text.includes('downwards farther out'))
        expect([bendAt(kind, -4), at, bendAt(kind, 4)]).toEqual([-1, 1, -1]);
      else expect(text, kind).toBe('smoothly.');
    }
  });

  it('name words of the glossary and symbols that there are', () => {
    const words = named(/\[[^\]|]+\|(\w+)\]/g);
    const symbols = named(/\$(\w+)\$/g);
    expect(words.length).toBeGreaterThan(10);
    expect(symbols.length).toBeGreaterThan(10);
    expect(words.filter((id) => !(id in GLOSSARY))).toEqual([]);
    expect(symbols.filter((name) => !(name in SYMBOLS))).toEqual([]);
  });

  it('explain every symbol’s word somewhere: each entry of the glossary is used', () => {
    const used = new Set(named(/\[[^\]|]+\|(\w+)\]/g));
    expect(Object.keys(GLOSSARY).filter((id) => !used.has(id))).toEqual([]);
  });

  it('leave no mark open', () => {
    for (const text of TEXTS) {
      expect((text.match(/\$/g) ?? []).length % 2, text).toBe(0);
      expect((text.match(/\*\*/g) ?? []).length % 2, text).toBe(0);
      expect([...text].filter((c) => c === '{').length, text).toBe([...text].filter((c) => c === '}').length);
    }
  });

  it('link to sources by secure addresses, except where there is none', () => {
    const links = [...Object.values(SOURCES), ...Object.values(WHAT_COMES_NEXT.read)].map(({ href }) => href);
    expect(new Set(links).size).toBe(links.length);
    expect(links.filter((href) => !href.startsWith('https://'))).toEqual([
      'http://neuralnetworksanddeeplearning.com/chap2.html',
    ]);
  });

  it('say of ReLU halfway between two inputs what it does', () => {
    const relu = (z: number) => Math.max(0, z);
    expect(DOES_IT_ALWAYS_BEND.answer1).toContain(
      `−2 gives ${relu(-2)} and 2 gives ${relu(2)}; halfway between those outputs is ${(relu(-2) + relu(2)) / 2}. But halfway between −2 and 2 is ${(-2 + 2) / 2}, and 0 gives ${relu(0)}.`,
    );
  });
});
