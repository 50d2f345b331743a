/** A pattern goes with its network: of another one it is a pattern, or it is refused, and which of the two can be asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks } from '../../tests/arbitrary-network.ts';
import { ACTIVATION_KINDS } from '../activation/activation.ts';
import { equalAffine, type Affine } from './affine.ts';
import { enumerateCells, formOf, patternOf } from './cells.ts';
import { ALL } from './domain.ts';
import { formOfPattern, isPatternOf } from './pattern-form.ts';

const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 });
const withSmooth = networks({ kinds: ACTIVATION_KINDS, maxHiddenLayers: 2 });

describe('a pattern', () => {
  it('of a cell is one of its network, and gives the form of the cell', () => {
    fc.assert(
      fc.property(random, (network) => {
        for (const cell of enumerateCells(network, ALL, { limit: 20 }).cells) {
          expect(isPatternOf(network, patternOf(cell))).toBe(true);
          expect(equalAffine(formOfPattern(network, patternOf(cell)) as Affine, formOf(cell))).toBe(true);
        }
      }),
    );
  });

  it('that is not one of a network is refused, and only then', () => {
    fc.assert(
      fc.property(random, withSmooth, fc.array(fc.constantFrom('0', '1', '2', '3', '~', '|', '*')), (p, q, odd) => {
        const patterns = enumerateCells(p, ALL, { limit: 8 }).cells.map(patternOf);
        const isSmooth = q.layers.flat().some(({ activation }) => !PIECEWISE.includes(activation.kind));
        for (const pattern of [...patterns, odd.join(''), '']) {
          if (isSmooth) {
            expect(isPatternOf(q, pattern)).toBe(false);
            expect(formOfPattern(q, pattern)).toBeNull();
          } else if (isPatternOf(q, pattern)) expect(formOfPattern(q, pattern)).not.toBeNull();
          else expect(() => formOfPattern(q, pattern)).toThrow(RangeError);
        }
      }),
    );
  });
});
