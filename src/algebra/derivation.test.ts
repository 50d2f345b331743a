import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activation, ActivationKind } from '../activation/activation.ts';
import {
  mapNumbers,
  nodeAt,
  parameterKey,
  parameterValue,
  parametersOf,
  type Network,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import { PIECEWISE, chapterNetwork, networks, positiveRationals, withPoint } from '../../tests/arbitrary-network.ts';
import { activate } from '../activation/pieces.ts';
import { evaluateAffine } from './affine.ts';
import { evaluateSum, type Point } from './derivation-evaluate.ts';
import { derive, type Derivation } from './derivation.ts';
import { affineSum, countTerms, heldNodes, type Sum, type Term } from './sum.ts';
import { forward } from './forward.ts';
import {
  ONE,
  ZERO,
  add,
  isZero,
  multiply,
  rational,
  subtract,
  sum as total,
  type Rational,
} from '../number/rational.ts';

const SMOOTH: readonly ActivationKind[] = ['tanh', 'sigmoid', 'softplus', 'gelu', 'silu'];
const mixed = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE });

function allSums({ start, steps }: Derivation): Sum[] {
  return [start, ...steps.map((step) => step.sum)];
}

/** Every term of a sum, those inside others too. */
function termsOf(sum: Sum): Term[] {
  return sum.flatMap((term) => ('inside' in term.factor ? [term, ...termsOf(term.factor.inside)] : [term]));
}

describe('every line is the network', () => {
  it('its value equals the forward pass exactly, at random rational points', () => {
    fc.assert(
      fc.property(withPoint(mixed), ({ network, x }) => {
        const { a, y } = forward(network, x);
        const point: Point = { x, h: ({ layer, node }) => a[layer]?.[node] as Rational };
        for (const sum of allSums(derive(network))) expect(evaluateSum(sum, point)).toEqual(y);
      }),
      { numRuns: 400 },
    );
  });

  it('also when a parameter is kept that is 0, and each step still says the same', () => {
    const edited = withPoint(mixed).chain(({ network, x }) =>
      fc.constantFrom(...parametersOf(network)).map((kept) => ({ network: withZero(network, kept), x, kept })),
    );
    fc.assert(
      fc.property(edited, ({ network, x, kept }) => {
        const { a, y } = forward(network, x);
        const point: Point = { x, h: ({ layer, node }) => a[layer]?.[node] as Rational };
        const derivation = derive(network, parameterKey(kept));
        for (const sum of allSums(derivation)) expect(evaluateSum(sum, point)).toEqual(y);
        const plain = derive(network);
        expect(derivation.model).toEqual(plain.model);
        expect(derivation.steps.map(({ outcome, held }) => ({ outcome, held }))).toEqual(
          plain.steps.map(({ outcome, held }) => ({ outcome, held })),
        );
      }),
    );
  });

  it('whatever the smooth functions are, as long as they are right at 0', () => {
    // Stand-ins with rational values that are not linear: the algebra may use nothing of them but f(0).
    const standIn = (activation: Activation<Rational>, z: Rational): Rational => {
      const exact = activate(activation, z);
      if (exact) return exact;
      const square = multiply(z, z);
      if (activation.kind === 'sigmoid') return add(square, rational(1, 2));
      if (activation.kind === 'softplus') return add(square, rational(7, 10));
      return square;
    };
    const arbitrary = withPoint(networks({ kinds: ['linear', 'relu', ...SMOOTH], outputKinds: ['linear', 'sigmoid'] }));
    fc.assert(
      fc.property(arbitrary, ({ network, x }) => {
        const a: Rational[][] = [];
        for (const layer of network.layers) {
          const before = a.at(-1) ?? x;
          a.push(
            layer.map(({ weights, bias, activation }) =>
              standIn(activation, add(total(weights.map((w, i) => multiply(w, before[i] as Rational))), bias)),
            ),
          );
        }
        const point: Point = { x, h: ({ layer, node }) => a[layer]?.[node] as Rational };
        for (const sum of allSums(derive(network))) {
          expect(evaluateSum(sum, point, standIn)).toEqual(a.at(-1)?.[0]);
        }
      }),
    );
  });

  it('has no exact value where a smooth node holds its terms', () => {
    const network = chapterNetwork('tanh');
    const [written] = derive(network).steps;
    expect(evaluateSum(written?.sum ?? [], { x: [ONE, ONE, ONE], h: () => ONE })).toBeNull();
  });
});

