import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks, smallRationals } from '../../tests/arbitrary-network.ts';
import { mapNumbers, type Network } from '../model/network.ts';
import { forward } from '../algebra/forward.ts';
import {
  ZERO,
  add,
  divide,
  equal,
  multiply,
  rational,
  subtract,
  sum,
  toNumber,
  type Rational,
} from '../number/rational.ts';
import { dataSetOf } from './data-set.ts';
import { generatorsOf } from './generator.ts';
import { exactStep } from './one-step.ts';
import { lossOf, lossSlopes, networkOf, takeStep, trainerOf } from './trainer.ts';

/** Whole numbers and quarters: doubles have all their products, so that the engine rounds nothing. */
const quarters = fc.integer({ min: -8, max: 8 }).map((n) => rational(n, 4));

const asked = networks({ kinds: PIECEWISE, numbers: quarters, maxHiddenLayers: 2 }).chain((network) => {
  const width = network.inputs.length + 1;
  const row = fc.array(quarters, { minLength: width, maxLength: width });
  // As many rows as a double can divide by.
  return fc
    .tuple(fc.constantFrom(1, 2, 4), fc.array(row, { minLength: 4, maxLength: 4 }))
    .map(([count, rows]) => ({ network: withDyadicSlopes(network), rows: rows.slice(0, count) }));
});

function withDyadicSlopes(network: Network<Rational>): Network<Rational> {
  return {
    ...network,
    layers: network.layers.map((layer) =>
      layer.map((node) =>
        node.activation.kind === 'leakyRelu'
          ? { ...node, activation: { kind: 'leakyRelu', slope: rational(1, 8) } }
          : node,
      ),
    ),
  };
}

const flat = (layers: readonly (readonly { readonly weights: readonly Rational[]; readonly bias: Rational }[])[]) =>
  layers.flatMap((layer) => [...layer.flatMap(({ weights }) => weights), ...layer.map(({ bias }) => bias)]);

function loss(network: Network<Rational>, rows: readonly (readonly Rational[])[]): Rational {
  const squares = rows.map((row) => {
    const error = subtract(forward(network, row.slice(0, -1)).y, row.at(-1) as Rational);
    return multiply(error, error);
  });
  return divide(sum(squares), rational(rows.length));
}

describe('one step with exact numbers', () => {
  it('is what the engine does, to the last bit where doubles hold every number', () => {
    fc.assert(
      fc.property(asked, ({ network, rows }) => {
        const rate = rational(1, 16);
        const exact = exactStep(network, rows, rate);
        const settings = { optimizer: 'sgd', rate: toNumber(rate), batch: rows.length } as const;
        const trainer = trainerOf(dataSetOf(rows), mapNumbers(network, toNumber), settings, generatorsOf(1).order);
        expect(lossOf(trainer)).toBe(toNumber(exact.loss));
        expect([...lossSlopes(trainer)].map((slope) => slope + 0)).toEqual(flat(exact.slopes).map(toNumber));
        takeStep(trainer);
        const after = networkOf(trainer).layers.map((layer) =>
          layer.map(({ weights, bias }) => ({ weights: weights.map((w) => w + 0), bias: bias + 0 })),
        );
        expect(after).toEqual(
          mapNumbers(exact.next, toNumber).layers.map((layer) => layer.map(({ weights, bias }) => ({ weights, bias }))),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('has the slopes of the loss: a straight network has the exact difference quotient', () => {
    const linear = networks({ kinds: ['linear'], numbers: smallRationals, maxHiddenLayers: 2 });
    fc.assert(
      fc.property(linear, fc.array(smallRationals, { minLength: 4, maxLength: 4 }), (network, numbers) => {
        const row = [...numbers.slice(0, network.inputs.length), numbers[3] as Rational];
        const { slopes, loss: here, next, rows } = exactStep(network, [row], rational(1, 10));
        expect(here).toEqual(loss(network, [row]));
        expect(rows[0]?.signals.y).toEqual(forward(network, row.slice(0, -1)).y);
        // The loss is a parabola in each single weight: the middle difference is its slope exactly.
        network.layers.forEach((layer, l) =>
          layer.forEach((node, j) => {
            const moved = (by: Rational) => ({
              ...network,
              layers: network.layers.map((each, k) =>
                k === l ? each.map((n, i) => (i === j ? { ...n, bias: add(n.bias, by) } : n)) : each,
              ),
            });
            const [up, down] = [rational(1), rational(-1)].map((by) => loss(moved(by), [row]));
            expect(slopes[l]?.[j]?.bias).toEqual(divide(subtract(up as Rational, down as Rational), rational(2)));
            expect(next.layers[l]?.[j]?.bias).toEqual(
              subtract(node.bias, multiply(rational(1, 10), slopes[l]?.[j]?.bias ?? ZERO)),
            );
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("brings the chapter's network nearer, with a rate that is small enough", () => {
    const rows = [[1, 2, 3, 50].map((n) => rational(n))];
    const step = exactStep(chapterNetwork('relu'), rows, rational(1, 100_000));
    expect(toNumber(loss(step.next, rows))).toBeLessThan(toNumber(step.loss));
    expect(equal(step.loss, loss(chapterNetwork('relu'), rows))).toBe(true);
    expect(() => exactStep(chapterNetwork('tanh'), rows, rational(1))).toThrow(RangeError);
  });
});
