/** Whatever is written can be read back, and says what the network does. */
import fc from 'fast-check';
import katex from 'katex';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { names } from '../../tests/arbitrary-document.ts';
import { PIECEWISE, chapterNetwork, networks, withPoint } from '../../tests/arbitrary-network.ts';
import { readPlain, readTex, type Values } from '../../tests/read-formula.ts';
import { derive } from '../algebra/derivation.ts';
import { affineSum, countTerms, type Sum } from '../algebra/sum.ts';
import { forward } from '../algebra/forward.ts';
import { MINUS_ONE, ONE, ZERO, absolute, rational, type Rational } from '../number/rational.ts';
import { termAt } from '../algebra/term-parameters.ts';
import { ACTIVATION_KINDS } from '../activation/activation.ts';
import {
  mapNumbers,
  parameterKey,
  parameterValue,
  parametersOf,
  type Network,
  type Parameter,
} from '../model/network.ts';
import { formulaMathml, loadKatex, pieceHtml } from './katex-html.ts';
import { inputNotation } from './notation.ts';
import { oneLine } from './one-line.ts';
import { PlainMath } from './plain-math.tsx';
import { plainLine, plainText } from './plain.ts';
import { isRounded, write, type Segment } from './segments.ts';
import { speak, speakLine } from './speech.ts';
import { lineTex, sumTex } from './tex.ts';

const mixed = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE });
const anyKind = networks({ kinds: ACTIVATION_KINDS, outputKinds: ACTIVATION_KINDS });

function allSums(network: Network<Rational>): Sum[] {
  const { start, steps } = derive(network);
  return [start, ...steps.map(({ sum }) => sum)];
}

function valuesAt(network: Network<Rational>, x: readonly Rational[]): Values {
  const { a } = forward(network, x);
  return (symbol) => {
    const [letter, subscript = ''] = symbol.split('_');
    if (letter === 'x') return x[network.inputs.indexOf(subscript)] as Rational;
    const numbers = subscript.split('.').map(Number);
    const [layer, node] = numbers.length === 1 ? [1, numbers[0]] : numbers;
    return a[(layer ?? 0) - 1]?.[(node ?? 0) - 1] as Rational;
  };
}

function inputsNetwork(...inputs: string[]): Network<Rational> {
  return { inputs, layers: [[{ weights: inputs.map(() => ONE), bias: ZERO, activation: { kind: 'linear' } }]] };
}

