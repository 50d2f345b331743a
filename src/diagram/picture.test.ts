import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPiecewiseLinear, ACTIVATION_KINDS, type Activation } from '../activation/activation.ts';
import type { Network, NodeAt } from '../model/network.ts';
import { activate } from '../activation/pieces.ts';
import { derive, isLinear } from '../algebra/derivation.ts';
import { forward } from '../algebra/forward.ts';
import { add, isZero, multiply, rational, type Rational } from '../number/rational.ts';
import { keyOfNode } from '../state/highlight.ts';
import { INPUT_LAYER, keyOfUnit, pictureAt, type Picture } from './picture.ts';

const number = fc.oneof(
  fc.constant(rational(0)),
  fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 3 })).map(([n, d]) => rational(n, d)),
);
const KINDS = ACTIVATION_KINDS.filter(isPiecewiseLinear);
const activation = fc
  .tuple(fc.oneof(fc.constant('linear' as const), fc.constantFrom(...KINDS)), number)
  .map(([kind, slope]): Activation<Rational> => (kind === 'leakyRelu' ? { kind, slope } : { kind }));

const networks: fc.Arbitrary<Network<Rational>> = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 })
  .chain((counts) => {
    const sizes = [...counts, 1];
    const layers = sizes.slice(1).map((size, l) => {
      const fanIn = sizes[l] as number;
      return fc.array(
        fc.record({ weights: fc.array(number, { minLength: fanIn, maxLength: fanIn }), bias: number, activation }),
        { minLength: size, maxLength: size },
      );
    });
    return fc
      .tuple(...layers)
      .map((made) => ({ inputs: Array.from({ length: sizes[0] as number }, (_, i) => `i${i}`), layers: made }));
  });

const cases = networks.chain((network) =>
  fc.record({
    network: fc.constant(network),
    x: fc.array(number, { minLength: network.inputs.length, maxLength: network.inputs.length }),
    step: fc.integer({ min: 0, max: 3 * (network.layers.length - 1) }),
  }),
);

/** The output, computed from nothing but what is drawn: units that are there, their own edges, and direct edges. */
function drawnOutput(network: Network<Rational>, picture: Picture, x: readonly Rational[]): Rational {
  const isGone = (at: NodeAt) => at.layer !== INPUT_LAYER && picture.gone.has(keyOfNode(at));
  const value = (at: NodeAt): Rational => {
    if (at.layer === INPUT_LAYER) return x[at.node] as Rational;
    const node = network.layers[at.layer]?.[at.node];
    if (!node) throw new Error('no such node');
    const bias = picture.biases.get(keyOfNode(at))?.value ?? node.bias;
    if (picture.constantOutput && at.layer === network.layers.length - 1) return bias;
    const own = node.weights.map((weight, input): Rational => {
      const from = { layer: at.layer - 1, node: input };
      return isGone(from) ? rational(0) : multiply(weight, value(from));
    });
    const direct = picture.direct
      .filter(({ to }) => keyOfUnit(to) === keyOfUnit(at))
      .map(({ from, coefficient }) => multiply(coefficient, value(from)));
    const z = [...own, ...direct].reduce(add, bias);
    return activate(node.activation, z) as Rational;
  };
  return value({ layer: network.layers.length - 1, node: 0 });
}

describe('the picture of a step', () => {
  it('is the network: what is drawn adds up to its output, exactly, at every step', () => {
    fc.assert(
      fc.property(cases, ({ network, x, step }) => {
        const picture = pictureAt(network, derive(network), step);
        expect(drawnOutput(network, picture, x)).toEqual(forward(network, x).y);
      }),
      { numRuns: 400 },
    );
  });

  it('takes a linear node away when its layer is combined, and not before; direct edges join what is left', () => {
    fc.assert(
      fc.property(cases, ({ network, step }) => {
        const picture = pictureAt(network, derive(network), step);
        const { round } = picture;
        network.layers.slice(0, -1).forEach((layer, l) =>
          layer.forEach((node, j) => {
            const combined = round !== null && (l > round.layer || (l === round.layer && round.kind === 'combine'));
            const gone = picture.gone.has(keyOfNode({ layer: l, node: j }));
            if (!combined) expect(gone).toBe(false);
            else if (isLinear(node.activation)) expect(gone).toBe(true);
          }),
        );
        for (const { from, to } of picture.direct) {
          expect(picture.gone.has(keyOfUnit(from))).toBe(false);
          expect(picture.gone.has(keyOfUnit(to))).toBe(false);
          expect(to.layer - from.layer).toBeGreaterThan(1);
        }
        for (const key of picture.held) expect(picture.gone.has(key)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('shows at multiply out the products that combine adds up', () => {
    fc.assert(
      fc.property(cases, ({ network, step }) => {
        const picture = pictureAt(network, derive(network), step);
        for (const [key, products] of picture.products) {
          const [layer = 0, node = 0, input = Number.NaN] = key.split('.').map(Number);
          const owner = network.layers[layer]?.[node];
          const inner = Number.isNaN(input) ? owner?.bias : owner?.weights[input];
          if (!inner) throw new Error(`no parameter ${key}`);
          expect(isLinear((owner as { activation: Activation<Rational> }).activation)).toBe(true);
          expect(isZero(inner)).toBe(false);
          for (const { outer, value } of products) expect(value).toEqual(multiply(outer, inner));
        }
      }),
      { numRuns: 400 },
    );
  });
});
