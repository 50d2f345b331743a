import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activation, ActivationKind, SmoothKind } from '../activation/activation.ts';
import type { Network, Node } from '../model/network.ts';
import { subtractBalls } from '../number/ball.ts';
import { constantValue } from './atoms.ts';
import { ALL, NONNEGATIVE, type Domain } from './domain.ts';
import { inDomain } from './domain-range.ts';
import { evaluate, signOfValue, toBall } from './evaluate.ts';
import {
  ONE,
  ZERO,
  add,
  divide,
  dot,
  equal,
  multiply,
  negate,
  rational,
  toNumber,
  type Rational,
} from '../number/rational.ts';
import { decideSmooth, type SmoothVerdict } from './smooth.ts';
import { smoothGroups } from './smooth-groups.ts';
import { defectOf, isWitness, midpoint } from './smooth-witness.ts';

const SMOOTH: readonly SmoothKind[] = ['tanh', 'sigmoid', 'softplus', 'gelu', 'silu'];
const number: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 3 }))
  .map(([n, d]) => rational(n, d));
const nonZero = number.map((value) => (value.n === 0n ? ONE : value));
const list = (size: number) => fc.array(number, { minLength: size, maxLength: size });
const domains: fc.Arbitrary<(n: number) => Domain> = fc
  .tuple(fc.constantFrom('all', 'nonnegative', 'box'), list(3), fc.array(nonZero, { minLength: 3, maxLength: 3 }))
  .map(([kind, corner, sizes]) => (n) => {
    if (kind !== 'box') return kind === 'all' ? ALL : NONNEGATIVE;
    const min = corner.slice(0, n);
    return {
      kind: 'box',
      min,
      max: min.map((low, i) => add(low, multiply(sizes[i] as Rational, sizes[i] as Rational))),
    };
  });

type Hidden = Node<Rational> & { readonly out: Rational };

/** One hidden layer, `out` are the weights of the linear output. */
function shallow(inputs: number, hidden: readonly Hidden[], bias: Rational): Network<Rational> {
  return {
    inputs: [...'xyz'].slice(0, inputs),
    layers: [
      hidden.map(({ weights, bias: b, activation }) => ({ weights, bias: b, activation })),
      [{ weights: hidden.map(({ out }) => out), bias, activation: { kind: 'linear' } }],
    ],
  };
}

function hidden(inputs: number, kinds: readonly ActivationKind[]): fc.Arbitrary<Hidden> {
  return fc
    .tuple(list(inputs), number, fc.constantFrom(...kinds), number, nonZero)
    .map(([weights, bias, kind, slope, out]) => {
      const activation: Activation<Rational> = kind === 'leakyRelu' ? { kind, slope } : { kind };
      return { weights, bias, activation, out };
    });
}

/** Two nodes that add up to an affine function: z and -z, with weights by which the atom cancels. */
function cancellingPair(inputs: number): fc.Arbitrary<Hidden[]> {
  return hidden(inputs, [...SMOOTH, 'relu']).map((node) => {
    const odd = node.activation.kind === 'tanh' || node.activation.kind === 'sigmoid';
    const opposite = { ...node, weights: node.weights.map(negate), bias: negate(node.bias) };
    return [node, { ...opposite, out: odd ? node.out : negate(node.out) }];
  });
}

const networks = fc
  .integer({ min: 1, max: 3 })
  .chain((n) =>
    fc
      .tuple(fc.array(hidden(n, [...SMOOTH, 'relu', 'linear', 'leakyRelu']), { minLength: 1, maxLength: 4 }), number)
      .map(([nodes, bias]) => ({ n, nodes, bias })),
  );

function assertVerdictHolds(network: Network<Rational>, domain: Domain, verdict: SmoothVerdict): void {
  if (verdict.kind === 'not-affine') {
    const { witness } = verdict;
    if (!witness) throw new Error('a witness is expected here');
    expect([witness.p, witness.q, midpoint(witness)].every((x) => inDomain(domain, x))).toBe(true);
    // With other precisions than the search uses.
    const proved = [150, 600, 2400, 7000].some((bits) => {
      const sign = signOfValue(defectOf(network, witness, bits), bits);
      return sign === 1 || sign === -1;
    });
    expect(proved).toBe(true);
  }
  if (verdict.kind === 'affine') {
    // At a few points of the domain the form and the forward pass are the same number, to 60 digits.
    for (const k of [1, 2, 5]) {
      const x = network.inputs.map((_, i) => {
        if (domain.kind !== 'box') return rational(k * (i + 1), 7);
        const [low, high] = [domain.min[i] as Rational, domain.max[i] as Rational];
        return add(multiply(rational(k, 8), low), multiply(rational(8 - k, 8), high));
      });
      const { exact, rest } = constantValue(verdict.intercept, 240);
      const form = toBall({ exact: add(dot(verdict.coef, x), exact), rest }, 240);
      const apart = subtractBalls(form, toBall(evaluate(network, x, 240).y, 240), 240);
      expect(apart.m <= apart.r && -apart.m <= apart.r).toBe(true);
      expect(toNumber(ballRadius(apart))).toBeLessThan(1e-60);
    }
  }
}

