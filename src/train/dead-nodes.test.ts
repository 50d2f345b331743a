import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks } from '../../tests/arbitrary-network.ts';
import { activateNumber } from '../activation/activation.ts';
import { mapNumbers, type Network } from '../model/network.ts';
import { forward } from '../algebra/forward.ts';
import { nodeRanges } from '../algebra/neuron-range.ts';
import { compare, rational, sign, toNumber, type Rational } from '../number/rational.ts';
import { offOnBox, offOnData } from './dead-nodes.ts';
import { exactDouble } from './exact-number.ts';

/** Few values, many of them equal or opposite: z is often 0, or next to it. */
const few = fc.oneof(
  fc.integer({ min: -2, max: 2 }).map((n) => rational(n)),
  fc.constantFrom(rational(1, 10), rational(-3, 10), rational(1, 3), rational(-1, 7)),
);

const asked = networks({ kinds: [...PIECEWISE, 'relu', 'relu', 'relu'], numbers: few, maxHiddenLayers: 2 }).chain(
  (network) => {
    const width = network.inputs.length + 1;
    const row = fc.array(few, { minLength: width, maxLength: width });
    const given = fc.array(row, { minLength: 1, maxLength: 4 });
    return fc.record({ network: fc.constant(mapNumbers(network, toNumber)), rows: given });
  },
);

describe('ReLU nodes that are off', () => {
  it('on the data are those whose exact z is at most 0 on every row', () => {
    fc.assert(
      fc.property(asked, ({ network, rows }) => {
        const exact = mapNumbers(network, exactDouble);
        const signals = rows.map((row) => forward(exact, row.slice(0, -1)).z);
        const expected = network.layers.map((layer, l) =>
          layer.map(({ activation }, j) =>
            activation.kind === 'relu' ? signals.every((z) => sign(z[l]?.[j] as Rational) <= 0) : null,
          ),
        );
        expect(offOnData(network, rows)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('on the box are those whose greatest z in it is at most 0', () => {
    fc.assert(
      fc.property(asked, ({ network, rows }) => {
        const inputs = network.inputs.map((_, i) => rows.map((row) => row[i] as Rational));
        const min = inputs.map((column) => column.reduce((p, q) => (compare(q, p) < 0 ? q : p)));
        const max = inputs.map((column) => column.reduce((p, q) => (compare(q, p) > 0 ? q : p)));
        fc.pre(min.every((low, i) => compare(low, max[i] as Rational) < 0));
        const ranges = nodeRanges(mapNumbers(network, exactDouble), { kind: 'box', min, max });
        const expected = network.layers.map((layer, l) =>
          layer.map(({ activation }, j) => {
            const highest = ranges?.[l]?.[j]?.zMax as Rational;
            return activation.kind === 'relu' ? sign(highest) <= 0 : null;
          }),
        );
        expect(offOnBox(network, rows)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('on a box without extent, and beside inputs that never change, are those of the data', () => {
    fc.assert(
      fc.property(asked, ({ network, rows }) => {
        const one = rows.slice(0, 1);
        expect(offOnBox(network, one)).toEqual(offOnData(network, one));
        const [first = []] = rows;
        const fixed = rows.map((row) => [...row.slice(0, 1), ...first.slice(1)]);
        const off = offOnBox(network, fixed);
        offOnData(network, fixed).forEach((layer, l) =>
          layer.forEach((onData, j) => {
            if (off[l]?.[j] === true) expect(onData).toBe(true);
            if (onData !== true) expect(off[l]?.[j]).toBe(onData);
          }),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('are not to be known behind a smooth node, and are in front of it', () => {
    const node = (kind: 'relu' | 'tanh' | 'linear', bias: number) => ({ weights: [1], bias, activation: { kind } });
    const network: Network<number> = {
      inputs: ['x'],
      layers: [[node('relu', -5)], [node('relu', -1)], [node('tanh', 0)], [node('relu', 0)]],
    };
    const rows = [
      [rational(1), rational(0)],
      [rational(2), rational(0)],
    ];
    expect(offOnData(network, rows)).toEqual([[true], [true], [null], [null]]);
    expect(offOnBox(network, rows)).toEqual([[true], [true], [null], [null]]);
    expect(activateNumber({ kind: 'relu' }, -3)).toBe(0);
  });
});
