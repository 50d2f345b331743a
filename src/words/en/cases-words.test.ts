/** Conditions in words, and the filter that reads them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks } from '../../../tests/arbitrary-network.ts';
import { ALL } from '../../algebra/domain.ts';
import { rational } from '../../number/rational.ts';
import type { ActivationKind } from '../../activation/activation.ts';
import type { Network } from '../../model/network.ts';
import { analyseNow } from '../../facts/analysis.ts';
import { CASES, caseCondition, caseConditions, filterExample, pieceFilter, sideName, whyParts } from './cases-words.ts';
import { countText, thousands } from './count.ts';

const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 });

/** Hidden layers of the kinds given, over one input; the output node is linear. */
function network(...layers: Exclude<ActivationKind, 'leakyRelu'>[][]): Network<ReturnType<typeof rational>> {
  return withOutput('linear', ...layers);
}

function withOutput(
  output: Exclude<ActivationKind, 'leakyRelu'>,
  ...layers: Exclude<ActivationKind, 'leakyRelu'>[][]
): Network<ReturnType<typeof rational>> {
  const made = [...layers, [output]].map((kinds, l, all) =>
    kinds.map((kind) => ({
      weights: Array.from({ length: l === 0 ? 1 : (all[l - 1]?.length ?? 1) }, () => rational(1)),
      bias: rational(0),
      activation: { kind },
    })),
  );
  return { inputs: ['E'], layers: made };
}

