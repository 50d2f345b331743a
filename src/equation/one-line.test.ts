import fc from 'fast-check';
import katex from 'katex';
import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { oneLine } from './one-line.ts';
import { PieceHtml } from './piece.tsx';
import { plainKind } from './plain-piece.ts';

function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>|\u200b|\u00a0/g, '');
}

/** All horizontal space, em. */
function spaceIn(html: string): number {
  const margins = html.matchAll(/margin(?:-left|-right)?:\s?([^;"]*)/g);
  const lengths = [...margins].flatMap(([, value = '']) => value.split(' '));
  // `0 a` is a at the left and at the right, `0 a 0 b` each once.
  const shorthand = [...html.matchAll(/margin:0 ([\d.]+)em"/g)].map(([, em]) => Number(em));
  // As wide as the style sheet makes them.
  const signs = (html.match(/\u00a0/g) ?? []).map(() => 4 / 18);
  return [...lengths.map((length) => parseFloat(length) || 0), ...shorthand, ...signs].reduce((sum, em) => sum + em, 0);
}

const number = fc.constantFrom('0', '21', '0.5', '1234567890');
const letter = fc.constantFrom(...Array.from('abfhxyzENVT'), '\\sigma', '\\alpha');
const name = fc.constantFrom('\\max', '\\tanh', '\\operatorname{GELU}', '\\operatorname{leaky}', '\\ln');
const sign = fc.constantFrom(
  '+',
  '-',
  '=',
  '>',
  '\\le',
  '\\approx',
  '\\cdot',
  '\\pm',
  ',',
  '(',
  ')',
  '\\lvert ',
  '\\ldots',
);
const space = fc.constantFrom('{}', '\\;', '\\,', ' ');
const flat = fc
  .array(fc.oneof(number, letter, name, sign, space), { maxLength: 8 })
  // KaTeX joins two commas before it spaces them.
  .filter((tokens) => !/, +,|ldots +\\ldots/.test(tokens.join(' ')));
const scripted = fc
  .tuple(letter, fc.constantFrom('_', '^'), fc.oneof(letter, fc.constantFrom('{2,1}', '{-12}', '{\\mathrm{word}}')))
  .map((parts) => parts.join(' '));

describe('a formula of one line', () => {
  it('has the letters and the spaces of KaTeX’s drawing', () => {
    fc.assert(
      fc.property(flat, (tokens) => {
        const tex = tokens.join(' ');
        const line = oneLine(tex);
        const theirs = katex.renderToString(tex, { output: 'html' });
        expect(line).not.toBeNull();
        expect(textOf(line?.html ?? '')).toBe(textOf(theirs));
        const ours = (line?.before ?? 0) + (line?.after ?? 0) + spaceIn(line?.html ?? '');
        expect(ours).toBeCloseTo(spaceIn(theirs), 2);
      }),
      { numRuns: 300 },
    );
  });

  it('has the letters of a subscript and of a power', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(scripted, sign, number), { maxLength: 5 }), (tokens) => {
        const tex = tokens.join(' ');
        const html = oneLine(tex)?.html;
        expect(html === undefined ? null : textOf(html)).toBe(textOf(katex.renderToString(tex, { output: 'html' })));
      }),
    );
  });

  it('is left to KaTeX where it is none', () => {
    for (const tex of [
      '\\hat{x}',
      '\\tfrac{1}{3}',
      '2\\dfrac{1}{x}',
      'x_1^2',
      'x_{y_1}^3',
      '\\begin{cases} 1 \\end{cases}',
      'x}',
      '{x',
    ])
      expect(oneLine(tex), tex).toBeNull();
  });
});

describe('a sign between terms', () => {
  it.each(['{}+{}', '{}-{}'])('%s has the text and the space of KaTeX’s', (tex) => {
    const drawn = renderToStaticMarkup(createElement(PieceHtml, { tex, colour: undefined }));
    const line = oneLine(tex);
    expect(textOf(drawn)).toBe(textOf(katex.renderToString(tex, { output: 'html' })));
    expect(spaceIn(drawn)).toBeCloseTo(2 * (line?.before ?? 0), 3);
    expect(line?.after).toBe(line?.before);
  });
});

describe('a number in a formula', () => {
  it('has the text of KaTeX’s drawing', () => {
    const places = fc.option(fc.stringMatching(/^[0-9]{1,6}$/), { nil: undefined });
    fc.assert(
      fc.property(fc.constantFrom('+', '-'), fc.nat(), places, (plus, whole, after) => {
        const tex = `${plus === '-' ? plus : ''}${whole}${after === undefined ? '' : `.${after}`}`;
        expect(plainKind(tex)).toBe('number');
        const drawn = renderToStaticMarkup(createElement(PieceHtml, { tex, colour: undefined }));
        expect(textOf(drawn)).toBe(textOf(katex.renderToString(tex, { output: 'html' })));
      }),
    );
  });

  it('is another piece when it is anything but a decimal', () => {
    for (const tex of ['−3', '+3', '--3', '-', '\\tfrac{1}{3}', '{\\approx}0.33', 'x_E', '1.'])
      expect(plainKind(tex)).toBe(null);
    expect(plainKind('{}+{}')).toBe('sign');
  });
});
