import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networks, smallRationals } from '../../tests/arbitrary-network.ts';
import { ACTIVATION_KINDS, isPiecewiseLinear } from '../activation/activation.ts';
import type { Network, Node } from '../model/network.ts';
import { subtractBalls } from '../number/ball.ts';
import { ALL, NONNEGATIVE } from './domain.ts';
import { evaluate, toBall } from './evaluate.ts';
import { ONE, absolute, multiply, negate, rational, type Rational } from '../number/rational.ts';
import { simplest } from './simplest.ts';
import { smoothGroups } from './smooth-groups.ts';
import { simplestSmooth } from './smooth-simplest.ts';

/** One layer of any nodes, some of them twice or reversed, so that atoms meet. */
const repetitive = networks({ kinds: ACTIVATION_KINDS, maxHiddenLayers: 1, maxNodes: 3 }).chain((network) =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom(ONE, negate(ONE), rational(2)), smallRationals), { maxLength: 4 })
    .map((copies): Network<Rational> => {
      const [first, output] = network.layers;
      if (!first || !output) return network;
      const extra = copies.map(([k, factor]): Node<Rational> => {
        const node = first[k % first.length] as Node<Rational>;
        return {
          ...node,
          weights: node.weights.map((w) => multiply(w, factor)),
          bias: multiply(node.bias, factor),
        };
      });
      const weights = [...(output[0] as Node<Rational>).weights, ...copies.map(([, , weight]) => weight)];
      return { ...network, layers: [[...first, ...extra], [{ ...(output[0] as Node<Rational>), weights }]] };
    }),
);

/** Are both the same number, as far as 70 digits tell? */
function agree(f: Network<Rational>, g: Network<Rational>, x: readonly Rational[]): boolean {
  const [p, q] = [f, g].map((network) => toBall(evaluate(network, x, 250).y, 250));
  if (!p || !q) return false;
  const apart = subtractBalls(p, q, 250);
  return apart.m <= apart.r && -apart.m <= apart.r;
}

describe('the simplest network of one layer with smooth nodes', () => {
  it('is the same function on the domain', () => {
    const points = fc.array(smallRationals, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(repetitive, fc.constantFrom(ALL, NONNEGATIVE), points, (network, domain, values) => {
        const found = simplestSmooth(network, domain);
        if (!found) throw new Error('one layer is always simplified');
        const x = values.slice(0, network.inputs.length).map((value) => (domain === ALL ? value : absolute(value)));
        expect(agree(network, found.network, x)).toBe(true);
        const hidden = found.network.layers.slice(0, -1).flat();
        const bent = hidden.filter(
          (node) => node.activation.kind !== 'linear' && node.weights.some(({ n }) => n !== 0n),
        );
        expect(bent.length).toBe(found.bentNodes);
        expect(found.nodes.map((layer) => layer.length)).toEqual(network.layers.map((layer) => layer.length));
      }),
      { numRuns: 300 },
    );
  });

  it('has a node for each group of smooth nodes that does not cancel, and can not be simplified again', () => {
    fc.assert(
      fc.property(repetitive, (network) => {
        const found = simplestSmooth(network, ALL);
        if (!found) throw new Error('one layer is always simplified');
        const isHidden = network.layers.length > 1;
        const groups = isHidden ? smoothGroups(network, 0).filter(({ cancels }) => !cancels) : [];
        const hidden = found.network.layers.slice(0, -1).flat();
        const smooth = hidden.filter(
          ({ activation, weights }) => !isPiecewiseLinear(activation.kind) && weights.some(({ n }) => n !== 0n),
        );
        expect(smooth.length).toBe(groups.length);
        expect(simplestSmooth(found.network, ALL)?.bentNodes ?? 0).toBe(found.bentNodes);
      }),
      { numRuns: 200 },
    );
  });

  it('has no more bent nodes than the one for piecewise linear networks, where both apply', () => {
    const straight = networks({ kinds: ['relu', 'abs', 'leakyRelu', 'linear'], maxHiddenLayers: 1, maxNodes: 4 });
    fc.assert(
      fc.property(straight, fc.constantFrom(ALL, NONNEGATIVE), (network, domain) => {
        const found = simplestSmooth(network, domain);
        if (found) expect(found.bentNodes).toBe(simplest(network, domain)?.bentNodes);
      }),
    );
  });

  it('says what became of each node', () => {
    const node = (weight: number, bias: number, kind: 'tanh' | 'sigmoid' | 'softplus' | 'linear'): Node<Rational> => ({
      weights: [rational(weight)],
      bias: rational(bias),
      activation: { kind },
    });
    const network = (weights: number[], nodes: Node<Rational>[]): Network<Rational> => ({
      inputs: ['x'],
      layers: [
        nodes,
        [{ weights: weights.map((w) => rational(w)), bias: rational(0), activation: { kind: 'linear' } }],
      ],
    });
    const fates = (asked: Network<Rational>) => simplestSmooth(asked, ALL)?.nodes[0]?.map(({ kind }) => kind);
    const [first, second] = [node(1, 2, 'tanh'), node(2, 4, 'sigmoid')];
    expect(fates(network([1, 1, 1], [first, second, node(1, 0, 'linear')]))).toEqual(['merged', 'merged', 'folded']);
    expect(fates(network([1, -2, 1], [first, second, node(3, 0, 'softplus')]))).toEqual([
      'cancelled',
      'cancelled',
      'kept',
    ]);
    expect(fates(network([1, 0, 1], [node(0, 1, 'tanh'), first, second]))).toEqual(['kept', 'dropped', 'kept']);
    expect(fates(network([1, 1], [node(0, 0, 'tanh'), first]))).toEqual(['dropped', 'kept']);
  });

  it('is not given for more layers', () => {
    const deep = networks({ kinds: ['tanh', 'relu'], maxHiddenLayers: 3 }).filter(({ layers }) => layers.length > 2);
    fc.assert(
      fc.property(deep, (network) => {
        expect(simplestSmooth(network, ALL)).toBe(null);
      }),
      { numRuns: 30 },
    );
  });
});