function ballRadius({ r, e }: { r: bigint; e: number }): Rational {
  return e >= 0 ? rational(r << BigInt(e)) : rational(r, 1n << BigInt(-e));
}

describe('one hidden layer with smooth nodes', () => {
  it('is decided, and the verdict holds at points', () => {
    fc.assert(
      fc.property(networks, domains, ({ n, nodes, bias }, domainOf) => {
        const network = shallow(n, nodes, bias);
        const verdict = decideSmooth(network, domainOf(n));
        expect(verdict.kind).not.toBe('undecided');
        assertVerdictHolds(network, domainOf(n), verdict);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps its verdict when nodes are permuted, scaled, or joined by a pair that cancels', () => {
    const withPair = networks.chain((network) => fc.tuple(fc.constant(network), cancellingPair(network.n), nonZero));
    fc.assert(
      fc.property(withPair, domains, ([{ n, nodes, bias }, pair, k], domainOf) => {
        const verdict = decideSmooth(shallow(n, nodes, bias), domainOf(n));
        const kinds = [
          [...nodes].reverse(),
          [...nodes, ...pair],
          // relu(k z) / k = relu(z) for k > 0
          nodes.map((node) => {
            if (SMOOTH.some((kind) => kind === node.activation.kind)) return node;
            const factor = multiply(k, k);
            const weights = node.weights.map((w) => multiply(w, factor));
            return { ...node, weights, bias: multiply(node.bias, factor), out: divide(node.out, factor) };
          }),
        ].map((changed) => decideSmooth(shallow(n, changed, bias), domainOf(n)).kind);
        expect(kinds).toEqual([verdict.kind, verdict.kind, verdict.kind]);
      }),
      { numRuns: 100 },
    );
  });

  it('made of pairs that cancel is affine, and loses that with any one weight', () => {
    const pairs = fc
      .integer({ min: 1, max: 3 })
      .chain((n) => fc.tuple(fc.constant(n), fc.array(cancellingPair(n), { minLength: 1, maxLength: 3 }), fc.nat()));
    fc.assert(
      fc.property(pairs, domains, ([n, planted, k], domainOf) => {
        const nodes = planted.flat();
        const domain = domainOf(n);
        const verdict = decideSmooth(shallow(n, nodes, ONE), domain);
        expect(verdict.kind).toBe('affine');
        assertVerdictHolds(shallow(n, nodes, ONE), domain, verdict);
        // One outgoing weight a little off: the groups' sums say whether the function bends now.
        const spoiled = nodes.map((node, i) =>
          i === k % nodes.length ? { ...node, out: add(node.out, rational(1, 10n ** 40n)) } : node,
        );
        const network = shallow(n, spoiled, ONE);
        const bent = decideSmooth(network, domain);
        assertVerdictHolds(network, domain, bent);
        if (smoothGroups(network, 0).some(({ cancels }) => !cancels)) expect(bent.kind).toBe('not-affine');
      }),
      { numRuns: 40 },
    );
  });

  it('is seen to bend however little it does', () => {
    const misses = fc.tuple(fc.constantFrom(...SMOOTH), fc.integer({ min: 1, max: 250 }), nonZero);
    fc.assert(
      fc.property(misses, domains, ([kind, k, slope], domainOf) => {
        const activation = { kind };
        const odd = kind === 'tanh' || kind === 'sigmoid';
        const miss = rational(1, 10n ** BigInt(k));
        const network = shallow(
          1,
          [
            { weights: [slope], bias: ONE, activation, out: ONE },
            { weights: [negate(slope)], bias: add(negate(ONE), miss), activation, out: odd ? ONE : negate(ONE) },
          ],
          ZERO,
        );
        const verdict = decideSmooth(network, domainOf(1));
        expect(verdict.kind).toBe('not-affine');
        assertVerdictHolds(network, domainOf(1), verdict);
      }),
      { numRuns: 20 },
    );
  });

  it('is seen to bend far away from where it does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SMOOTH), fc.integer({ min: 1, max: 6 }), (kind, k) => {
        const network = shallow(1, [{ weights: [ONE], bias: ZERO, activation: { kind }, out: ONE }], ZERO);
        const far = 10 ** k;
        const domain: Domain = { kind: 'box', min: [rational(far)], max: [rational(far + 1)] };
        assertVerdictHolds(network, domain, decideSmooth(network, domain));
      }),
      { numRuns: 30 },
    );
  });

  it('shows a kink in a sliver of the box, beside smooth nodes that cancel', () => {
    const offsets = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.array(cancellingPair(2), { maxLength: 2 }), offsets, nonZero, (pairs, k, out) => {
        const sliver = rational(1, 10n ** BigInt(k));
        // x + y > 2 - 10^-k touches the box's corner only.
        const kink: Hidden = {
          weights: [ONE, ONE],
          bias: add(rational(-2), sliver),
          activation: { kind: 'relu' },
          out,
        };
        const network = shallow(2, [...pairs.flat(), kink], ZERO);
        const box: Domain = { kind: 'box', min: [ZERO, ZERO], max: [ONE, ONE] };
        const verdict = decideSmooth(network, box);
        expect(verdict.kind).toBe('not-affine');
        assertVerdictHolds(network, box, verdict);
        const missed = shallow(2, [...pairs.flat(), { ...kink, bias: rational(-2) }], ZERO);
        expect(decideSmooth(missed, box).kind).toBe('affine');
      }),
      { numRuns: 40 },
    );
  });
});

