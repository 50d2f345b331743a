/** What the verdict says of a network is true of it: its sentence is read back, and compared with values alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks, smallRationals } from '../../tests/arbitrary-network.ts';
import { breakpoints } from '../../tests/breakpoints.ts';
import { readSpoken } from '../../tests/read-formula.ts';
import { ALL } from '../algebra/domain.ts';
import { forward } from '../algebra/forward.ts';
import { absolute, compare, sign, type Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import { analyseNow } from '../facts/analysis.ts';
import { USUAL_RANGE } from '../state/document.ts';
import { chosenDomain } from '../state/chosen-domain.ts';
import { verdictNow } from '../state/verdict.ts';
import { VERDICT, counted } from '#words/verdict-words.ts';
import { spokenVerdict } from './verdict-line.tsx';

function verdictOf(network: Network<Rational>) {
  const chosen = chosenDomain(network.inputs, undefined);
  return verdictNow(network, chosen, { kind: 'done', analysis: analyseNow(network, ALL), verdicts: null });
}

/** The model that a sentence names, at a place. */
function modelIn(text: string, network: Network<Rational>, x: readonly Rational[]): Rational {
  return readSpoken(text, (symbol) => x[network.inputs.findIndex((name) => symbol === `x_${name}`)] as Rational);
}

const points = (network: Network<Rational>) =>
  fc.array(fc.array(smallRationals, { minLength: network.inputs.length, maxLength: network.inputs.length }), {
    minLength: 5,
    maxLength: 5,
  });

describe('the verdict in words', () => {
  it('names the model that the network is, everywhere or on inputs of at least 0', () => {
    const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 });
    fc.assert(
      fc.property(
        random.chain((network) => fc.tuple(fc.constant(network), points(network))),
        ([network, places]) => {
          const said = spokenVerdict(verdictOf(network));
          const everywhere = /^Collapses to (.+)\.$/.exec(said)?.[1];
          const above = /never bends, and is still (.+) there\.$/.exec(said)?.[1];
          for (const x of places) {
            if (everywhere !== undefined) expect(modelIn(everywhere, network, x)).toEqual(forward(network, x).y);
            const inside = x.map(absolute);
            if (above !== undefined) expect(modelIn(above, network, inside)).toEqual(forward(network, inside).y);
          }
          expect(everywhere === undefined).toBe(said.startsWith('Does not collapse'));
        },
      ),
    );
  });

  it('counts the bends that there are, over one input', () => {
    const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxInputs: 1, maxHiddenLayers: 2 });
    fc.assert(
      fc.property(random, (network) => {
        const bends = breakpoints(network);
        const verdict = verdictOf(network);
        const said = spokenVerdict(verdict);
        if (bends.length === 0) {
          expect(said).toMatch(/^Collapses to /);
          return;
        }
        const pieces = counted(bends.length + 1, 'flat piece');
        const known = verdict.creases === null ? pieces : `${counted(bends.length, 'crease')}, ${pieces}`;
        const bendsAbove = bends.some((x) => sign(x) > 0);
        expect(said.startsWith(`Does not collapse: ${known}.`), said).toBe(true);
        // Without the worker's engine it may say nothing of them.
        if (said.includes(VERDICT.bendsOnNonnegative)) expect(bendsAbove, said).toBe(true);
        if (said.includes('never bends')) expect(bendsAbove, said).toBe(false);
        const bendsInRange = bends.some((x) => sign(x) > 0 && compare(x, USUAL_RANGE.max) < 0);
        const ofRange = VERDICT.chosenVerdict[verdict.chosen.kind];
        if (ofRange.includes('flat')) expect(bendsInRange, ofRange).toBe(false);
        if (ofRange.includes('bends')) expect(bendsInRange, ofRange).toBe(true);
      }),
    );
  });
});
