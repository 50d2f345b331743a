import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks, smallRationals } from '../../tests/arbitrary-network.ts';
import { textbookPiece } from '../../tests/textbook.ts';
import { equalAffine, evaluateAffine } from './affine.ts';
import { enumerateCells, formOf, patternOf } from './cells.ts';
import { ALL } from './domain.ts';
import { forward } from './forward.ts';
import { formOfPattern } from './pattern-form.ts';
import { sliceNetwork } from './slice.ts';

const cases = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxInputs: 4 }).chain((network) => {
  const n = network.inputs.length;
  const x = fc.array(smallRationals, { minLength: n, maxLength: n });
  const kept = fc.shuffledSubarray(
    network.inputs.map((_, i) => i),
    { minLength: 1 },
  );
  return fc.record({ network: fc.constant(network), held: x, x, kept });
});

describe('a slice', () => {
  it('is the network with the other inputs held', () => {
    fc.assert(
      fc.property(cases, ({ network, held, x, kept }) => {
        const slice = sliceNetwork(network, held, kept);
        const whole = network.inputs.map((_, i) => (kept.includes(i) ? x[i] : held[i]) as (typeof x)[number]);
        const part = kept.map((i) => x[i] as (typeof x)[number]);
        expect(forward(slice, part).y).toEqual(forward(network, whole).y);
        expect(slice.inputs).toEqual(kept.map((i) => network.inputs[i]));
      }),
    );
  });
});

describe('the form of a pattern', () => {
  it('is the form of the cell that has it', () => {
    fc.assert(
      fc.property(
        networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxNodes: 2, maxHiddenLayers: 2 }),
        (network) => {
          for (const cell of enumerateCells(network, ALL).cells) {
            const form = formOfPattern(network, patternOf(cell));
            expect(form && equalAffine(form, formOf(cell))).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('gives the output at every point of its pattern', () => {
    fc.assert(
      fc.property(cases, ({ network, x }) => {
        const { y, z } = forward(network, x);
        const pattern = network.layers
          .map((layer, l) =>
            layer
              .map(({ activation: { kind } }, j) => {
                const value = z[l]?.[j] as (typeof x)[number];
                return textbookPiece(kind, new Fraction(value.n, value.d));
              })
              .join(''),
          )
          .join('|');
        const form = formOfPattern(network, pattern);
        expect(form && evaluateAffine(form, x)).toEqual(y);
      }),
    );
  });
});
