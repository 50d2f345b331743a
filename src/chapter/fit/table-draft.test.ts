import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forward } from '../../algebra/forward.ts';
import { mapNumbers, type Network } from '../../model/network.ts';
import { add, multiply, rational, subtract, toNumber, type Rational } from '../../number/rational.ts';
import { exactDouble } from '../../train/exact-number.ts';
import { goTogether, pairOf, viewOf } from '../../train/pair.ts';
import { trainedRows } from './fit-data.ts';
import { FIRST_SETUP, pairSetupOf, withData } from './fit-setup.ts';
import { inUnits, toScaled } from './in-units.ts';
import { dataOfTable, draftOf, withInput, withOutput } from './table-draft.ts';

const cell = fc.integer({ min: -400, max: 4000 }).map((n) => n / 4);
const tables = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 12 });

const textOf = (rows: readonly (readonly number[])[]) =>
  ['name\tunit price\tsize\t2', ...rows.map((row, i) => ['n' + i, ...row].join('\t'))].join('\n');

describe('a table of the reader’s own', () => {
  it('takes its columns of numbers, the last one as the output, under names that a network can bear', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { read, error } = draftOf(textOf(rows));
        expect(error).toBeNull();
        expect(read).toMatchObject({ inputs: [1, 2], output: 3, isScaled: true });
        const data = read && dataOfTable(read).data;
        expect(data?.inputs).toEqual(['unit price', 'size']);
        expect(data?.rows.map((row) => row.map(toNumber))).toEqual(rows);
        // Columns change places: the output is never an input, and one input is always there.
        for (const change of [
          read && withOutput(read, 1),
          read && withInput(read, 1, false),
          read && withOutput(withInput(read, 1, false), 2),
          read && withInput(withInput(read, 1, false), 2, false),
        ]) {
          expect(change?.inputs.length).toBeGreaterThan(0);
          expect(change?.inputs).not.toContain(change?.output);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is trained on columns from -1 to 1, and shown in its own units: every loss is what the shown network has', () => {
    fc.assert(
      fc.property(tables, fc.nat(50), (rows, seed) => {
        const { read } = draftOf(textOf(rows));
        const data = read && dataOfTable(read).data;
        if (!data) throw new Error('no data');
        for (const row of trainedRows(data))
          for (const value of row) expect(Math.abs(toNumber(value))).toBeLessThan(1.0000001);
        const pair = pairOf(pairSetupOf({ ...FIRST_SETUP, ...withData(FIRST_SETUP, data), hidden: [3], seed }));
        goTogether(pair, 5);
        const shown = inUnits(viewOf(pair), data.scalings);
        for (const { network, loss } of [shown.linear, shown.bent]) {
          expect(loss).toBeCloseTo(lossOf(network, data.rows), 6);
        }
        expect(shown.course[0]?.linear).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 20 },
    );
  });

  it('gives a network of its own units to be trained, and takes it back, exactly', () => {
    fc.assert(
      fc.property(tables, fc.array(cell, { minLength: 3, maxLength: 3 }), (rows, [p = 0, q = 0, r = 0]) => {
        const { read } = draftOf(textOf(rows));
        const data = read && dataOfTable(read).data;
        if (!data?.scalings) throw new Error('no data');
        const network: Network<Rational> = mapNumbers(
          {
            inputs: data.inputs,
            layers: [
              [{ weights: [p, q], bias: r, activation: { kind: 'relu' } }],
              [{ weights: [q], bias: p, activation: { kind: 'linear' } }],
            ],
          },
          exactDouble,
        );
        const scaled = toScaled(network, data.scalings);
        const y = data.scalings[2];
        trainedRows(data).forEach((row, i) => {
          const own = forward(network, (data.rows[i] ?? []).slice(0, -1)).y;
          const back = forward(scaled, row.slice(0, -1)).y;
          expect(y && add(multiply(back, y.half), y.middle)).toEqual(own);
        });
      }),
      { numRuns: 30 },
    );
  });
});

/** In rationals. */
function lossOf(network: Network<number>, rows: readonly (readonly Rational[])[]): number {
  const exact = mapNumbers(network, exactDouble);
  const errors = rows.map((row) => subtract(forward(exact, row.slice(0, -1)).y, row.at(-1) ?? rational(0)));
  const total = errors.reduce((sum, error) => add(sum, multiply(error, error)), rational(0));
  return toNumber(total) / rows.length;
}
