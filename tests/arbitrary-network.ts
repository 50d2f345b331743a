/** Random networks for properties: small, with many zeros, ones, negative numbers and fractions. */
import fc from 'fast-check';
import {
  ACTIVATION_KINDS,
  isPiecewiseLinear,
  type Activation,
  type ActivationKind,
} from '../src/activation/activation.ts';
import { mapNumbers, type Network, type Node } from '../src/model/network.ts';
import { rational, type Rational } from '../src/number/rational.ts';

export const PIECEWISE: readonly ActivationKind[] = ACTIVATION_KINDS.filter(isPiecewiseLinear);

const SPECIAL = [0, 0, 0, 1, 1, -1, 2, -3].map((n) => rational(n));

export const smallRationals: fc.Arbitrary<Rational> = fc.oneof(
  fc.constantFrom(...SPECIAL),
  fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 12 })).map(([n, d]) => rational(n, d)),
);

export const positiveRationals: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .map(([n, d]) => rational(n, d));

export interface NetworkShape {
  readonly kinds: readonly ActivationKind[];
  readonly outputKinds?: readonly ActivationKind[];
  readonly numbers?: fc.Arbitrary<Rational>;
  readonly maxInputs?: number;
  readonly maxNodes?: number;
  readonly maxHiddenLayers?: number;
}

const NAMES = ['E', 'H', '3', 'age2', 'x', '007'];

/** Networks of these kinds of nodes; every size from no hidden layer up. */
export function networks({
  kinds,
  outputKinds = ['linear'],
  numbers = smallRationals,
  maxInputs = 3,
  maxNodes = 3,
  maxHiddenLayers = 3,
}: NetworkShape): fc.Arbitrary<Network<Rational>> {
  const sizes = fc.tuple(
    fc.integer({ min: 1, max: maxInputs }),
    fc.array(fc.integer({ min: 1, max: maxNodes }), { maxLength: maxHiddenLayers }),
  );
  return sizes.chain(([inputs, hidden]) => {
    const layers = [...hidden, 1].map((nodes, layer) => {
      const allowed = layer === hidden.length ? outputKinds : kinds;
      return fc.array(node(layer === 0 ? inputs : (hidden[layer - 1] ?? 0), allowed, numbers), {
        minLength: nodes,
        maxLength: nodes,
      });
    });
    return fc.tuple(...layers).map((made): Network<Rational> => ({ inputs: NAMES.slice(0, inputs), layers: made }));
  });
}

function node(
  fanIn: number,
  kinds: readonly ActivationKind[],
  numbers: fc.Arbitrary<Rational>,
): fc.Arbitrary<Node<Rational>> {
  const activation = fc
    .tuple(fc.constantFrom(...kinds), smallRationals)
    .map(([kind, slope]): Activation<Rational> => (kind === 'leakyRelu' ? { kind, slope } : { kind }));
  return fc.record({
    weights: fc.array(numbers, { minLength: fanIn, maxLength: fanIn }),
    bias: numbers,
    activation,
  });
}

/** A network and a point to evaluate it at. */
export function withPoint(
  arbitrary: fc.Arbitrary<Network<Rational>>,
): fc.Arbitrary<{ readonly network: Network<Rational>; readonly x: readonly Rational[] }> {
  return arbitrary.chain((network) =>
    fc
      .array(smallRationals, { minLength: network.inputs.length, maxLength: network.inputs.length })
      .map((x) => ({ network, x })),
  );
}

/** The chapter's network, with one kind of hidden node. */
export function chapterNetwork(kind: Exclude<ActivationKind, 'leakyRelu'>): Network<Rational> {
  const quarters = mapNumbers<number, Rational>(
    {
      inputs: ['E', 'H', 'G'],
      layers: [
        [
          { weights: [2, 12, 16], bias: 2, activation: { kind } },
          { weights: [16, 4, 8], bias: 4, activation: { kind } },
        ],
        [{ weights: [8, 20], bias: 20, activation: { kind: 'linear' } }],
      ],
    },
    (n) => rational(n, 4),
  );
  return quarters;
}
