/** The conditions of a piece, as they are written, say where it is: read again, they hold inside it and nowhere else. */
import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks, withPoint } from '../../tests/arbitrary-network.ts';
import { readPlain, readTex } from '../../tests/read-formula.ts';
import { enumerateCells, patternOf } from '../algebra/cells.ts';
import { ALL } from '../algebra/domain.ts';
import { patternAt } from '../algebra/pattern-at.ts';
import { cellOfPattern } from '../algebra/pattern-cell.ts';
import { compare, type Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { conditionOf, conditionTail, speakCondition, type Condition } from './condition.ts';
import { exactForm } from './number-tex.ts';
import { plainText } from './plain.ts';
import { sumTex } from './tex.ts';

const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 });

const conditionsOf = (network: Network<Rational>, pattern: string): Condition[] =>
  (cellOfPattern(network, pattern)?.bounds ?? []).map(conditionOf);

function conditionText({ sum, right, above }: Condition, network: Network<unknown>): string {
  return `${plainText(sum, network)} ${above ? '>' : '≤'} ${exactForm(right).text}`;
}

/** Does a written inequality hold? Without a look at what it was written from. */
function holds(text: string, network: Network<Rational>, x: readonly Rational[]): boolean {
  const [left = '', relation, right = ''] = text.split(/([>≤])/);
  const values = (symbol: string) => x[network.inputs.indexOf(symbol.slice(2))] as Rational;
  const order = compare(readPlain(left, values), readPlain(right, values));
  return relation === '>' ? order > 0 : order <= 0;
}

describe('written conditions', () => {
  it('hold exactly at the inputs that have the pattern', () => {
    fc.assert(
      fc.property(withPoint(random), fc.nat(), ({ network, x }, pick) => {
        const { cells } = enumerateCells(network, ALL, { limit: 30 });
        const patterns = cells.map(patternOf);
        const pattern = patterns[pick % patterns.length] as string;
        const texts = conditionsOf(network, pattern).map((condition) => conditionText(condition, network));
        const inside = cellOfPattern(network, pattern)?.point ?? [];
        expect(texts.filter((text) => !holds(text, network, inside))).toEqual([]);
        const here = patternAt(network, x);
        // An input whose own pattern has no interior (on a kink) lies in no cell's list.
        if (patterns.includes(here)) expect(texts.every((text) => holds(text, network, x))).toBe(here === pattern);
      }),
    );
  });

  it('say the same as LaTeX', () => {
    fc.assert(
      fc.property(withPoint(random), ({ network, x }) => {
        const values = (symbol: string) => x[network.inputs.indexOf(symbol.slice(2))] as Rational;
        for (const cell of enumerateCells(network, ALL, { limit: 8 }).cells) {
          for (const condition of conditionsOf(network, patternOf(cell))) {
            const tail = conditionTail(condition);
            expect(katex.renderToString(tail, { throwOnError: true, strict: 'error' })).toContain('katex');
            const [, relation = '', right = ''] = /^\{\}(>|\\le) (.*)$/.exec(tail) ?? [];
            const order = compare(readTex(sumTex(condition.sum, network), values), readTex(right, values));
            const text = conditionText(condition, network);
            expect(relation === '>' ? order > 0 : order <= 0).toBe(holds(text, network, x));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are those of the chapter’s nodes in their own numbers', () => {
    const network = chapterNetwork('relu');
    const [first, second] = conditionsOf(network, '10|0');
    expect([first, second].map((condition) => conditionText(condition as Condition, network))).toEqual([
      '0.5 x_E + 3 x_H + 4 x_G + 0.5 > 0',
      '4 x_E + x_H + 2 x_G + 1 ≤ 0',
    ]);
    expect(speakCondition(second as Condition, network)).toBe('4 x E plus x H plus 2 x G plus 1 is at most 0');
  });
});
