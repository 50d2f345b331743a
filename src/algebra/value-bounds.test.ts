import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networks, smallRationals } from '../../tests/arbitrary-network.ts';
import { ACTIVATION_KINDS } from '../activation/activation.ts';
import { endsOf } from '../number/ball.ts';
import { ALL, NONNEGATIVE, type Domain } from './domain.ts';
import { evaluate, toBall } from './evaluate.ts';
import { ZERO, absolute, add, compare, multiply, rational, subtract, type Rational } from '../number/rational.ts';
import { preActivationBounds } from './value-bounds.ts';

const three = fc.array(smallRationals, { minLength: 3, maxLength: 3 });

/** A domain and a point of it, for up to three inputs. */
const places: fc.Arbitrary<{ domain: (n: number) => Domain; x: Rational[] }> = fc.oneof(
  three.map((x) => ({ domain: () => ALL, x })),
  three.map((x) => ({ domain: () => NONNEGATIVE, x: x.map(absolute) })),
  fc.tuple(three, three, fc.integer({ min: 0, max: 40 })).map(([corner, sizes, part]) => {
    const max = corner.map((low, i) => add(low, add(absolute(sizes[i] as Rational), rational(1, 9))));
    const x = corner.map((low, i) => add(low, multiply(rational(part, 40), subtract(max[i] as Rational, low))));
    return { domain: (n: number) => ({ kind: 'box' as const, min: corner.slice(0, n), max: max.slice(0, n) }), x };
  }),
);

it('no node ever sees a value outside its bounds', () => {
  fc.assert(
    fc.property(networks({ kinds: ACTIVATION_KINDS }), places, (network, { domain, x }) => {
      const n = network.inputs.length;
      const bounds = preActivationBounds(network, domain(n));
      evaluate(network, x.slice(0, n), 120).z.forEach((layer, l) =>
        layer.forEach((value, j) => {
          const { lower, upper } = value.rest ? endsOf(toBall(value, 120)) : { lower: value.exact, upper: value.exact };
          const { min, max } = bounds[l]?.[j] ?? { min: ZERO, max: ZERO };
          expect(min === null || compare(min, upper) <= 0).toBe(true);
          expect(max === null || compare(lower, max) <= 0).toBe(true);
        }),
      );
    }),
    { numRuns: 1500 },
  );
});

it('the first layer has its exact range', () => {
  const network = {
    inputs: ['x', 'y'],
    layers: [[{ weights: [rational(2), rational(-3)], bias: rational(1), activation: { kind: 'tanh' as const } }]],
  };
  const box: Domain = { kind: 'box', min: [rational(-1), rational(0)], max: [rational(1), rational(2)] };
  expect(preActivationBounds(network, box)).toEqual([[{ min: rational(-7), max: rational(3) }]]);
  expect(preActivationBounds(network, NONNEGATIVE)).toEqual([[{ min: null, max: null }]]);
});