describe('read back by an independent reader, every line equals the forward pass exactly', () => {
  it('as plain text, spaced and compact', () => {
    fc.assert(
      fc.property(withPoint(mixed), ({ network, x }) => {
        const { y } = forward(network, x);
        for (const sum of allSums(network)) {
          expect(readPlain(plainText(sum, network), valuesAt(network, x))).toEqual(y);
          expect(readPlain(plainText(sum, network, { compact: true }), valuesAt(network, x))).toEqual(y);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('as LaTeX', () => {
    fc.assert(
      fc.property(withPoint(mixed), ({ network, x }) => {
        const { y } = forward(network, x);
        for (const sum of allSums(network)) {
          expect(readTex(sumTex(sum, network), valuesAt(network, x))).toEqual(y);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the chapter's lines", () => {
  const compactLines = (kind: 'linear' | 'relu') => {
    const network = chapterNetwork(kind);
    return derive(network).steps.map(({ sum }) => plainText(sum, network, { compact: true }));
  };

  it('are as the chapter has them', () => {
    expect(compactLines('linear')).toEqual([
      '2(0.5x_E+3x_H+4x_G+0.5) + 5(4x_E+x_H+2x_G+1) + 5',
      'x_E+6x_H+8x_G+1 + 20x_E+5x_H+10x_G+5 + 5',
      '21x_E+11x_H+18x_G+11',
    ]);
  });

  it('with ReLU stay as they are written out', () => {
    const held = '2 max(0, 0.5x_E+3x_H+4x_G+0.5) + 5 max(0, 4x_E+x_H+2x_G+1) + 5';
    expect(compactLines('relu')).toEqual([held, held, held]);
  });

  it('as LaTeX', () => {
    const network = chapterNetwork('linear');
    expect(allSums(network).map((sum) => lineTex(sum, network))).toEqual([
      '\\hat{y} = 2h_1 + 5h_2 + 5',
      '\\hat{y} = 2(0.5x_E + 3x_H + 4x_G + 0.5) + 5(4x_E + x_H + 2x_G + 1) + 5',
      '\\hat{y} = x_E + 6x_H + 8x_G + 1 + 20x_E + 5x_H + 10x_G + 5 + 5',
      '\\hat{y} = 21x_E + 11x_H + 18x_G + 11',
    ]);
  });

  it('read aloud', () => {
    const linear = chapterNetwork('linear');
    const [written, , combined] = derive(linear).steps.map(({ sum }) => speakLine(sum, linear));
    expect(written).toBe(
      'y hat equals 2 times the quantity 0.5 x E plus 3 x H plus 4 x G plus 0.5, ' +
        'plus 5 times the quantity 4 x E plus x H plus 2 x G plus 1, plus 5',
    );
    expect(combined).toBe('y hat equals 21 x E plus 11 x H plus 18 x G plus 11');
    const relu = chapterNetwork('relu');
    expect(speakLine(derive(relu).steps[0]?.sum ?? [], relu)).toBe(
      'y hat equals 2 times the larger of 0 and 0.5 x E plus 3 x H plus 4 x G plus 0.5, ' +
        'plus 5 times the larger of 0 and 4 x E plus x H plus 2 x G plus 1, plus 5',
    );
  });
});

describe('signs, ones, zeros and fractions are written as a person would', () => {
  const network = inputsNetwork('E', 'age2');
  const third = rational(1, 3);
  interface Written {
    readonly coef: readonly [Rational, Rational];
    readonly intercept: Rational;
    readonly tex: string;
    readonly spoken: string;
  }
  const cases: Readonly<Record<string, Written>> = {
    'x_E − 3': { coef: [ONE, ZERO], intercept: rational(-3), tex: 'x_E - 3', spoken: 'x E minus 3' },
    '−x_E + x_age2': {
      coef: [MINUS_ONE, ONE],
      intercept: ZERO,
      tex: '-x_E + x_{\\mathrm{age2}}',
      spoken: 'minus x E plus x age2',
    },
    '0': { coef: [ZERO, ZERO], intercept: ZERO, tex: '0', spoken: '0' },
    '−1': { coef: [ZERO, ZERO], intercept: MINUS_ONE, tex: '-1', spoken: 'minus 1' },
    '1/3 x_E − x_age2 + 1/3': {
      coef: [third, MINUS_ONE],
      intercept: third,
      tex: '\\tfrac{1}{3}x_E - x_{\\mathrm{age2}} + \\tfrac{1}{3}',
      spoken: '1 over 3 times x E minus x age2 plus 1 over 3',
    },
    '−0.5 x_E + 5/3 x_age2 + 1': {
      coef: [rational(-1, 2), rational(5, 3)],
      intercept: ONE,
      tex: '-0.5x_E + \\tfrac{5}{3}x_{\\mathrm{age2}} + 1',
      spoken: 'minus 0.5 x E plus 5 over 3 times x age2 plus 1',
    },
  };

  it.each(Object.keys(cases))('%s', (text) => {
    const { coef, intercept, tex, spoken } = cases[text] as Written;
    const sum = affineSum({ coef, intercept });
    expect(plainText(sum, network)).toBe(text);
    expect(sumTex(sum, network)).toBe(tex);
    expect(speak(sum, network)).toBe(spoken);
  });

  it('a minus in front of a bracket, a factor 1 and a function', () => {
    const written = (kind: 'linear' | 'relu' | 'abs', compact: boolean): string => {
      const made: Network<Rational> = mapNumbers<number, Rational>(
        {
          inputs: ['E'],
          layers: [
            [
              { weights: [1], bias: -2, activation: { kind } },
              { weights: [-1], bias: 0, activation: { kind } },
              { weights: [3], bias: 1, activation: { kind } },
            ],
            [{ weights: [-1, 1, 1 / 3], bias: 0, activation: { kind: 'linear' } }],
          ],
        },
        (n) => (Number.isInteger(n) ? rational(n) : third),
      );
      return plainText(derive(made).steps[0]?.sum ?? [], made, { compact });
    };
    expect(written('linear', false)).toBe('−(x_E − 2) + (−x_E) + 1/3 (3 x_E + 1)');
    expect(written('relu', false)).toBe('−max(0, x_E − 2) + max(0, −x_E) + 1/3 max(0, 3 x_E + 1)');
    expect(written('abs', true)).toBe('−abs(x_E−2) + abs(−x_E) + (1/3) abs(3x_E+1)');
  });

  it('a bracket around one letter is left out, but where it stands for the weight 1 in front of it; its place stays', () => {
    const made = (outer: number, inner: number): Network<Rational> =>
      mapNumbers<number, Rational>(
        {
          inputs: ['E'],
          layers: [
            [{ weights: [inner], bias: 0, activation: { kind: 'linear' } }],
            [{ weights: [outer], bias: 5, activation: { kind: 'linear' } }],
          ],
        },
        (n) => rational(n),
      );
    const written = (outer: number, inner: number, keep: string | null = null) =>
      joined(write(derive(made(outer, inner)).steps[0]?.sum ?? [], made(outer, inner), { keep }));
    expect(written(2, 1)).toBe('2x_E+5');
    expect(written(-2, 1)).toBe('−2x_E+5');
    expect(written(2, 1, '0.0.0')).toBe('2(1x_E)+5');
    expect(written(2, -1)).toBe('2(−x_E)+5');
    expect(written(2, 3)).toBe('2(3x_E)+5');
    expect(written(1, 1)).toBe('(x_E)+5');
    const [line] = derive(made(2, 1)).steps;
    expect(speak(line?.sum ?? [], made(2, 1))).toBe('2 times x E plus 5');
    expect(plainText(line?.sum ?? [], made(2, 1))).toBe('2 x_E + 5');
    expect(plainText(line?.sum ?? [], made(2, 1), { compact: true })).toBe('2x_E + 5');
    expect(write(line?.sum ?? [], made(2, 1)).map(({ role }) => role)).toContain('open');
  });

  it('a weight that is being edited stays written at 0', () => {
    const chapter = chapterNetwork('relu');
    const zeroed: Network<Rational> = {
      ...chapter,
      layers: chapter.layers.map((nodes, l) => (l === 1 ? nodes.map((n) => ({ ...n, weights: [ZERO, ZERO] })) : nodes)),
    };
    const written = (keep: string | null) =>
      plainText(derive(zeroed, keep).steps[0]?.sum ?? [], zeroed, { compact: true });
    expect(written('1.0.1')).toBe('0 max(0, 4x_E+x_H+2x_G+1) + 5');
    expect(written(null)).toBe('5');
  });

  it('a weight that is being edited stays written at 1, on a segment of its own', () => {
    fc.assert(
      fc.property(anyKind, fc.nat(), (network, pick) => {
        const parameters = parametersOf(network);
        const parameter = parameters[pick % parameters.length] as Parameter;
        const keep = parameterKey(parameter);
        const atOne = replaceParameter(network, parameter, ONE);
        const roles = (edited: Network<Rational>) =>
          allSums(edited)
            .slice(0, 2)
            .flatMap((sum) => write(sum, edited, { keep }))
            .filter((segment) => segment.parameter && parameterKey(segment.parameter) === keep)
            .map((segment) => `${segment.term} ${segment.role}`);
        const two = roles(replaceParameter(network, parameter, rational(2)));
        expect(roles(atOne)).toEqual(two);
        expect(two.every((role) => role.endsWith(' number'))).toBe(true);
      }),
    );
  });

  it('no line has a sign beside a sign, a 1 before a letter or a 0 term', () => {
    fc.assert(
      fc.property(anyKind, (random) => {
        for (const sum of allSums(random)) {
          const text = plainText(sum, random, { compact: true }).replace(/_[\d−/.]+\(/g, '(');
          expect(text).not.toMatch(/[+−] ?[+−]/);
          expect(text).not.toMatch(/(?<![\d./_\w])1(?=[xh(]|max|abs)/);
          expect(text).not.toMatch(/(?<![\d./_\w])0(?=[xh(]|max|abs)/);
          if (text !== '0') expect(text).not.toMatch(/(^|[+−])0(?![.\d])/);
        }
      }),
    );
  });
});

describe('segments', () => {
  it('each and each line renders in KaTeX without an error or a warning', () => {
    const render = (tex: string) => katex.renderToString(tex, { throwOnError: true, strict: 'error' });
    const rendered = new Set<string>();
    fc.assert(
      fc.property(anyKind, (network) => {
        for (const sum of allSums(network)) {
          const parts = write(sum, network).map(({ tex }) => tex);
          for (const tex of [...parts, lineTex(sum, network)]) {
            if (rendered.has(tex)) continue;
            rendered.add(tex);
            expect(render(tex)).toContain('katex');
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('each parameter that is written has exactly one segment, which shows its value', () => {
    const nonzero = fc
      .integer({ min: -5, max: 5 })
      .filter((n) => n !== 0)
      .map((n) => rational(n));
    const shallow = networks({ kinds: ACTIVATION_KINDS, numbers: nonzero, maxHiddenLayers: 1 });
    fc.assert(
      fc.property(shallow, (network) => {
        const { start, steps } = derive(network);
        const segments = write(steps[0]?.sum ?? start, network).filter(({ parameter }) => parameter !== null);
        const keys = segments.map(({ parameter }) => parameterKey(parameter as Parameter));
        expect(keys.sort()).toEqual(parametersOf(network).map(parameterKey).sort());
        for (const { mark, parameter } of segments) {
          const shown = mark.kind === 'number' ? mark.value : ONE;
          expect(shown).toEqual(absolute(parameterValue(network, parameter as Parameter)));
        }
      }),
    );
  });

  it('have an address: path of terms and role, unique in the line, and the term is found there', () => {
    fc.assert(
      fc.property(mixed, (network) => {
        for (const sum of allSums(network)) {
          const segments = write(sum, network);
          const addresses = segments.map(({ term, role }) => `${term} ${role}`);
          expect(new Set(addresses).size).toBe(addresses.length);
          for (const { term, mark } of segments) {
            const found = termAt(network, sum, term);
            if (mark.kind === 'number' && found) expect(absolute(found.coefficient)).toEqual(mark.value);
            expect(found === null).toBe(term.endsWith('0') && mark.kind === 'number' && mark.value === ZERO);
          }
        }
      }),
    );
  });

  it('break between terms only at signs, or behind a bracket that opens; a new group begins with each break between groups', () => {
    fc.assert(
      fc.property(mixed, (network) => {
        for (const sum of allSums(network)) {
          const segments = write(sum, network);
          segments.forEach(({ role, mark, breakBefore, group }, i) => {
            const before = segments[i - 1];
            const binary = mark.kind === 'sign' && mark.binary;
            if (before?.role === 'open') expect(breakBefore).not.toBe('group');
            else expect(breakBefore !== 'none').toBe(role === 'sign' && binary);
            expect(group).toBe((before?.group ?? 0) + (breakBefore === 'group' ? 1 : 0));
          });
          const leaves = segments.filter(({ mark, term }) => isLeaf(mark.kind, term, network, sum));
          expect(leaves.length).toBe(countTerms(sum));
        }
      }),
    );
  });

  it('end a line behind a bracket only where a phone has no room for what is around it', () => {
    const piecesOf = (name: string, weight: Rational) => {
      const network: Network<Rational> = {
        inputs: [name, 'H'],
        layers: [
          [{ weights: [weight, ONE], bias: ONE, activation: { kind: 'relu' } }],
          [{ weights: [weight], bias: ZERO, activation: { kind: 'linear' } }],
        ],
      };
      const pieces: Segment[][] = [];
      for (const segment of write(derive(network).steps[0]?.sum ?? [], network)) {
        if (segment.breakBefore !== 'none' || pieces.length === 0) pieces.push([]);
        pieces.at(-1)?.push(segment);
      }
      return pieces.map(joined);
    };
    expect(piecesOf('age', rational(-25, 2))).toEqual(['−12.5max(0, −12.5x_age', '+x_H', '+1)']);
    const long = rational(-12345678, 1000);
    expect(piecesOf('Efficiency12', long)).toEqual(['−12345.678max(0, ', '−12345.678x_Efficiency12', '+x_H', '+1)']);
  });

  it('keep the terms of one hidden node together', () => {
    const network = chapterNetwork('linear');
    const groups = derive(network).steps.map(({ sum }) => {
      const segments = write(sum, network);
      return [...new Set(segments.map(({ group }) => group))].map((group) =>
        joined(segments.filter((segment) => segment.group === group)),
      );
    });
    expect(groups).toEqual([
      ['2(0.5x_E+3x_H+4x_G+0.5)', '+5(4x_E+x_H+2x_G+1)', '+5'],
      ['x_E+6x_H+8x_G+1', '+20x_E+5x_H+10x_G+5', '+5'],
      ['21x_E+11x_H+18x_G+11'],
    ]);
  });

  it('of an output that is not linear: its groups are those inside', () => {
    const network = chapterNetwork('relu');
    const bent: Network<Rational> = {
      ...network,
      layers: network.layers.map((nodes, l) =>
        l === 1 ? nodes.map((n) => ({ ...n, activation: { kind: 'abs' } })) : nodes,
      ),
    };
    const sum = derive(bent).steps[0]?.sum ?? [];
    expect(plainText(sum, bent, { compact: true })).toBe(
      'abs(2 max(0, 0.5x_E+3x_H+4x_G+0.5) + 5 max(0, 4x_E+x_H+2x_G+1) + 5)',
    );
    expect(sumTex(sum, bent)).toMatch(/^\\lvert 2\\max\(0,.*\+ 5\\rvert $/);
  });

  it('a number in front of a group has the colour of what is around, the group its node’s', () => {
    const network = chapterNetwork('relu');
    const segments = write(derive(network).steps[0]?.sum ?? [], network);
    expect(segments.filter(({ via }) => via === null).map(({ text }) => text)).toEqual(['2', '+', '5', '+', '5']);
    for (const { via, term } of segments) if (via) expect(term.startsWith(`n0.${via.node}`)).toBe(true);
  });

  it('a very long number is rounded on screen and the line says so, and is exact when copied', () => {
    const network = inputsNetwork('E');
    const value = rational(12345678901n, 37037036702n);
    const sum = affineSum({ coef: [value], intercept: rational(-7, 10n ** 15n) });
    const segments = write(sum, network);
    expect(segments.filter(({ approximate }) => approximate).map(({ text }) => text)).toEqual(['0.3333']);
    expect(joined(segments)).toBe('≈0.3333x_E−7·10^−15');
    expect(speak(sum, network)).toBe('about 0.3333 x E minus 7 times 10 to the minus 15');
    expect(plainLine(sum, network)).toBe('ŷ = 12345678901/37037036702 x_E − 0.000000000000007');
    expect(write(sum, network, { exact: true }).some(({ approximate }) => approximate)).toBe(false);
  });
});

describe('a line with rounded numbers', () => {
  it('says so once: in place of the equals sign, or in front', () => {
    const network = inputsNetwork('E');
    const sum = affineSum({ coef: [rational(12345678901n, 37037036702n)], intercept: rational(-7, 3n * 10n ** 15n) });
    const segments = write(sum, network, { unmarked: true });
    expect(isRounded(segments)).toBe(true);
    expect(joined(segments)).toBe('0.3333x_E−2.333·10^−15');
    expect(speakLine(sum, network)).toBe('y hat is about 0.3333 x E minus 2.333 times 10 to the minus 15');
    expect(lineTex(sum, network)).toContain(' = ');
  });

  const long = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 9n }));
  const numbers = fc.oneof(
    long.map(([n, d]) => rational(n, d)),
    fc.constantFrom(ONE, rational(1, 3), rational(123_456_789n, 10n ** 10n), rational(3_125_000_000n)),
  );

  it('has one mark, and nothing exact in it that has more than four digits', () => {
    fc.assert(
      fc.property(networks({ kinds: PIECEWISE, numbers }), (network) => {
        for (const sum of allSums(network)) {
          const [marked, unmarked] = [write(sum, network), write(sum, network, { unmarked: true })];
          expect(joined(marked)).toBe(`${isRounded(unmarked) ? '≈' : ''}${joined(unmarked)}`);
          expect(joined(unmarked)).not.toContain('≈');
          expect(speakLine(sum, network).split('about')).toHaveLength(isRounded(unmarked) ? 2 : 1);
          if (!isRounded(unmarked)) continue;
          for (const { mark, text } of unmarked) {
            if (mark.kind === 'number')
              expect(text).toMatch(/^(\d{1,7}|\d{1,4}0*|[\d.]{1,5}|0\.0*\d{1,4}|[\d.]{1,5}·10\^−?\d+)$/);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is exact up to a dozen digits', () => {
    const network = inputsNetwork('E');
    const typed = affineSum({ coef: [rational(1234567n, 10n ** 7n)], intercept: rational(123456789n, 10n ** 7n) });
    expect(joined(write(typed, network))).toBe('0.1234567x_E+12.3456789');
  });
});

describe('names', () => {
  it('that could be anything but a name are never written', () => {
    for (const name of ['', '\\alpha', 'a}', ' x', 'x  y', '$', '<b>', 'a&b', '\u0301a', 'a'.repeat(25), 'a\n']) {
      const network = inputsNetwork(name);
      const sum = affineSum({ coef: [ONE], intercept: ZERO });
      expect(() => write(sum, network)).toThrow(RangeError);
      expect(() => speakLine(sum, network)).toThrow(RangeError);
    }
  });

  it('bring no command of their own into the LaTeX', () => {
    fc.assert(
      fc.property(names, (given) => {
        const tex = sumTex(affineSum({ coef: [rational(2)], intercept: ONE }), inputsNetwork(given));
        expect(tex.replace(/\\mathrm|\\text|\\_/g, '').includes('\\')).toBe(false);
        expect(readTex(tex, (symbol) => (/^x_\{?/.test(symbol) ? rational(3) : ZERO))).toEqual(rational(7));
      }),
    );
  });

  it('are drawn and said as they are, whatever letters they have', async () => {
    await loadKatex((load) => load());
    const textOf = (html: string) => html.replaceAll(/<[^>]*>|\u200b/g, '');
    fc.assert(
      fc.property(names, (given) => {
        const network = inputsNetwork(given);
        const { tex } = inputNotation(network, 0);
        expect(textOf(pieceHtml(tex))).toBe(`x${given}`);
        expect(textOf(formulaMathml(`\\begin{bmatrix} ${tex} \\end{bmatrix}`))).toContain(`x${given}`);
        expect(textOf(oneLine(tex)?.html ?? '')).toBe(`x${given}`);
        const shown = renderToStaticMarkup(
          createElement(PlainMath, { text: `At 2 ${inputNotation(network, 0).text} = 1, or` }),
        );
        expect(textOf(shown)).toBe(`At 2x${given} = 1, or`);
      }),
    );
  });
});

describe('speech', () => {
  it('says every number of the line, in its order, and no notation', () => {
    const names = networks({ kinds: ACTIVATION_KINDS, outputKinds: ACTIVATION_KINDS });
    fc.assert(
      fc.property(names, (network) => {
        for (const sum of allSums(network)) {
          const spoken = speakLine(sum, network);
          expect(spoken).toMatch(/^y hat equals [\w., ]+$/);
          const magnitudes = write(sum, network).flatMap(({ mark }) => (mark.kind === 'number' ? [mark.value] : []));
          let rest = spoken;
          for (const value of magnitudes) {
            const at = rest.search(new RegExp(`\\b${value.d === 1n ? value.n : '\\d'}`));
            expect(at).toBeGreaterThanOrEqual(0);
            rest = rest.slice(at + 1);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

function isLeaf(kind: Segment['mark']['kind'], term: string, network: Network<Rational>, sum: Sum): boolean {
  if (kind === 'input' || kind === 'node') return true;
  return kind === 'number' && termAt(network, sum, term)?.factor.kind === 'one';
}

function joined(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}

function replaceParameter(network: Network<Rational>, at: Parameter, value: Rational): Network<Rational> {
  return {
    ...network,
    layers: network.layers.map((layer, l) =>
      layer.map((node, j) => {
        if (l !== at.layer || j !== at.node) return node;
        if (at.input === null) return { ...node, bias: value };
        return { ...node, weights: node.weights.map((w, i) => (i === at.input ? value : w)) };
      }),
    ),
  };
}
