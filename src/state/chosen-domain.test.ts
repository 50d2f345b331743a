import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks, smallRationals } from '../../tests/arbitrary-network.ts';
import { rangesWithin } from '../../tests/arbitrary-document.ts';
import { analyseNow } from '../facts/analysis.ts';
import { decide } from '../facts/decision.ts';
import type { Network } from '../model/network.ts';
import { ZERO, add, multiply, subtract, type Rational } from '../number/rational.ts';
import { chosenDomain } from './chosen-domain.ts';
import { USUAL_RANGE, type Range } from './document.ts';

const product = (p: readonly Rational[], q: readonly Rational[]) =>
  p.map((value, i) => multiply(value, q[i] as Rational)).reduce(add, ZERO);

/** The network whose inputs are counted from `origin`: f(x - origin) is its value where f(x) was. */
function countedFrom(network: Network<Rational>, origin: readonly Rational[]): Network<Rational> {
  const layers = network.layers.map((layer, l) =>
    l > 0 ? layer : layer.map((node) => ({ ...node, bias: add(node.bias, product(node.weights, origin)) })),
  );
  return { ...network, layers };
}

const networkWithRanges = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 }).chain((network) =>
  fc.tuple(
    fc.constant(network),
    fc.array(rangesWithin(smallRationals), { minLength: network.inputs.length, maxLength: network.inputs.length }),
  ),
);

describe('the chosen domain', () => {
  it('from a to b holds the same verdict and as many pieces as that from 0 to b − a of the network counted from a', () => {
    fc.assert(
      fc.property(networkWithRanges, ([network, ranges]) => {
        const origin = ranges.map(({ min }) => min);
        const moved = countedFrom(network, origin);
        const fromZero = ranges.map(({ min, max }): Range => ({ min: ZERO, max: subtract(max, min) }));
        const [here, there] = [chosenDomain(network.inputs, ranges), chosenDomain(network.inputs, fromZero)];
        const [found, expected] = [decide(network, here, () => false), decide(moved, there, () => false)];
        expect(found.kind).toBe(expected.kind);
        if (found.kind === 'collapses' && expected.kind === 'collapses') {
          expect(found.model.coef).toEqual(expected.model.coef);
          expect(add(found.model.intercept, product(found.model.coef, origin))).toEqual(expected.model.intercept);
        }
        expect(analyseNow(network, here)?.pieceCount).toBe(analyseNow(moved, there)?.pieceCount);
      }),
    );
  });

  it('is from 0 to 10 until the reader says otherwise', () => {
    const inputs = ['E', 'H'];
    expect(chosenDomain(inputs, undefined)).toEqual(chosenDomain(inputs, [USUAL_RANGE, USUAL_RANGE]));
    expect(chosenDomain(inputs, undefined)).toBe(chosenDomain(inputs, undefined));
  });
});