describe('deep networks with smooth nodes', () => {
  const tanh = { kind: 'tanh' } as const;
  const relu = { kind: 'relu' } as const;
  const linear = { kind: 'linear' } as const;
  const node = (weights: Rational[], bias: Rational, activation: Activation<Rational>): Node<Rational> => ({
    weights,
    bias,
    activation,
  });

  it('are never contradicted by a witness or by points', () => {
    const deep = fc.integer({ min: 1, max: 2 }).chain((n) =>
      fc
        .tuple(
          fc.array(hidden(n, [...SMOOTH, 'relu']), { minLength: 2, maxLength: 2 }),
          fc.array(hidden(2, [...SMOOTH, 'relu', 'linear']), { minLength: 2, maxLength: 2 }),
        )
        .map(([first, second]): Network<Rational> => {
          const [layer] = shallow(n, first, ZERO).layers;
          const rest = shallow(2, second, ZERO).layers;
          return { inputs: [...'xy'].slice(0, n), layers: [layer ?? [], ...rest] };
        }),
    );
    fc.assert(
      fc.property(deep, domains, (network, domainOf) => {
        const domain = domainOf(network.inputs.length);
        const verdict = decideSmooth(network, domain);
        assertVerdictHolds(network, domain, verdict);
      }),
      { numRuns: 120 },
    );
  });

  it('that cancel on each cell are affine: a smooth pair over bent signals', () => {
    fc.assert(
      fc.property(number, nonZero, fc.constantFrom('tanh', 'sigmoid'), (bias, slope, kind) => {
        // h = max(0, x) and g = max(0, -x): h - g = x, and f(h - g) + f(-x) is constant.
        const network: Network<Rational> = {
          inputs: ['x'],
          layers: [
            [node([ONE], ZERO, relu), node([negate(ONE)], ZERO, relu), node([ONE], ZERO, linear)],
            [
              node([slope, negate(slope), ZERO], bias, { kind }),
              node([ZERO, ZERO, negate(slope)], negate(bias), { kind }),
            ],
            [node([ONE, ONE], ZERO, linear)],
          ],
        };
        const verdict = decideSmooth(network, ALL);
        expect(verdict.kind).toBe('affine');
        assertVerdictHolds(network, ALL, verdict);
      }),
    );
  });

  it('that cancel on the cells only: affine, or bent in a sliver of one cell', () => {
    // h - 2g bends as h does, since h = max(0, x) or g = max(0, -x) is 0: tanh(max(0, h - 2g)) - tanh(h) = 0.
    const bump = (at: Rational, width: Rational, height: Rational): Network<Rational> => {
      const kinkAt = (k: number) => node([ONE], negate(add(at, multiply(rational(k), width))), relu);
      const pass = (size: number, k: number) =>
        node(
          Array.from({ length: size }, (_, i) => (i === k ? ONE : ZERO)),
          ZERO,
          linear,
        );
      return {
        inputs: ['x'],
        layers: [
          [node([ONE], ZERO, relu), node([negate(ONE)], ZERO, relu), kinkAt(0), kinkAt(1), kinkAt(2)],
          [
            node([ONE, rational(-2), ZERO, ZERO, ZERO], ZERO, relu),
            pass(5, 0),
            node([ZERO, ZERO, height, multiply(rational(-2), height), height], ZERO, linear),
          ],
          [node([ONE, ZERO, ZERO], ZERO, tanh), node([ZERO, ONE, ZERO], ZERO, tanh), pass(3, 2)],
          [node([ONE, negate(ONE), ONE], ZERO, linear)],
        ],
      };
    };
    expect(decideSmooth(bump(rational(1, 3), ONE, ZERO), ALL)).toMatchObject({ kind: 'affine', method: 'cells' });
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 1, max: 9999 }), nonZero, (k, at, height) => {
        const network = bump(rational(at, 10007), rational(1, 10n ** BigInt(k)), height);
        const verdict = decideSmooth(network, ALL);
        expect(verdict).toMatchObject({ kind: 'not-affine', method: 'cells' });
        assertVerdictHolds(network, ALL, verdict);
      }),
      { numRuns: 6 },
    );
  });

  it('that cancel only where relu is off are not affine, and affine on that side', () => {
    // tanh(max(0, x)) is 0 for x <= 0
    const network: Network<Rational> = {
      inputs: ['x'],
      layers: [[node([ONE], ZERO, relu)], [node([ONE], ZERO, tanh)], [node([ONE], ZERO, linear)]],
    };
    const off: Domain = { kind: 'box', min: [rational(-3)], max: [ZERO] };
    const sliver: Domain = { kind: 'box', min: [rational(-3)], max: [rational(1, 10n ** 30n)] };
    expect(decideSmooth(network, off).kind).toBe('affine');
    const verdict = decideSmooth(network, sliver);
    expect(verdict.kind).toBe('not-affine');
    assertVerdictHolds(network, sliver, verdict);
  });

  it('whose bent nodes see smooth ones are decided by bounds, or honestly not', () => {
    const over = (bias: Rational): Network<Rational> => ({
      inputs: ['x'],
      layers: [
        [node([ONE], ZERO, tanh)],
        [node([ONE], bias, relu), node([ONE], ZERO, linear)],
        [node([ONE, negate(ONE)], ZERO, linear)],
      ],
    });
    // tanh(x) + 1 > 0 always; max(0, tanh(x) + 1/2) clips.
    expect(decideSmooth(over(ONE), ALL)).toMatchObject({ kind: 'affine', coef: [ZERO] });
    const clipped = decideSmooth(over(rational(1, 2)), ALL);
    expect(clipped.kind).toBe('not-affine');
    assertVerdictHolds(over(rational(1, 2)), ALL, clipped);
    // It does not clip for x >= 0, but the bounds do not know: tanh(0) = 0 is not used.
    expect(decideSmooth(over(rational(1, 2)), NONNEGATIVE).kind).not.toBe('not-affine');
  });
});

