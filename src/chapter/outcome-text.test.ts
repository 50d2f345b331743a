/** What a challenge says of the reader's network is true of it: read back, and compared with the network itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networks, positiveRationals, smallRationals } from '../../tests/arbitrary-network.ts';
import { ALL } from '../algebra/domain.ts';
import { forward } from '../algebra/forward.ts';
import { ONE, ZERO, add, equal, rational, sign, type Rational } from '../number/rational.ts';
import { parseTypedNumber } from '../number/typed-number.ts';
import { parametersOf, type Network } from '../model/network.ts';
import { analyseNow } from '../facts/analysis.ts';
import { setParameter } from '../state/reshape.ts';
import { presetDocument } from '../state/preset-document.ts';
import { nodeName } from '#words/names.ts';
import { counted } from '#words/verdict-words.ts';
import { check, startOf, type ChallengeId } from './challenge.ts';
import { outcomeText } from './outcome-text.ts';
import { rescaleNode, swapNodes } from '../algebra/same-function.ts';

const relu = networks({ kinds: ['relu'], maxHiddenLayers: 1, maxNodes: 4 }).filter(
  ({ layers }) => layers.length === 2 && (layers[0]?.length ?? 0) >= 2,
);

function said(id: ChallengeId, network: Network<Rational>, x = network.inputs.map(() => ZERO)): string {
  return outcomeText(network, check(id, { network, x }, { four: true }));
}

/** Other weights of the same function; with `off`, one weight is wrong by so much. */
function variants(network: Network<Rational>): fc.Arbitrary<Network<Rational>> {
  const parameters = parametersOf(network);
  return fc
    .record({
      k: positiveRationals,
      node: fc.nat(1),
      swap: fc.boolean(),
      wrong: fc.option(fc.record({ at: fc.constantFrom(...parameters), by: smallRationals }), { nil: null }),
    })
    .map(({ k, node, swap, wrong }) => {
      const rescaled = rescaleNode(network, { layer: 0, node }, k);
      const same = swap ? swapNodes(rescaled, 0, 0, 1) : rescaled;
      if (!wrong) return same;
      const before = same.layers[wrong.at.layer]?.[wrong.at.node];
      const value = wrong.at.input === null ? before?.bias : before?.weights[wrong.at.input];
      return setParameter(same, wrong.at, add(value ?? ZERO, wrong.by));
    });
}

function numbersIn(text: string): Rational[] {
  return (text.match(/−?\d+(?:\.\d+|\/\d+)?/g) ?? []).map((number) => {
    const typed = parseTypedNumber(number);
    if (!typed.ok) throw new Error(number);
    return typed.value;
  });
}

describe('what a challenge says', () => {
  it('of creases and pieces is what the pieces of the network say', () => {
    fc.assert(
      fc.property(relu, (network) => {
        const pieces = analyseNow(network, ALL)?.pieceCount ?? 0;
        const sentence = said('pieces', network);
        if (pieces === 3) expect(sentence).toBe('Solved. Checked for all inputs.');
        else if (pieces === 4) expect(sentence).toMatch(/^Four pieces/);
        else expect(sentence).toMatch(new RegExp(`^Now there (is|are) ${counted(pieces, 'piece')}\\.$`));
        // Over one input, creases are points between pieces.
        if (network.inputs.length > 1) return;
        const creases = pieces - 1;
        const solved = 'Solved. Checked for all inputs.';
        const now = `Now there ${creases === 1 ? 'is' : 'are'} ${counted(creases, 'crease')}.`;
        expect(said('collapse', network)).toBe(creases === 0 ? solved : now);
        expect(said('one-crease', network)).toBe(creases === 1 ? solved : now);
      }),
    );
  });

  it('of XOR: checked at as many inputs as the task names, or one of them at which it is wrong', () => {
    const { network: solution } = presetDocument('xor');
    fc.assert(
      fc.property(variants(solution), (network) => {
        const table = [ZERO, ONE].flatMap((a) =>
          [ZERO, ONE].map((b) => ({ x: [a, b], y: forward(network, [a, b]).y, wanted: equal(a, b) ? ZERO : ONE })),
        );
        const sentence = said('xor', network);
        const wrong = table.filter(({ y, wanted }) => !equal(y, wanted));
        if (wrong.length === 0) expect(sentence).toBe('Solved. Checked at the four inputs of the task.');
        else if (!sentence.includes('≈')) {
          const [a, b, found, wanted] = numbersIn(sentence);
          expect(wrong).toContainEqual({ x: [a, b], y: found, wanted });
        }
      }),
    );
  });

  it('of |x|: right for all inputs, or an input at which it is wrong', () => {
    const { network: solution } = presetDocument('absolute-value');
    fc.assert(
      fc.property(variants(solution), smallRationals, (network, at) => {
        const sentence = said('absolute-value', network);
        const size = (x: Rational) => (sign(x) < 0 ? { n: -x.n, d: x.d } : x);
        if (sentence === 'Solved. Checked for all inputs.') expect(forward(network, [at]).y).toEqual(size(at));
        else if (!sentence.includes('≈')) {
          const [x, found, wanted] = numbersIn(sentence) as [Rational, Rational, Rational];
          expect([found, wanted]).toEqual([forward(network, [x]).y, size(x)]);
          expect(equal(found, wanted)).toBe(false);
        }
      }),
    );
  });

  it('of the bend: at this input, and which nodes are off there', () => {
    const { network } = startOf('find-bend');
    fc.assert(
      fc.property(fc.array(smallRationals, { minLength: 3, maxLength: 3 }), (x) => {
        const off = (forward(network, x).z[0] ?? []).flatMap((z, node) =>
          sign(z) <= 0 ? [nodeName(network, { layer: 0, node })] : [],
        );
        const sentence = said('find-bend', network, x);
        if (off.length === 0) expect(sentence).toMatch(/^Both nodes are on/);
        else expect(sentence).toBe(`Solved at this input: ${off.join(' and ')} ${off.length > 1 ? 'are' : 'is'} off.`);
      }),
    );
  });

  it('that something is missing, as a whole sentence with its numbers in agreement', () => {
    const one = presetDocument('absolute-value').network;
    expect(said('collapse', one)).toBe('Now there is one crease.');
    expect(said('pieces', setParameter(one, { layer: 1, node: 0, input: 0 }, rational(-1)))).toMatch(/one piece\.$/);
  });
});
