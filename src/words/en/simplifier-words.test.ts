/** Every fate has its words, and the sentence says what is left. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks, smallRationals } from '../../../tests/arbitrary-network.ts';
import { breakpoints } from '../../../tests/breakpoints.ts';
import { pieces } from '../../activation/pieces.ts';
import type { NodeFate } from '../../algebra/node-fate.ts';
import { ALL, NONNEGATIVE } from '../../algebra/domain.ts';
import { forward } from '../../algebra/forward.ts';
import { absolute, compare, equal, isZero, rational, type Rational } from '../../number/rational.ts';
import { simplest, type Simplest } from '../../algebra/simplest.ts';
import { simplestSmooth } from '../../algebra/smooth-simplest.ts';
import { nodeAt, type Network } from '../../model/network.ts';
import { decode } from '../../state/codec.ts';
import { sizeOf, type Obstacle } from '../../state/adopt.ts';
import { setParameter } from '../../state/reshape.ts';
import { PRESETS } from '../../state/preset.ts';
import { presetDocument } from '../../state/preset-document.ts';
import { fateText, isSimplestAlready, minimalText, obstacleText, sizeText, summaryText } from './simplifier-words.ts';

const network = (link: string): Network<Rational> => {
  const decoded = decode(link);
  if (!decoded?.ok) throw new Error(link);
  return decoded.value.document.network;
};
const simplestOf = (given: Network<Rational>) => simplest(given, ALL) as Simplest;

describe('a fate in words', () => {
  const three = network('v=1&in=E&at=1&f=relu&h1=1:0;2:0;3:0&y=1,1,1:0');
  const at = { layer: 0, node: 0 };
  const other = { layer: 0, node: 1 };
  const third = { layer: 0, node: 2 };
  const cases: readonly (readonly [NodeFate, RegExp])[] = [
    [{ kind: 'kept', at }, /^kept$/],
    [{ kind: 'kept', at: other }, /^kept, as node 2$/],
    [{ kind: 'dropped', why: 'no-path' }, /^dropped: every way .* weight of 0$/],
    [{ kind: 'dropped', why: 'constant' }, /^dropped: .* constant$/],
    [{ kind: 'dropped', why: 'never-on' }, /^dropped: never on/],
    [{ kind: 'folded', why: 'linear' }, /^folded .*: it is linear$/],
    [{ kind: 'folded', why: 'always-on' }, /^folded .*: its sum never crosses a corner/],
    [{ kind: 'folded', why: 'unseen' }, /^folded .*: where it bends, the output never shows it$/],
    [{ kind: 'merged', with: [other], into: at }, /^merged with node 2:/],
    [{ kind: 'merged', with: [other, third], into: at }, /^merged with nodes 2 and 3:/],
    [{ kind: 'merged', with: [], into: other }, /^merged into node 2$/],
    [{ kind: 'cancelled', with: [other] }, /^cancelled with node 2: .* that bends back$/],
    [{ kind: 'cancelled', with: [other, third] }, /^cancelled with nodes 2 and 3: .* they bend back$/],
    [{ kind: 'cancelled', with: [] }, /^cancelled: what it sends one way/],
    [{ kind: 'rewritten' }, /^rewritten:/],
  ];
  it.each(cases)('%j', (fate, words) => {
    expect(fateText(three, at, fate, three)).toMatch(words);
  });

  it('says of hard tanh that it is flat, not off', () => {
    const hard = chapterNetwork('hardTanh');
    expect(fateText(hard, at, { kind: 'dropped', why: 'never-on' }, hard)).toBe(
      'dropped: always on a flat part, so it is a constant',
    );
  });

  it('is there for every node of every network, and names other nodes than the node itself', () => {
    fc.assert(
      fc.property(networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 }), (random) => {
        const found = simplestOf(random);
        found.nodes.forEach((fates, layer) =>
          fates.forEach((fate, node) => {
            const text = fateText(random, { layer, node }, fate, found.network);
            expect(text).toMatch(/^(kept|dropped|folded|merged|cancelled|rewritten)/);
            expect(text).not.toMatch(/undefined|nodes? (and|,|:)/);
          }),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is said of a node', () => {
  const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 });
  const places = (given: Network<Rational>) =>
    fc.array(fc.array(smallRationals, { minLength: given.inputs.length, maxLength: given.inputs.length }), {
      minLength: 6,
      maxLength: 6,
    });

  it.each([ALL, NONNEGATIVE])('is true of it on inputs of the domain: %j', (domain) => {
    fc.assert(
      fc.property(
        random.chain((given) => fc.tuple(fc.constant(given), places(given))),
        ([given, anywhere]) => {
          const found = simplest(given, domain) as Simplest;
          const xs = domain.kind === 'all' ? anywhere : anywhere.map((x) => x.map(absolute));
          const runs = xs.map((x) => forward(given, x));
          found.nodes.slice(0, -1).forEach((fates, layer) =>
            fates.forEach((fate, node) => {
              const where = { layer, node };
              const said = fateText(given, where, fate, found.network);
              const z = runs.map((run) => run.z[layer]?.[node] as Rational);
              const a = runs.map((run) => run.a[layer]?.[node] as Rational);
              const isConstant = (values: readonly Rational[]) => values.every((v) => equal(v, values[0] as Rational));
              if (said.includes('never on'))
                expect(
                  a.filter((value) => !isZero(value)),
                  said,
                ).toEqual([]);
              if (said.includes('always on a flat part')) expect(isConstant(a), said).toBe(true);
              if (said.includes('its sum never changes')) expect(isConstant(z), said).toBe(true);
              if (said.includes('every way from it')) {
                const moved = setParameter(given, { ...where, input: null }, rational(17));
                expect(xs.map((x) => forward(moved, x).y)).toEqual(runs.map(({ y }) => y));
              }
              if (said.includes('never crosses a corner')) {
                const { kinks } = pieces(nodeAt(given, where).activation) ?? { kinks: [] };
                for (const kink of kinks) {
                  const sides = new Set(z.map((value) => compare(value, kink)).filter((side) => side !== 0));
                  expect(sides.size, said).toBeLessThan(2);
                }
              }
            }),
          );
          // And the network that is left is equal there.
          expect(xs.map((x) => forward(found.network, x).y)).toEqual(runs.map(({ y }) => y));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the sentence', () => {
  it('counts the bends that there are, over one input', () => {
    const random = networks({ kinds: PIECEWISE, maxInputs: 1, maxHiddenLayers: 2 });
    fc.assert(
      fc.property(random, (given) => {
        const found = simplestOf(given);
        const said = summaryText(given, found, true);
        if (found.direct === null) return;
        const bends = breakpoints(given).length;
        const count = /(\d+) creases?/.exec(said)?.[1] ?? '0';
        expect(Number(count), said).toBe(bends);
        expect(said.includes('1 creases'), said).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [
      'v=1&in=E,H&at=1,1&f=relu&h1=1,0:0;0,1:0;1,1:1&y=1,1,1:0',
      'This 3-node network is exactly 3 creases, and no more.',
    ],
    ['v=1&in=E,H&at=1,1&f=relu&h1=1,0:0;0,1:0&y=1,1:2', 'This 2-node network is exactly 2 creases plus a constant.'],
    [
      'v=1&in=E,H&at=1,1&f=relu&h1=1,0:0;-1,0:0;0,1:0;0,-1:1&y=1,-1,1,0:0',
      'This 4-node network is exactly 1 crease plus a plane.',
    ],
    [
      'v=1&in=E&at=1&f=relu&h1=1:0;-1:0;1:1&y=1,-1,2:0',
      'This 3-node network is exactly 1 crease plus a straight line.',
    ],
    [
      'v=1&in=E,H&at=1,1&f=relu&h1=1,0:0;-1,0:0&y=1,-1:0',
      'This 2-node network is exactly a plane, and needs no hidden node.',
    ],
    ['v=1&in=E,H&at=1,1&f=relu&h1=1,0:0&y=0:4', 'This 1-node network is exactly a constant, and needs no hidden node.'],
    ['v=1&in=E&at=1&y=2:1', 'This network is exactly a straight line, and needs no hidden node.'],
    [
      'v=1&in=E,H,G&at=1,1,1&f=relu&h1=1,0,2:0;-1,0,-2:0&y=1,-1:0',
      'This 2-node network is exactly one linear model, and needs no hidden node.',
    ],
  ])('%s: %s', (link, sentence) => {
    const given = network(link);
    expect(summaryText(given, simplestOf(given), true)).toBe(sentence);
  });

  it('says which inputs it speaks of', () => {
    const given = network('v=1&in=E,H&at=1,1&f=relu&h1=1,0:0&y=0:4');
    expect(summaryText(given, simplestOf(given), false)).toMatch(/^In the chosen range this 1-node network/);
  });

  it('counts what the engine counts, for every preset', () => {
    for (const { id } of PRESETS) {
      const given = presetDocument(id).network;
      const found = simplestOf(given);
      const number = /(\d+) crease/.exec(summaryText(given, found, true))?.[1];
      expect(Number(number ?? 0)).toBe(found.creases);
    }
  });

  it('speaks of bent nodes where nodes are smooth, and of the output’s own function where that is bent', () => {
    const tanh = chapterNetwork('tanh');
    const found = simplestSmooth(tanh, ALL) as Simplest;
    expect(summaryText(tanh, found, true)).toBe('This 2-node network is exactly 2 bent nodes plus a constant.');
    expect(minimalText(found)).toMatch(/^It is minimal/);
    const bentOutput = simplestSmooth(network('v=1&in=E,H&at=1,1&h1=1,2:0;1,0:1&y=1,1:0:tanh'), ALL) as Simplest;
    expect(summaryText(tanh, bentOutput, true)).toMatch(/output’s own function of one linear model\.$/);
  });
});

describe('what else is said', () => {
  it('sizes', () => {
    expect(sizeText(sizeOf(chapterNetwork('relu')))).toBe('2 hidden nodes, all bent; 11 weights and biases');
    expect(sizeText(sizeOf(chapterNetwork('linear')))).toBe('2 hidden nodes, none bent; 11 weights and biases');
    expect(sizeText({ hidden: 0, bent: 0, layers: 0, parameters: 4 })).toBe('no hidden node; 4 weights and biases');
    expect(sizeText({ hidden: 5, bent: 4, layers: 2, parameters: 31 })).toBe(
      '5 hidden nodes in two layers, 4 bent; 31 weights and biases',
    );
  });

  it('a network that is its own simplest is said to be it; one with a dead node is not', () => {
    const alone = chapterNetwork('relu');
    expect(isSimplestAlready(alone, simplestOf(alone))).toBe(true);
    const pair = network('v=1&in=E,H&at=1,2&f=relu&h1=2,-1:1;-2,1:-1&y=3,-3:0');
    expect(isSimplestAlready(pair, simplestOf(pair))).toBe(false);
  });

  it('minimal only where that is proved', () => {
    expect(minimalText(simplestOf(chapterNetwork('relu')))).toBe(
      'It is minimal: with one hidden layer each of its 2 creases needs a bend of its own.',
    );
    expect(minimalText({ ...simplestOf(chapterNetwork('relu')), minimal: false })).toMatch(/not known/);
  });

  it('why a network can’t be used, with the numbers', () => {
    const wide = network('v=1&in=E&at=1&f=relu&h1=1:0;2:0;3:0&y=1,1,1:0');
    const texts = (['nodes', 'layers', 'digits'] as const satisfies readonly Obstacle[]).map((obstacle) =>
      obstacleText(obstacle, wide),
    );
    expect(texts[0]).toBe('It has 3 nodes in one layer, and this page has room for 8.');
    expect(new Set(texts).size).toBe(3);
  });
});
