/** A cell that is found again by its pattern is the cell that was enumerated. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks } from '../../tests/arbitrary-network.ts';
import { equalAffine, evaluateAffine } from './affine.ts';
import { enumerateCells, formOf, patternOf } from './cells.ts';
import { ALL } from './domain.ts';
import { forward } from './forward.ts';
import { coprimeOf, toBigIntegers } from './integer-vector.ts';
import { patternAt } from './pattern-at.ts';
import { cellOfPattern, type Bound } from './pattern-cell.ts';
import { facetsOf } from './polyhedron.ts';
import { compare, negate, subtract, type Rational } from '../number/rational.ts';

const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 });

/** The inequality as coprime integers (a.., b), a.x + b >= 0. */
function rowOf({ z, kink, above }: Bound): string {
  const row = [...z.coef, subtract(z.intercept, kink)];
  return toBigIntegers(coprimeOf(above ? row : row.map(negate))).join(' ');
}

const holds = ({ z, kink, above }: Bound, x: readonly Rational[]) =>
  above ? compare(evaluateAffine(z, x), kink) > 0 : compare(evaluateAffine(z, x), kink) <= 0;

describe('the cell of a pattern', () => {
  it('P6: has the facets, and the form, of the enumerated cell', () => {
    fc.assert(
      fc.property(random, (network) => {
        const { cells } = enumerateCells(network, ALL, { limit: 40 });
        for (const cell of cells) {
          const found = cellOfPattern(network, patternOf(cell));
          expect(found?.bounds.map(rowOf).sort()).toEqual(
            facetsOf(cell.cone)
              .map((row) => row.join(' '))
              .sort(),
          );
          expect(found && equalAffine(found.form, formOf(cell))).toBe(true);
        }
      }),
    );
  });

  it('R5: has a point strictly inside, at which the network has the pattern', () => {
    fc.assert(
      fc.property(random, (network) => {
        for (const cell of enumerateCells(network, ALL, { limit: 20 }).cells) {
          const pattern = patternOf(cell);
          const { bounds, point, form } = cellOfPattern(network, pattern) as NonNullable<
            ReturnType<typeof cellOfPattern>
          >;
          expect(bounds.every((bound) => holds(bound, point))).toBe(true);
          expect(patternAt(network, point)).toBe(pattern);
          expect(forward(network, point).y).toEqual(evaluateAffine(form, point));
        }
      }),
    );
  });

  it('is refused for a pattern that no open set of inputs has', () => {
    const network = chapterNetwork('relu');
    expect(() => cellOfPattern(network, '12|0')).toThrow(RangeError);
    // The same node twice can't be on and off at once.
    const twin = { ...network, layers: [[network.layers[0]?.[0], network.layers[0]?.[0]], network.layers[1]] };
    expect(() => cellOfPattern(twin as typeof network, '10|0')).toThrow(RangeError);
    expect(cellOfPattern(chapterNetwork('tanh'), '00|0')).toBeNull();
  });
});
