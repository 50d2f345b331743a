import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networks, PIECEWISE, withPoint } from '../../tests/arbitrary-network.ts';
import { activate } from '../activation/pieces.ts';
import { derive } from '../algebra/derivation.ts';
import { forward } from '../algebra/forward.ts';
import { add, multiply } from '../number/rational.ts';
import { foldedRow } from './folded-row.ts';
import { pictureAt } from './picture.ts';

const steps = fc.integer({ min: 0, max: 9 });

it('the row that is left gives the output of the network from the layer below it, exactly', () => {
  const cases = withPoint(networks({ kinds: ['linear', 'linear', 'linear', ...PIECEWISE], outputKinds: PIECEWISE }));
  fc.assert(
    fc.property(cases, steps, ({ network, x }, step) => {
      const row = foldedRow(network, pictureAt(network, derive(network), step));
      if (!row) return;
      const { a, y } = forward(network, x);
      const below = row.layer === 0 ? x : (a[row.layer - 1] ?? []);
      const z = row.weights.map((weight, i) => multiply(weight, below[i] as (typeof x)[number])).reduce(add, row.bias);
      const output = network.layers.at(-1)?.[0];
      expect(output && activate(output.activation, z)).toEqual(y);
    }),
    { numRuns: 300 },
  );
});

it('of a linear network each third step takes one layer more, until only the inputs are left', () => {
  fc.assert(
    fc.property(networks({ kinds: ['linear'] }), steps, (network, step) => {
      const row = foldedRow(network, pictureAt(network, derive(network), step));
      const hidden = network.layers.length - 1;
      const folded = step > 3 * hidden ? 0 : Math.floor(step / 3);
      expect(row?.layer ?? hidden).toBe(hidden - folded);
    }),
  );
});
