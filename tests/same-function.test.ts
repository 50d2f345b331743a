import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks, positiveRationals, smallRationals, withPoint } from './arbitrary-network.ts';
import { ACTIVATION_KINDS, activateNumber, type ActivationKind } from '../src/activation/activation.ts';
import { nodeAt } from '../src/model/network.ts';
import { forward } from '../src/algebra/forward.ts';
import {
  MINUS_ONE,
  ONE,
  ZERO,
  equal,
  isZero,
  negate,
  rational,
  sign,
  toFractionText,
  toNumber,
  type Rational,
} from '../src/number/rational.ts';
import { activationLesson } from '#words/activation-lessons.ts';
import { compareFunctions, rescaleNode, swapNodes } from '../src/algebra/same-function.ts';

const withHidden = (kinds: readonly ActivationKind[], maxHiddenLayers = 2) =>
  withPoint(networks({ kinds, maxHiddenLayers }).filter(({ layers }) => layers.length > 1));

const HOMOGENEOUS: readonly ActivationKind[] = ['linear', 'relu', 'leakyRelu', 'abs'];

describe('rescaling a node', () => {
  it('by k > 0 keeps the output where f(kz) = k f(z)', () => {
    fc.assert(
      fc.property(withHidden(HOMOGENEOUS), positiveRationals, fc.nat(), ({ network, x }, k, pick) => {
        const node = pick % (network.layers[0]?.length ?? 1);
        const rescaled = rescaleNode(network, { layer: 0, node }, k);
        expect(forward(rescaled, x).y).toEqual(forward(network, x).y);
      }),
    );
  });

  it('of a linear node keeps the output for every k but 0', () => {
    fc.assert(
      fc.property(
        withHidden(['linear']),
        smallRationals.filter((k) => !isZero(k)),
        ({ network, x }, k) => {
          const rescaled = rescaleNode(network, { layer: 0, node: 0 }, k);
          expect(forward(rescaled, x).y).toEqual(forward(network, x).y);
        },
      ),
    );
  });

  it('and back gives the network itself', () => {
    fc.assert(
      fc.property(withHidden(PIECEWISE), positiveRationals, ({ network }, k) => {
        const back = { n: k.d, d: k.n };
        const at = { layer: 0, node: 0 };
        expect(rescaleNode(rescaleNode(network, at, k), at, back)).toEqual(network);
      }),
    );
  });

  it('of the output node, or by 0, is a mistake', () => {
    fc.assert(
      fc.property(withHidden(PIECEWISE), ({ network }) => {
        expect(() => rescaleNode(network, { layer: network.layers.length - 1, node: 0 }, { n: 2n, d: 1n })).toThrow(
          RangeError,
        );
        expect(() => rescaleNode(network, { layer: 0, node: 0 }, { n: 0n, d: 1n })).toThrow(RangeError);
      }),
    );
  });
});

/** What the words say of the factors that a node allows. */
function allows(kind: ActivationKind, k: Rational): boolean {
  const rule = activationLesson(kind).factors;
  if (rule.includes('every k but 0')) return !isZero(k);
  if (rule.includes('every k above 0')) return sign(k) > 0;
  if (rule.endsWith('k = 1 and k = −1 only.')) return equal(k, ONE) || equal(k, MINUS_ONE);
  if (rule.endsWith('k = 1 only.')) return equal(k, ONE);
  throw new Error(`nothing is said of k: ${rule}`);
}

describe('which factors a node allows', () => {
  it.each(ACTIVATION_KINDS)('%s: those for which f(kz) = k f(z)', (kind) => {
    const f = (z: number) => activateNumber(kind === 'leakyRelu' ? { kind, slope: 0.01 } : { kind }, z);
    for (const k of [ONE, MINUS_ONE, rational(2), rational(1, 3), rational(-3), rational(-1, 2)]) {
      const times = toNumber(k);
      const holds = [-9, -3, -1, -0.5, 0.25, 1, 2.5, 9].every((z) => Math.abs(f(times * z) - times * f(z)) < 1e-9);
      expect(allows(kind, k), `k = ${times}`).toBe(holds);
    }
    expect(allows(kind, ZERO)).toBe(false);
  });
});

describe('swapping two nodes', () => {
  it('keeps the output, and puts each node in the place of the other', () => {
    fc.assert(
      fc.property(withHidden(PIECEWISE), fc.nat(), fc.nat(), ({ network, x }, p, q) => {
        const width = network.layers[0]?.length ?? 1;
        const [i, j] = [p % width, q % width];
        const swapped = swapNodes(network, 0, i, j);
        expect(forward(swapped, x).y).toEqual(forward(network, x).y);
        expect(nodeAt(swapped, { layer: 0, node: i })).toEqual(nodeAt(network, { layer: 0, node: j }));
        expect(swapNodes(swapped, 0, i, j)).toEqual(network);
      }),
    );
  });
});

describe('comparing two functions', () => {
  it('finds what the rule allows to be the same, and never calls different ones the same', () => {
    fc.assert(
      fc.property(withHidden(HOMOGENEOUS, 1), positiveRationals, fc.boolean(), ({ network, x }, k, turned) => {
        const factor = turned ? negate(k) : k;
        const { kind } = network.layers[0]?.[0]?.activation ?? { kind: 'linear' };
        const other = rescaleNode(network, { layer: 0, node: 0 }, factor);
        const compared = compareFunctions(network, other, x);
        if (allows(kind, factor)) expect(compared).toEqual({ kind: 'same' });
        if (compared.kind === 'differs') {
          expect(compared.before).toEqual(forward(network, compared.x).y);
          expect(compared.after).toEqual(forward(other, compared.x).y);
          expect(toFractionText(compared.before)).not.toBe(toFractionText(compared.after));
        }
        if (compared.kind === 'same') expect(forward(other, x).y).toEqual(forward(network, x).y);
      }),
    );
  });
});
