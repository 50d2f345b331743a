/** The constant of a smooth network that collapses: what is shown is right to half of its last place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typableRationals } from '../../tests/arbitrary-document.ts';
import { ballOf, negateBall, signOfBall, subtractBalls, type Ball } from '../number/ball.ts';
import { ALL } from '../algebra/domain.ts';
import { evaluate, toBall } from '../algebra/evaluate.ts';
import { ONE, ZERO, multiply, rational, type Rational } from '../number/rational.ts';
import type { SmoothKind } from '../activation/activation.ts';
import type { Network } from '../model/network.ts';
import { decide } from '../facts/decision.ts';
import { decode } from '../state/codec.ts';
import { foundModelSpoken } from './found-model.tsx';

const KINDS: readonly SmoothKind[] = ['tanh', 'sigmoid', 'softplus', 'gelu', 'silu'];

/** One input that nobody listens to, and hidden nodes that are constant: f(bias) each, summed with these weights. */
function constantNetwork(
  nodes: readonly { readonly kind: SmoothKind; readonly bias: Rational; readonly weight: Rational }[],
  bias: Rational,
): Network<Rational> {
  return {
    inputs: ['E'],
    layers: [
      nodes.map((node) => ({ weights: [ZERO], bias: node.bias, activation: { kind: node.kind } })),
      [{ weights: nodes.map(({ weight }) => weight), bias, activation: { kind: 'linear' } }],
    ],
  };
}

function shownFor(network: Network<Rational>): string {
  const decision = decide(network, ALL, () => false);
  if (decision.kind !== 'collapses') throw new Error(`it ${decision.kind}`);
  return foundModelSpoken(decision, network);
}

/** `about minus 2.061 times 10 to the minus 9`: the number, and half of its last place. */
function read(text: string): { readonly shown: Rational; readonly half: Rational } {
  const [, sign, whole = '', places = '', exponent = '0'] =
    /^about (minus )?(\d+)(?:\.(\d+))?(?: times 10 to the ((?:minus )?\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new Error(`“${text}” is not a number`);
  const power = Number(exponent.replace('minus ', '-')) - places.length;
  const unit = power < 0 ? rational(1, 10n ** BigInt(-power)) : rational(10n ** BigInt(power));
  const digits = BigInt(whole + places);
  return {
    shown: multiply(rational(sign === undefined ? digits : -digits), unit),
    half: multiply(rational(1, 2), unit),
  };
}

/** The second is for numbers next to a half: 1 - tanh(692) is about 10^-601, and the first does not see it. */
const PRECISIONS = [2000, 32_000] as const;

/** Is the network's value less than half of the last place away from what is shown? */
function isRight(text: string, network: Network<Rational>): boolean {
  const { shown, half } = read(text);
  return PRECISIONS.some((bits) => {
    const value: Ball = toBall(evaluate(network, [ONE], bits).y, bits);
    const off = subtractBalls(value, ballOf(shown, bits), bits);
    const size = signOfBall(off) === -1 ? negateBall(off) : off;
    return signOfBall(subtractBalls(ballOf(half, bits), size, bits)) === 1;
  });
}

const moderate = fc
  .tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: 1, max: 50 }))
  .map(([n, d]) => rational(n, d));
/** e^-x falls to 10^-4000, and for gelu e^(-x^2/2) does. */
const extreme = (kind: SmoothKind) =>
  fc.integer({ min: 20, max: kind === 'gelu' ? 130 : 9000 }).chain((n) => fc.constantFrom(rational(n), rational(-n)));
const node = fc.constantFrom(...KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    bias: fc.oneof(moderate, extreme(kind), fc.constant(ZERO)),
    weight: fc.oneof(moderate, typableRationals, fc.constant(ONE)),
  }),
);

describe('the constant of a network that collapses', () => {
  it('is shown to half of its last place, whatever its nodes and weights', () => {
    let irrational = 0;
    fc.assert(
      fc.property(
        fc.array(node, { minLength: 1, maxLength: 3 }),
        fc.oneof(fc.constant(ZERO), moderate, typableRationals),
        (nodes, bias) => {
          const network = constantNetwork(nodes, bias);
          const text = shownFor(network);
          if (!text.startsWith('about')) return;
          irrational++;
          expect(isRight(text, network), text).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
    expect(irrational).toBeGreaterThan(75);
  });

  it.each(['0:-20:softplus&y=1:0', '0:0:softplus&y=100000000:0', '0:0:softplus&y=1:0', '0:169.75:softplus&y=-1:0'])(
    'is right in the link h1=%s',
    (nodes) => {
      const network = networkOf(nodes);
      expect(isRight(shownFor(network), network)).toBe(true);
    },
  );

  it('keeps its digits through a second layer, however small it is', () => {
    const inner = shownFor(networkOf('0:-99999:sigmoid'));
    expect(inner).toMatch(/ times 10 to the minus 43\d{3}$/);
    // tanh(c) is c, to more digits than are shown.
    expect(shownFor(networkOf('0:-99999:sigmoid&h2=1:0:tanh'))).toBe(inner);
  });

  it('that is not told from 0 is said to be close to it, and how close', () => {
    expect(shownFor(networkOf('0:-99999999999999999999:softplus&y=1:0'))).toMatch(
      /^0 plus or minus 1 times 10 to the minus \d{14}$/,
    );
    expect(shownFor(networkOf('1:0:linear;0:-99999999999999999999:softplus&y=21,1:0'))).toMatch(
      /^21 x E plus or minus 1 times 10 to the minus \d{14}$/,
    );
  });

  it('stands behind the sum, whose numbers are rounded with it', () => {
    expect(shownFor(networkOf('1:0:linear;0:-1:tanh&y=1/3,21:0'))).toMatch(/^about 0\.3333 x E minus 15\.99$/);
  });
});

function networkOf(nodes: string): Network<Rational> {
  const decoded = decode(`v=1&in=E&at=1&h1=${nodes}${nodes.includes('&y=') ? '' : '&y=1:0'}`);
  if (!decoded?.ok) throw new Error(`“${nodes}” is not read`);
  return decoded.value.document.network;
}
