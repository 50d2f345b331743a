import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS, isPiecewiseLinear, type Activation, type ActivationKind } from '../activation/activation.ts';
import type { Network } from '../model/network.ts';
import { textbookNumber } from '../../tests/textbook.ts';
import { endsOf } from '../number/ball.ts';
import { evaluate, evaluateText, toBall } from './evaluate.ts';
import { forward } from './forward.ts';
import { add, compare, multiply, rational, toFractionText, toNumber, type Rational } from '../number/rational.ts';

const number: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .map(([n, d]) => rational(n, d));
const list = (size: number) => fc.array(number, { minLength: size, maxLength: size });

function networks(kinds: readonly ActivationKind[]): fc.Arbitrary<Network<Rational>> {
  const activation = fc
    .tuple(fc.constantFrom(...kinds), number)
    .map(([kind, slope]): Activation<Rational> => (kind === 'leakyRelu' ? { kind, slope } : { kind }));
  return fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }))
    .chain(([inputs, hidden]) => {
      const sizes = [...hidden, 1];
      const layers = sizes.map((size, l) =>
        fc.array(fc.record({ weights: list(sizes[l - 1] ?? inputs), bias: number, activation }), {
          minLength: size,
          maxLength: size,
        }),
      );
      return fc.tuple(...layers).map((built) => ({ inputs: [...'xyz'].slice(0, inputs), layers: built }));
    });
}

/** The same pass in doubles, written apart from the exact one. */
function inDoubles(network: Network<Rational>, x: readonly number[]): number {
  let signal = x;
  for (const layer of network.layers) {
    const before = signal;
    signal = layer.map(({ weights, bias, activation }) => {
      const z = weights.reduce((sum, w, i) => sum + toNumber(w) * (before[i] as number), toNumber(bias));
      return textbookNumber(activation.kind, z, activation.kind === 'leakyRelu' ? toNumber(activation.slope) : 0);
    });
  }
  return signal[0] as number;
}

/** y = ReLU(-softplus(-7 softplus(15))), which is 0 because softplus is above 0: here by 10^-46. Found by a seed. */
const NEARLY_OFF: Network<Rational> = {
  inputs: ['x'],
  layers: [
    [{ weights: [rational(1)], bias: rational(15), activation: { kind: 'softplus' } }],
    [{ weights: [rational(-7)], bias: rational(0), activation: { kind: 'softplus' } }],
    [{ weights: [rational(-1)], bias: rational(0), activation: { kind: 'relu' } }],
  ],
};

describe('evaluate', () => {
  const straight = ACTIVATION_KINDS.filter(isPiecewiseLinear);

  it('is the exact forward pass where nothing is smooth', () => {
    fc.assert(
      fc.property(networks(straight), list(3), (network, values) => {
        const x = values.slice(0, network.inputs.length);
        const { z, a, y } = forward(network, x);
        const text = (layers: typeof z) => layers.map((layer) => layer.map(toFractionText));
        expect(evaluateText(network, x)).toEqual({ z: text(z), a: text(a), y: toFractionText(y) });
      }),
    );
  });

  it('agrees with double precision, and its text with its value', () => {
    fc.assert(
      fc.property(networks(ACTIVATION_KINDS), list(3), (network, values) => {
        const x = values.slice(0, network.inputs.length);
        const { lower, upper } = endsOf(toBall(evaluate(network, x, 160).y, 160));
        const value = toNumber(lower);
        expect(toNumber(upper) - value).toBeLessThan(1e-15 * (1 + Math.abs(value)));
        const reference = inDoubles(network, x.map(toNumber));
        expect(Math.abs(value - reference)).toBeLessThan(1e-9 * (1 + Math.abs(reference)) * 100);
        const { y } = evaluateText(network, x);
        if (!y.startsWith('~')) {
          // As many bits as the text may have taken: with 160 a value of 10^-46 is not yet told from 0.
          const { exact, rest } = evaluate(network, x, 1024).y;
          expect({ y, rest }).toEqual({ y: toFractionText(exact), rest: null });
          return;
        }
        const precise = toNumber(endsOf(toBall(evaluate(network, x, 1024).y, 1024)).lower);
        expect(Math.abs(Number(y.slice(1)) - precise)).toBeLessThanOrEqual(1e-15 * Math.abs(precise) + 1e-250);
      }),
      { numRuns: 200, examples: [[NEARLY_OFF, [rational(0)]]] },
    );
  });

  it('with more bits stays within what it said with fewer', () => {
    fc.assert(
      fc.property(networks(ACTIVATION_KINDS), list(3), fc.integer({ min: 20, max: 90 }), (network, values, bits) => {
        const x = values.slice(0, network.inputs.length);
        const rough = endsOf(toBall(evaluate(network, x, bits).y, bits));
        const fine = endsOf(toBall(evaluate(network, x, 4 * bits).y, 4 * bits));
        expect(compare(rough.lower, fine.upper)).not.toBe(1);
        expect(compare(fine.lower, rough.upper)).not.toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('is exact again where an activation is flat, and where a weight is 0', () => {
    const tanh = { weights: [rational(1)], bias: rational(0), activation: { kind: 'tanh' } } as const;
    const after = (weight: Rational, bias: Rational, kind: 'relu' | 'hardTanh'): Network<Rational> => ({
      inputs: ['x'],
      layers: [[tanh], [{ weights: [weight], bias, activation: { kind } }]],
    });
    fc.assert(
      fc.property(number, number, (x, bias) => {
        const above = add(multiply(bias, bias), rational(3));
        expect(evaluateText(after(rational(-1), above, 'hardTanh'), [x]).y).toBe('1');
        expect(evaluateText(after(rational(2), { n: -above.n, d: above.d }, 'relu'), [x]).y).toBe('0');
        expect(evaluateText(after(rational(0), above, 'relu'), [x]).y).toBe(toFractionText(above));
      }),
    );
  });
});
