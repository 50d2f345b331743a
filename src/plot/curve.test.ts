import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks, positiveRationals, smallRationals } from '../../tests/arbitrary-network.ts';
import { ACTIVATION_KINDS } from '../activation/activation.ts';
import { enumerateCells, formKey } from '../algebra/cells.ts';
import { forward } from '../algebra/forward.ts';
import { add, rational, subtract, toNumber, type Rational } from '../number/rational.ts';
import { exactCurve, sampledCurve } from './curve.ts';
import { sampler } from './sample.ts';

const intervals = fc.tuple(smallRationals, positiveRationals).map(([min, size]) => ({ min, max: add(min, size) }));
const exactNetworks = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxInputs: 1, maxNodes: 4 });

/** The double itself, to within 2^-61. */
const exactly = (x: number) => rational(BigInt(Math.round(x * 2 ** 60)), 2n ** 60n);

describe('the exact curve', () => {
  it('runs from end to end without a gap, on the function', () => {
    fc.assert(
      fc.property(exactNetworks, intervals, (network, interval) => {
        const { stretches } = exactCurve(network, interval);
        expect(stretches[0]?.points[0]?.[0]).toBe(toNumber(interval.min));
        expect(stretches.at(-1)?.points.at(-1)?.[0]).toBe(toNumber(interval.max));
        stretches.slice(1).forEach(({ points }, k) => expect(points[0]).toEqual(stretches[k]?.points.at(-1)));
        for (const { points } of stretches)
          for (const [x, y] of points) expect(y).toBeCloseTo(sampler(network).value([x]), 6);
      }),
    );
  });

  it('has its kinks where the second difference is not 0', () => {
    fc.assert(
      fc.property(exactNetworks, intervals, (network, interval) => {
        const { kinks } = exactCurve(network, interval);
        const tiny = rational(1, 10n ** 12n);
        const f = (x: Rational) => forward(network, [x]).y;
        for (const kink of kinks) {
          const x = exactly(kink.x);
          const y = f(x);
          expect(toNumber(y)).toBeCloseTo(kink.y, 9);
          expect(subtract(subtract(f(add(x, tiny)), y), subtract(y, f(subtract(x, tiny)))).n).not.toBe(0n);
        }
        const forms = new Set(
          enumerateCells(network, { kind: 'box', min: [interval.min], max: [interval.max] }).cells.map(formKey),
        );
        expect(kinks.length + 1).toBeGreaterThanOrEqual(forms.size);
      }),
    );
  });
});

describe('the sampled curve', () => {
  it('lies on the function and runs from left to right', () => {
    fc.assert(
      fc.property(networks({ kinds: ACTIVATION_KINDS, maxInputs: 1, maxNodes: 4 }), intervals, (network, interval) => {
        const sample = sampler(network);
        const { stretches, kinks } = sampledCurve(sample, interval);
        const points = stretches.flatMap((stretch, k) => stretch.points.slice(k === 0 ? 0 : 1));
        for (const [x, y] of points) expect(y).toBe(sample.value([x]));
        points.slice(1).forEach(([x], k) => expect(x).toBeGreaterThan(points[k]?.[0] as number));
        // At a kink, and nowhere else on the way, a node's z is at one of its own.
        for (const { x, y } of kinks) {
          expect(y).toBe(sample.value([x]));
          expect(points.map(([at]) => at)).toContain(x);
          const slack = 1e-6 * (1 + Math.abs(x)) * 1e3;
          expect(Math.min(...sample.aboveKinks([x]).map(Math.abs))).toBeLessThan(slack);
        }
      }),
    );
  });

  it('of straight nodes has the kinks of the exact one', () => {
    fc.assert(
      fc.property(exactNetworks, intervals, (network, interval) => {
        const [exact, sampled] = [exactCurve(network, interval), sampledCurve(sampler(network), interval)];
        const width = toNumber(interval.max) - toNumber(interval.min);
        for (const { x } of sampled.kinks) {
          const nearest = Math.min(...exact.kinks.map((kink) => Math.abs(kink.x - x)));
          expect(nearest).toBeLessThan(1e-3 * width);
        }
      }),
    );
  });
});