describe('the terms', () => {
  it('a coefficient is the parameter, or the sum of the products, that it says', () => {
    fc.assert(
      fc.property(mixed, (network) => {
        for (const sum of allSums(derive(network))) {
          for (const { coefficient, parameter, products } of termsOf(sum)) {
            if (parameter) expect(parameterValue(network, parameter)).toEqual(coefficient);
            if (products.length > 0) expect(total(products.map(([p, q]) => multiply(p, q)))).toEqual(coefficient);
          }
        }
      }),
    );
  });

  it('none is 0, and a combined line has no two alike, in order', () => {
    fc.assert(
      fc.property(mixed, (network) => {
        const derivation = derive(network);
        for (const sum of allSums(derivation)) {
          for (const term of termsOf(sum)) expect(isZero(term.coefficient)).toBe(false);
        }
        for (const step of derivation.steps) {
          if (step.kind !== 'combine') continue;
          const kinds = ['input', 'node', 'activation', 'one'];
          const places = step.sum.map(({ factor }) => {
            const place =
              'at' in factor ? factor.at.layer * 100 + factor.at.node : 'input' in factor ? factor.input : 0;
            return kinds.indexOf(factor.kind) * 1e4 + place;
          });
          expect(places).toEqual([...new Set(places)].sort((p, q) => p - q));
        }
      }),
    );
  });

  it('go down one layer in each round, and no bracket outlives Multiply out', () => {
    fc.assert(
      fc.property(mixed, (network) => {
        const { steps } = derive(network);
        expect(steps.map(({ kind, layer }) => `${layer} ${kind}`)).toEqual(
          network.layers
            .slice(0, -1)
            .flatMap((_, i) => ['combine', 'multiplyOut', 'writeOut'].map((kind) => `${i} ${kind}`))
            .reverse(),
        );
        for (const { kind, layer, sum } of steps) {
          for (const { factor } of termsOf(sum)) {
            if (factor.kind === 'node') expect(factor.at.layer).toBe(layer - 1);
            if (kind !== 'writeOut') expect(factor.kind).not.toBe('bracket');
          }
        }
      }),
    );
  });

  it('written parameters are exactly those of the nodes that the line writes out', () => {
    const positive = networks({ kinds: ['linear', 'relu'], numbers: positiveRationals, maxHiddenLayers: 1 });
    fc.assert(
      fc.property(positive, (network) => {
        const { start, steps } = derive(network);
        const line = steps[0]?.sum ?? start;
        const keys = termsOf(line).flatMap(({ parameter }) => (parameter ? [parameterKey(parameter)] : []));
        expect(keys.sort()).toEqual(parametersOf(network).map(parameterKey).sort());
      }),
    );
  });

  it('a zero parameter that is kept stands in its line, any other does not', () => {
    const positive = networks({ kinds: ['linear', 'relu'], numbers: positiveRationals, maxHiddenLayers: 1 });
    const edited = positive.chain((network) =>
      fc.constantFrom(...parametersOf(network)).map((kept) => ({ network: withZero(network, kept), kept })),
    );
    const isWritten = (network: Network<Rational>, kept: Parameter, keep: string | null): boolean => {
      const { start, steps } = derive(network, keep);
      return termsOf(steps[0]?.sum ?? start).some(
        ({ parameter }) => parameter !== null && parameterKey(parameter) === parameterKey(kept),
      );
    };
    fc.assert(
      fc.property(edited, ({ network, kept }) => {
        expect(isWritten(network, kept, parameterKey(kept))).toBe(true);
        expect(isWritten(network, kept, null)).toBe(false);
      }),
    );
  });

  it('are counted as they are written', () => {
    fc.assert(
      fc.property(mixed, (network) => {
        for (const sum of allSums(derive(network))) {
          expect(countTerms(sum)).toBe(termsOf(sum).filter(({ factor }) => !('inside' in factor)).length);
        }
      }),
    );
  });

  it('come through the node around them until they are combined', () => {
    const [written, multiplied, combined] = derive(chapterNetwork('linear')).steps;
    const nodes = (sum: Sum | undefined) => sum?.map(({ via }) => via?.node ?? null);
    expect(nodes(written?.sum)).toEqual([0, 1, null]);
    expect(nodes(multiplied?.sum)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, null]);
    expect(nodes(combined?.sum)).toEqual([null, null, null, null]);
  });
});

describe('the model at the end', () => {
  it('is there exactly when nothing is held, and is the slope and the value at 0', () => {
    fc.assert(
      fc.property(withPoint(mixed), ({ network, x }) => {
        const { model, start, steps } = derive(network);
        const last = steps.at(-1)?.sum ?? start;
        expect(model === null).toBe(heldNodes(last).length > 0);
        if (!model) return;
        const y = (point: readonly Rational[]): Rational => forward(network, point).y;
        const origin = network.inputs.map(() => ZERO);
        expect(model.intercept).toEqual(y(origin));
        expect(model.coef).toEqual(
          origin.map((_, i) => subtract(y(origin.map((_, k) => (k === i ? ONE : ZERO))), y(origin))),
        );
        expect(evaluateAffine(model, x)).toEqual(y(x));
        expect(evaluateSum(affineSum(model), { x, h: () => ZERO })).toEqual(y(x));
      }),
    );
  });

  it('is there for every network whose nodes are all linear', () => {
    fc.assert(
      fc.property(networks({ kinds: ['linear'] }), (network) => {
        const { model, steps } = derive(network);
        expect(model).not.toBeNull();
        expect(new Set(steps.map(({ outcome }) => outcome)).has('stuck')).toBe(false);
      }),
    );
  });
});

