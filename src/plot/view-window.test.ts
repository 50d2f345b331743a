import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks, withPoint } from '../../tests/arbitrary-network.ts';
import { rational, toNumber, type Rational } from '../algebra/rational.ts';
import { sliceNetwork } from '../algebra/slice.ts';
import { defaultWindow, steadyHeights, steadyWindow } from './view-window.ts';

const cases = withPoint(networks({ kinds: PIECEWISE, maxInputs: 2, maxNodes: 4 }));

describe('the default window', () => {
  it('holds the current input, with room around it, between round ends around 0', () => {
    fc.assert(
      fc.property(cases, ({ network, x }) => {
        const window = defaultWindow(network, x);
        expect(window).toHaveLength(x.length);
        window.forEach(({ min, max }, axis) => {
          expect(min).toEqual(rational(-max.n, max.d));
          expect(Math.abs(toNumber(x[axis] as Rational))).toBeLessThanOrEqual(0.75 * toNumber(max));
        });
      }),
    );
  });

  it('does not depend on the activations: a switch leaves the view where it is', () => {
    const x = [rational(1), rational(2), rational(-3, 2)];
    const [linear, relu] = (['linear', 'relu'] as const).map((kind) => {
      const slice = sliceNetwork(chapterNetwork(kind), x, [0, 1]);
      return defaultWindow(slice, x.slice(0, 2));
    });
    expect(linear).toEqual(relu);
  });

  it("holds the chapter's two creases and their crossing", () => {
    const x = [rational(1), rational(2), rational(-3, 2)];
    const slice = sliceNetwork(chapterNetwork('relu'), x, [0, 1]);
    const [e, h] = defaultWindow(slice, x.slice(0, 2)).map(({ max }) => toNumber(max));
    // 0.5 E + 3 H - 5.5 = 0 and 4 E + H - 2 = 0 cross at E = 1/23, H = 42/23.
    expect(e).toBeGreaterThan(1 / 23);
    expect(h).toBeGreaterThan(42 / 23);
  });
});

describe('a steady view', () => {
  it('stays while it shows what is wanted, and is what is wanted otherwise', () => {
    const around = (max: number) => [0, 1].map(() => ({ min: rational(-max), max: rational(max) }));
    expect(steadyWindow(around(4), around(2))).toEqual(around(4));
    expect(steadyWindow(around(4), around(6))).toEqual(around(6));
    expect(steadyWindow(around(40), around(2))).toEqual(around(2));
  });

  it('always holds the heights, with some to spare, and is settled after one step', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.option(fc.tuple(number, number)), number, number, (before, a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const current = before && ([Math.min(...before), Math.max(...before) + 1] as const);
        const [low, high] = steadyHeights(current, min, max);
        expect(low).toBeLessThanOrEqual(min);
        expect(high).toBeGreaterThanOrEqual(max);
        expect(high).toBeGreaterThan(low);
        expect(steadyHeights([low, high], min, max)).toEqual([low, high]);
      }),
    );
  });
});