describe('a condition in words', () => {
  it.each([
    [['relu'], '1|0', 'node on'],
    [['relu', 'relu'], '11|0', 'both on'],
    [['relu', 'relu'], '00|0', 'both off'],
    [['relu', 'relu'], '01|0', 'only node 2 on'],
    [['relu', 'relu', 'relu'], '101|0', 'only nodes 1, 3 on'],
    [['relu', 'relu', 'relu'], '111|0', 'all on'],
    [['relu', 'relu'], '1*|0', 'node 1 on'],
    [['relu', 'relu'], '**|0', 'everywhere'],
    [['abs', 'relu'], '01|0', 'node 1 negative, node 2 on'],
    [['hardTanh'], '1|0', 'node 1 middle'],
    [['linear', 'relu'], '01|0', 'node 2 on'],
  ] as const)('%j, %s: %s', (kinds, pattern, words) => {
    expect(caseCondition(network([...kinds]), pattern)).toBe(words);
  });

  it.each([
    ['relu', ['relu', 'relu'], '11|0', 'both on, output off'],
    ['abs', ['relu', 'relu'], '01|1', 'only node 2 on, output positive'],
    ['relu', ['abs', 'relu'], '0*|1', 'node 1 negative, output on'],
    ['relu', ['relu'], '*|1', 'output on'],
    ['relu', ['relu'], '1|*', 'node on'],
    ['hardTanh', ['linear', 'linear'], '00|1', 'output middle'],
  ] as const)('with the output’s side: %s over %j, %s: %s', (output, kinds, pattern, words) => {
    expect(caseCondition(withOutput(output, [...kinds]), pattern)).toBe(words);
  });

  it('tells each piece of a list from all others, and “everywhere” is the only one', () => {
    const reluOnly = networks({ kinds: ['relu'], outputKinds: ['relu', 'hardTanh'], maxHiddenLayers: 2 });
    fc.assert(
      fc.property(fc.oneof(random, reluOnly), (made) => {
        const pieces = analyseNow(made, ALL)?.pieces ?? [];
        const words = pieces.map(caseConditions(made, pieces));
        expect(new Set(words).size).toBe(pieces.length);
        if (words.includes('everywhere')) expect(words).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it('names the parts where what they have in common is no news', () => {
    const made = withOutput('relu', ['relu']);
    const pieces = ['0|1 1|0', '0|0', '1|1'].map((cells) => {
      const own = cells.split(' ');
      return { pattern: own.length === 1 ? cells : '*|*', cells: own };
    });
    expect(pieces.map(caseConditions(made, pieces))).toEqual([
      'node off, output on or node on, output off',
      'node off, output off',
      'node on, output on',
    ]);
  });
});

describe('the filter', () => {
  const two = network(['relu', 'relu'], ['relu', 'abs']);
  const patterns = ['00|00|0', '10|00|0', '10|11|0', '01|01|0', '*1|10|0'];
  it.each([
    ['', patterns],
    ['node 1.1 on', ['10|00|0', '10|11|0', '*1|10|0']],
    ['1.1 on', ['10|00|0', '10|11|0', '*1|10|0']],
    ['node 1.1', ['10|00|0', '10|11|0', '*1|10|0']],
    ['node 1.2 off', ['00|00|0', '10|00|0', '10|11|0']],
    ['nodes 1.1, 2.1 on', ['10|11|0', '*1|10|0']],
    ['Node 1.1 on and 2.2 positive', ['10|11|0']],
    ['node 2.2 neg', ['00|00|0', '10|00|0', '*1|10|0']],
    ['node 3.1 on', []],
    ['positive', ['10|11|0', '01|01|0']],
    ['nonsense', []],
  ] as const)('“%s”', (text, expected) => {
    expect(patterns.filter(pieceFilter(two, text))).toEqual(expected);
  });

  it('reads the side of the output', () => {
    const made = withOutput('relu', ['relu', 'relu']);
    const sides = ['11|1', '11|0', '00|1', '0*|*'];
    expect(sides.filter(pieceFilter(made, 'output on'))).toEqual(['11|1', '00|1', '0*|*']);
    expect(sides.filter(pieceFilter(made, 'both on, output of'))).toEqual(['11|0']);
    expect(sides.filter(pieceFilter(network(['relu']), 'output on'))).toEqual([]);
  });

  it('finds each piece by its own words, and a side that is half typed finds no less', () => {
    fc.assert(
      fc.property(random, (made) => {
        const pieces = (analyseNow(made, ALL)?.pieces ?? []).slice(0, 30);
        for (const { pattern } of pieces) {
          const words = caseCondition(made, pattern);
          expect(pieceFilter(made, words)(pattern)).toBe(true);
          const phrase = words.split(', ')[0] ?? '';
          const count = (text: string) => pieces.filter((piece) => pieceFilter(made, text)(piece.pattern)).length;
          if (/^node \S+ \w+$/.test(phrase)) expect(count(phrase.slice(0, -1))).toBeGreaterThanOrEqual(count(phrase));
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [['relu', 'relu'], 'node 1 on'],
    [['hardTanh'], 'node 1 high'],
    [['linear', 'abs'], 'node 2 positive'],
  ] as const)('%j: its example is “%s”, and it finds what it says', (kinds, example) => {
    const made = network([...kinds]);
    expect(filterExample(made)).toBe(example);
    const found = (analyseNow(made, ALL)?.pieces ?? []).filter(({ pattern }) => pieceFilter(made, example)(pattern));
    expect(found).not.toEqual([]);
  });

  it('a node is on or off: the two filters share out all pieces that have no say in it', () => {
    const eight = network(['relu', 'relu', 'relu']);
    const all = ['000|0', '001|0', '010|0', '011|0', '100|0', '101|0', '110|0', '111|0'];
    for (const node of [1, 2, 3]) {
      const on = all.filter(pieceFilter(eight, `node ${node} on`));
      const off = all.filter(pieceFilter(eight, `node ${node} off`));
      expect([...on, ...off].sort()).toEqual(all);
      expect(on).toHaveLength(4);
    }
  });
});

describe('why', () => {
  const text = (parts: ReturnType<typeof whyParts>) =>
    parts.map((part) => (part.kind === 'input' ? 'x' : part.text)).join('');

  it('is said with the two functions and a shared input where there are two', () => {
    const parts = whyParts(
      chapterNetwork('relu'),
      [
        { layer: 0, node: 0 },
        { layer: 0, node: 1 },
      ],
      0,
      4,
    );
    expect(text(parts)).toBe(
      'Each max and max holds its terms inside. One x can’t reach the other: as they stand, there is nothing to add up. Four pieces, not one.',
    );
    expect(parts.filter(({ kind }) => kind === 'function')).toHaveLength(2);
  });

  it('is said in general for more nodes, with the count, and differently for one piece', () => {
    const many = network(['relu', 'relu', 'relu']);
    const held = [0, 1, 2].map((node) => ({ layer: 0, node }));
    expect(text(whyParts(many, held, 0, 13))).toMatch(/^Each node that bends .* 13 pieces, not one\.$/);
    expect(text(whyParts(many, held.slice(0, 1), 0, 2))).toMatch(/^The max holds .* Two pieces, not one\.$/);
    expect(text(whyParts(many, held, 0, 1))).toMatch(/one piece, the same linear model everywhere\.$/);
  });
});

describe('counts', () => {
  it('are written with commas, and say when they are lower bounds', () => {
    expect([0, 999, 1000, 20000, 1234567].map(thousands)).toEqual(['0', '999', '1,000', '20,000', '1,234,567']);
    expect(countText(1, 'piece')).toBe('1 piece');
    expect(CASES.shown(12, 64)).toBe('12 of 64 pieces');
    expect(CASES.shown(64, 64)).toBe('64 pieces');
    expect(CASES.stopped(0)).toBe('Stopped. At least 1 piece, not finished.');
    expect(CASES.tooMany(7431, 20000)).toMatch(/^At least 7,431 pieces, not finished: .*20,000/);
    expect(CASES.running(812)).toContain('at least 812');
  });
});

describe('a side', () => {
  it('has the node’s number; the output says that it is the output', () => {
    expect(sideName(network(['relu', 'hardTanh']), { layer: 0, node: 1 }, 2)).toBe('node 2 high');
    const output = { ...network(['relu']), layers: network(['relu'], ['relu']).layers.slice(0, 2) };
    expect(sideName(output, { layer: 1, node: 0 }, 0)).toBe('output off');
  });
});
