import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks, withPoint } from '../../tests/arbitrary-network.ts';
import { multiply, rational, toNumber, type Rational } from '../number/rational.ts';
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
          expect(Math.abs(toNumber(x[axis] as Rational))).toBeLessThanOrEqual(0.9 * toNumber(max));
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
  const shares = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 2 });

  it('is that of the network and its inputs, whatever was seen before, unless something is being dragged', () => {
    fc.assert(
      fc.property(cases, cases, (before, { network, x }) => {
        const window = steadyWindow(defaultWindow(before.network, before.x), network, x, false);
        expect(window).toEqual(defaultWindow(network, x));
        expect(steadyWindow(window, network, x, false)).toBe(window);
      }),
    );
  });

  it('is not moved by a point that is dragged within it', () => {
    fc.assert(
      fc.property(cases, shares, ({ network, x }, moved) => {
        const before = steadyWindow(null, network, x, false);
        const inside = before.map(({ max }, axis) => multiply(max, rational(moved[axis] as number, 20)));
        expect(steadyWindow(before, network, inside, true)).toBe(before);
      }),
    );
  });

  it('follows a point that leaves it', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({ network, x }, editing) => {
        const before = steadyWindow(null, network, x, editing);
        const outside = before.map(({ max }) => multiply(max, rational(3)));
        expect(steadyWindow(before, network, outside, editing)).toEqual(defaultWindow(network, outside));
      }),
    );
  });

  it('always holds the heights, with some to spare, and is settled after one step', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.option(fc.tuple(number, number)),
        fc.tuple(number, number),
        fc.boolean(),
        fc.boolean(),
        (before, [a, other], flat, editing) => {
          const b = flat ? a : other;
          const range = { min: Math.min(a, b), max: Math.max(a, b) };
          const current = before && ([Math.min(...before), Math.max(...before) + 1] as const);
          const kept = steadyHeights(current, range, editing);
          expect(kept[0]).toBeLessThanOrEqual(range.min);
          expect(kept[1]).toBeGreaterThanOrEqual(range.max);
          expect(kept[1]).toBeGreaterThan(kept[0]);
          expect(steadyHeights(kept, range, editing)).toBe(kept);
          if (!editing) expect(kept).toEqual(steadyHeights(null, range, false));
        },
      ),
    );
  });
});
