import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks, positiveRationals, smallRationals, withPoint } from '../../tests/arbitrary-network.ts';
import type { ActivationKind } from '../model/activation.ts';
import { nodeAt } from '../model/network.ts';
import { forward } from '../algebra/forward.ts';
import { isZero, negate, toFractionText } from '../algebra/rational.ts';
import { SCALE_RULES, compareFunctions, rescaleNode, swapNodes } from './same-function.ts';

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
        if (!turned || SCALE_RULES[kind] === 'linear') expect(compared).toEqual({ kind: 'same' });
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
