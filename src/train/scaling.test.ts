import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PIECEWISE, networks, smallRationals } from '../../tests/arbitrary-network.ts';
import { forward } from '../algebra/forward.ts';
import { absolute, add, compare, divide, multiply, rational, subtract, type Rational } from '../number/rational.ts';
import { scaledRows, scalingsOf, unscaledNetwork } from './scaling.ts';

const asked = networks({ kinds: PIECEWISE, maxHiddenLayers: 2 }).chain((network) => {
  const width = network.inputs.length + 1;
  const row = fc.array(smallRationals, { minLength: width, maxLength: width });
  return fc.record({ network: fc.constant(network), rows: fc.array(row, { minLength: 1, maxLength: 6 }) });
});

it('scaled columns run from -1 to 1, and the network of the columns as they were is equal, exactly', () => {
  fc.assert(
    fc.property(asked, ({ network, rows }) => {
      const scalings = scalingsOf(rows);
      const scaled = scaledRows(rows, scalings);
      scalings.forEach(({ half }, c) => {
        const column = scaled.map((row) => row[c] as Rational);
        for (const value of column) expect(compare(absolute(value), rational(1))).toBeLessThanOrEqual(0);
        const isConstant = rows.every((row) => compare(row[c] as Rational, rows[0]?.[c] as Rational) === 0);
        const ends = column.filter((value) => compare(absolute(value), rational(1)) === 0);
        expect(ends.length > 0).toBe(!isConstant);
        expect(half.n > 0n).toBe(true);
      });
      const unscaled = unscaledNetwork(network, scalings);
      rows.forEach((row, r) => {
        const { half, middle } = scalings.at(-1) as (typeof scalings)[number];
        const inner = forward(network, (scaled[r] as Rational[]).slice(0, -1)).y;
        const outer = forward(unscaled, row.slice(0, -1)).y;
        expect(outer).toEqual(add(multiply(half, inner), middle));
        // So the errors differ by half of y alone.
        const error = subtract(inner, (scaled[r] as Rational[]).at(-1) as Rational);
        expect(divide(subtract(outer, row.at(-1) as Rational), half)).toEqual(error);
      });
    }),
    { numRuns: 150 },
  );
});

it('a network whose output bends has no such counterpart', () => {
  const bent = {
    inputs: ['x'],
    layers: [[{ weights: [rational(1)], bias: rational(0), activation: { kind: 'relu' } as const }]],
  };
  const scalings = scalingsOf(
    [
      [1, 2],
      [3, 5],
    ].map((row) => row.map((n) => rational(n))),
  );
  expect(() => unscaledNetwork(bent, scalings)).toThrow(RangeError);
});