describe('groups of smooth nodes', () => {
  it('have rows and factors that give back each node, and sums that tell whether a pair cancels', () => {
    fc.assert(
      fc.property(networks, ({ n, nodes, bias }) => {
        const network = shallow(n, nodes, bias);
        const groups = smoothGroups(network, 0);
        const grouped = groups.flatMap(({ members }) => members.map(({ neuron }) => neuron));
        const expected = nodes.flatMap(({ weights, activation }, i) =>
          SMOOTH.some((kind) => kind === activation.kind) && weights.some(({ n: w }) => w !== 0n) ? [i] : [],
        );
        expect([...grouped].sort((a, b) => a - b)).toEqual(expected);
        for (const { kind, row, members, coefficient } of groups) {
          expect(row.find(({ n: entry }) => entry !== 0n)?.n).toBeGreaterThan(0n);
          let total = ZERO;
          for (const { neuron, factor } of members) {
            const { weights, bias: b, activation, out } = nodes[neuron] as Hidden;
            const scale = activation.kind === 'sigmoid' ? rational(2) : ONE;
            const sign = kind === 'tanh' ? factor.n > 0n : equal(row[0] as Rational, weights[0] as Rational);
            const z = row.map((entry) => multiply(sign ? scale : negate(scale), entry));
            if (kind === 'tanh') expect(z).toEqual([...weights, b]);
            else expect([z, z.map(negate)]).toContainEqual([...weights, b]);
            total = add(total, multiply(out, factor));
          }
          expect(coefficient).toEqual([total]);
        }
      }),
    );
  });
});

it('a witness with few bits is one with many', () => {
  fc.assert(
    fc.property(networks, list(3), list(3), ({ n, nodes, bias }, p, q) => {
      const network = shallow(n, nodes, bias);
      const pair = { p: p.slice(0, n), q: q.slice(0, n) };
      if (!isWitness(network, pair, 60)) return;
      const [few, many] = [60, 500].map((bits) => defectOf(network, pair, bits));
      const apart = subtractBalls(
        toBall(few as NonNullable<typeof few>, 500),
        toBall(many as NonNullable<typeof many>, 500),
        500,
      );
      expect(apart.m <= apart.r && -apart.m <= apart.r).toBe(true);
      expect(isWitness(network, pair, 500)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
