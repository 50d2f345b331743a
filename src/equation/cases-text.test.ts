/** What is copied of the pieces says what the network does on each of them. */
import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks } from '../../tests/arbitrary-network.ts';
import { affineSum } from '../algebra/sum.ts';
import { ALL } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { analyseNow, formOfPiece } from '../facts/analysis.ts';
import { caseConditions } from '#words/cases-words.ts';
import { casesTex, casesText, type Case } from './cases-text.ts';
import { plainText } from './plain.ts';

function casesOf(network: Network<Rational>): Case[] {
  const pieces = analyseNow(network, ALL)?.pieces ?? [];
  const condition = caseConditions(network, pieces);
  return pieces.map((piece) => ({ sum: affineSum(formOfPiece(network, piece)), condition: condition(piece) }));
}

describe('the pieces to be copied', () => {
  it('as LaTeX, with their conditions', () => {
    const network = chapterNetwork('relu');
    expect(casesTex(casesOf(network), network)).toBe(
      [
        '\\hat{y} = \\begin{cases}',
        '21x_E + 11x_H + 18x_G + 11 & \\text{both on} \\\\',
        'x_E + 6x_H + 8x_G + 6 & \\text{only node 1 on} \\\\',
        '20x_E + 5x_H + 10x_G + 10 & \\text{only node 2 on} \\\\',
        '5 & \\text{both off}',
        '\\end{cases}',
      ].join('\n'),
    );
  });

  it('as text', () => {
    const network = chapterNetwork('relu');
    expect(casesText(casesOf(network), network).split('\n').slice(0, 2)).toEqual([
      'ŷ = 21 x_E + 11 x_H + 18 x_G + 11 (both on)',
      '  = x_E + 6 x_H + 8 x_G + 6 (only node 1 on)',
    ]);
  });

  it('have one row each, which KaTeX draws; where there is one piece, it is a line', () => {
    fc.assert(
      fc.property(networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 }), (network) => {
        const cases = casesOf(network).slice(0, 30);
        const [tex, text] = [casesTex(cases, network), casesText(cases, network)];
        expect(katex.renderToString(tex, { throwOnError: true, strict: 'error' })).toContain('katex');
        expect(text.split('\n')).toHaveLength(cases.length);
        cases.forEach(({ sum, condition }, i) => {
          expect(condition).toMatch(/^[\w., ]+$/);
          expect(text.split('\n')[i]).toContain(`= ${plainText(sum, network)}`);
        });
        expect(tex.includes('cases')).toBe(cases.length > 1);
      }),
      { numRuns: 60 },
    );
  });
});
