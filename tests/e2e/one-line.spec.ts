/** What of a formula is text of ours stands where KaTeX draws it, letter by letter. */
import type { Page } from '@playwright/test';
import katex from 'katex';
import { rational } from '../../src/number/rational.ts';
import { conditionTail } from '../../src/equation/condition.ts';
import { functionNotation, inputNotation, nodeNotation } from '../../src/equation/notation.ts';
import { oneLine } from '../../src/equation/one-line.ts';
import { ACTIVATIONS, ACTIVATION_KINDS, type Activation } from '../../src/activation/activation.ts';
import type { Network } from '../../src/model/network.ts';
import type { Rational } from '../../src/number/rational.ts';
import { SYMBOLS } from '#words/chapter/symbols.ts';
import { expect, test } from './fixtures.ts';
import { live } from './stage.ts';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const NAMES = [...LETTERS, 'temperature1', 'off', 'yv', 'WAVY', '7', '42'];

/** Each kind of piece that the page draws. */
function pieces(): string[] {
  const network: Network<unknown> = { inputs: NAMES, layers: [] };
  const activations = ACTIVATION_KINDS.flatMap((kind): Activation<Rational>[] =>
    kind === 'leakyRelu'
      ? ['1/100', '-1/2', '1/3'].map((slope) => {
          const [above = 0, below] = slope.split('/').map(Number);
          return { kind, slope: rational(above, below) };
        })
      : [{ kind }],
  );
  const functions = activations.flatMap((activation) => {
    const { open, close } = functionNotation(activation);
    return [open.tex, `{}${open.tex}`, close.tex];
  });
  const tails = [true, false].flatMap((above) =>
    [0, -3, 1.5].map((right) =>
      conditionTail({ sum: [], right: rational(right * 2, 2), above, at: { layer: 0, node: 0 } }),
    ),
  );
  const nodes = [1, 2].flatMap((hidden) =>
    [0, 7].map((node) => {
      const layers = Array.from({ length: hidden + 1 }, () => []);
      return nodeNotation({ inputs: [], layers }, { layer: hidden - 1, node }).tex;
    }),
  );
  const signs = [
    '-',
    '{}+{}',
    '{}-{}',
    '{}={}',
    '{}\\approx{}',
    '{\\approx}{}',
    '{}\\pm{}',
    '{?}',
    '{}>{}0',
    '{}\\le{}-2',
  ];
  const numbers = ['0', '21', '0.5', '-1.25', '1234567890', '3\\cdot 10^{-12}'];
  const whole = [
    '\\hat{y}',
    '\\hat{y} = {}',
    'x \\ge 0',
    'k = {}',
    'f(',
    'max',
    '(-1 + a)',
    'x_E + 20x_E = (1 + 20)x_E = 21x_E',
  ];
  return [
    ...signs,
    ...numbers,
    ...whole,
    ...NAMES.map((_, input) => inputNotation(network, input).tex),
    ...LETTERS,
    ...functions,
    ...tails,
    ...nodes,
    ...Object.values(SYMBOLS).map(({ tex }) => tex),
    ...Object.values(ACTIVATIONS).map(({ tex }) => `f(z) = ${tex}`),
  ];
}

interface Drawing {
  readonly tex: string;
  readonly ours: string;
  readonly theirs: string;
}

test('a formula of one line stands where KaTeX would draw it', async ({ page }) => {
  const drawings = [...new Set(pieces())].flatMap((tex): Drawing[] => {
    const line = oneLine(tex);
    if (line === null) return [];
    const ours = `<span aria-hidden="true" style="margin:0 ${line.after}em 0 ${line.before}em">${line.html}</span>`;
    return [
      { tex, ours, theirs: katex.renderToString(tex, { output: 'html' }).replace('<span class="katex">', '<span>') },
    ];
  });
  // Left to KaTeX: fractions, cases.
  expect(drawings.length).toBeGreaterThan(150);
  await page.goto('./');
  await live(page);
  expect(await apart(page, drawings)).toEqual([]);
});

/** Where a letter, or the end, is further than half a pixel from where KaTeX has it. */
function apart(page: Page, drawings: readonly Drawing[]): Promise<string[]> {
  return page.evaluate(async (given) => {
    const host = document.createElement('div');
    host.style.cssText = 'position:absolute;top:0;left:0;font-size:17px';
    document.body.replaceChildren(host);
    await Promise.all(
      ['KaTeX_Main', 'italic 1em KaTeX_Math'].map((face) =>
        document.fonts.load(face.includes('em') ? face : `1em ${face}`),
      ),
    );
    const drawn = (html: string) => {
      host.innerHTML = `<span class="formula katex">${html}<span class="end">|</span></span>`;
      const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
      const letters: { text: string; left: number; bottom: number; height: number }[] = [];
      const { left: start, bottom: line } = host.getBoundingClientRect();
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        for (let i = 0; i < text.length; i++) {
          if (/[\u200b\s]/.test(text.data.charAt(i))) continue;
          const range = document.createRange();
          range.setStart(text, i);
          range.setEnd(text, i + 1);
          const { left, bottom, height } = range.getBoundingClientRect();
          letters.push({ text: text.data.charAt(i), left: left - start, bottom: bottom - line, height });
        }
      }
      return letters;
    };
    const wrong = given.flatMap(({ tex, ours, theirs }) => {
      const [mine, katexs] = [drawn(ours), drawn(theirs)];
      const end = mine.at(-1)?.bottom ?? 0;
      const katexEnd = katexs.at(-1)?.bottom ?? 0;
      if (mine.map(({ text }) => text).join('') !== katexs.map(({ text }) => text).join(''))
        return [`${tex}: ${mine.map(({ text }) => text).join('')} is not ${katexs.map(({ text }) => text).join('')}`];
      return mine.flatMap((letter, i) => {
        const other = katexs[i] as typeof letter;
        const off = [
          letter.left - other.left,
          // From the baseline of the text around it.
          letter.bottom - end - (other.bottom - katexEnd),
          letter.height - other.height,
        ];
        return off.some((px) => Math.abs(px) > 0.5)
          ? [`${tex}: ${letter.text} is off by ${off.map((px) => px.toFixed(2)).join(', ')}`]
          : [];
      });
    });
    return wrong;
  }, drawings);
}