describe('outcomes', () => {
  it('a step is stuck exactly when bent nodes hold terms and it changed nothing but order and colour', () => {
    /** What a sum says, whatever the order of its terms. */
    const content = (sum: Sum): string[] =>
      sum
        .map(({ coefficient, factor }) => {
          const inside = 'inside' in factor ? `(${content(factor.inside).join('+')})` : '';
          const name = 'at' in factor ? `${factor.at.layer}.${factor.at.node}` : 'input' in factor ? factor.input : '';
          return `${coefficient.n}/${coefficient.d} ${factor.kind} ${name} ${inside}`;
        })
        .sort();
    fc.assert(
      fc.property(mixed, (network) => {
        const { start, steps } = derive(network);
        let before = start;
        for (const { kind, sum, outcome, held } of steps) {
          expect(held).toEqual(heldNodes(sum));
          for (const at of held) expect(nodeAt(network, at).activation.kind).not.toBe('linear');
          const same = content(before).join() === content(sum).join();
          const expected = kind === 'writeOut' || held.length === 0 ? 'done' : same ? 'stuck' : 'partly';
          expect(outcome).toBe(expected);
          before = sum;
        }
      }),
    );
  });

  it("the chapter's network goes through with linear nodes, and stops at Multiply out with ReLU", () => {
    const outcomes = (kind: 'linear' | 'relu') => derive(chapterNetwork(kind)).steps.map(({ outcome }) => outcome);
    expect(outcomes('linear')).toEqual(['done', 'done', 'done']);
    expect(outcomes('relu')).toEqual(['done', 'stuck', 'stuck']);
    const held: NodeAt[] = [
      { layer: 0, node: 0 },
      { layer: 0, node: 1 },
    ];
    expect(derive(chapterNetwork('relu')).steps[2]?.held).toEqual(held);
  });

  it('a node that sees no input is a number, and bends nothing', () => {
    const network: Network<Rational> = mapNumbers<number, Rational>(
      {
        inputs: ['E'],
        layers: [
          [
            { weights: [0], bias: -3, activation: { kind: 'abs' } },
            { weights: [2], bias: 1, activation: { kind: 'linear' } },
          ],
          [{ weights: [4, 1], bias: 0, activation: { kind: 'linear' } }],
        ],
      },
      (n) => rational(n),
    );
    const { steps, model } = derive(network);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['done', 'partly', 'done']);
    expect(model).toEqual({ coef: [rational(2)], intercept: rational(13) });
  });

  it('the same bent node through several linear nodes is one term', () => {
    const network: Network<Rational> = mapNumbers<number, Rational>(
      {
        inputs: ['E'],
        layers: [
          [{ weights: [1], bias: 0, activation: { kind: 'relu' } }],
          [
            { weights: [2], bias: 0, activation: { kind: 'linear' } },
            { weights: [-5], bias: 0, activation: { kind: 'linear' } },
          ],
          [{ weights: [3, 1], bias: 0, activation: { kind: 'linear' } }],
        ],
      },
      (n) => rational(n),
    );
    const last = derive(network).steps.at(-1)?.sum ?? [];
    expect(last.map(({ coefficient, factor }) => [coefficient, factor.kind])).toEqual([[ONE, 'activation']]);
  });
});

describe('size', () => {
  it('a deep ReLU network stays small as data, however long it would be written', () => {
    const one = (fanIn: number, kind: 'relu' | 'linear') => ({
      weights: Array.from({ length: fanIn }, () => ONE),
      bias: ONE,
      activation: { kind } as const,
    });
    const layer = (fanIn: number) => Array.from({ length: 8 }, () => one(fanIn, 'relu'));
    const network: Network<Rational> = {
      inputs: ['A', 'B', 'C', 'D', 'E', 'F'],
      layers: [layer(6), layer(8), layer(8), layer(8), [one(8, 'linear')]],
    };
    const { steps } = derive(network);
    const last = steps.at(-1)?.sum ?? [];
    // n_l = 8 n_(l-1) + 1 terms in a node of layer l, n_0 = 6 + 1.
    expect(countTerms(last)).toBe(8 * (8 * (8 * (8 * 7 + 1) + 1) + 1) + 1);
    const distinct = new Set<unknown>();
    const visit = (sum: Sum): void => {
      if (distinct.has(sum)) return;
      distinct.add(sum);
      for (const { factor } of sum) if ('inside' in factor) visit(factor.inside);
    };
    visit(last);
    expect(distinct.size).toBe(1 + 4 * 8);
  });
});

function withZero(network: Network<Rational>, { layer, node, input }: Parameter): Network<Rational> {
  return {
    ...network,
    layers: network.layers.map((nodes, l) =>
      nodes.map((given, j) => {
        if (l !== layer || j !== node) return given;
        if (input === null) return { ...given, bias: ZERO };
        return { ...given, weights: given.weights.map((w, i) => (i === input ? ZERO : w)) };
      }),
    ),
  };
}
