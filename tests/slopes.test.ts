import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, networks, withPoint } from './arbitrary-network.ts';
import { ACTIVATION_KINDS, activateNumber, type Activation } from '../src/activation/activation.ts';
import { mapNumbers, parameterValue, parametersOf, type Network } from '../src/model/network.ts';
import { forward } from '../src/algebra/forward.ts';
import { patternAt } from '../src/algebra/pattern-at.ts';
import { add, divide, rational, subtract, toFractionText, toNumber, type Rational } from '../src/number/rational.ts';
import { setParameter } from '../src/state/reshape.ts';
import { DOUBLES, EXACT, nodesOnKink, slopeOf, slopes } from '../src/algebra/slopes.ts';

const STEPS = [1, 100, 10_000, 1_000_000].map((n) => rational(1, n));

/** The output's difference quotients to both sides, for the largest step that stays on the piece of x; null: none does. */
function differenceQuotients(
  network: Network<Rational>,
  x: readonly Rational[],
  parameter: Parameters<typeof setParameter>[1],
): string[] | null {
  const value = parameterValue(network, parameter);
  const pattern = patternAt(network, x);
  for (const step of STEPS) {
    const moved = [add(value, step), subtract(value, step)].map((v) => setParameter(network, parameter, v));
    if (!moved.every((other) => patternAt(other, x) === pattern)) continue;
    const y = forward(network, x).y;
    return moved.map((other, i) => {
      const quotient = divide(subtract(forward(other, x).y, y), step);
      return toFractionText(i === 0 ? quotient : { n: -quotient.n, d: quotient.d });
    });
  }
  return null;
}

describe('slopes by the chain rule', () => {
  it('equal the exact difference quotients, for every weight and bias, within a piece', () => {
    let compared = 0;
    fc.assert(
      fc.property(withPoint(networks({ kinds: PIECEWISE, outputKinds: PIECEWISE })), ({ network, x }) => {
        const found = slopes(network, x, EXACT);
        if (nodesOnKink(network, found).length > 0) return;
        for (const parameter of parametersOf(network)) {
          const quotients = differenceQuotients(network, x, parameter);
          if (!quotients) continue;
          compared++;
          const slope = toFractionText(slopeOf(found, parameter, EXACT));
          expect(quotients).toEqual([slope, slope]);
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('have the forward pass of the exact engine', () => {
    fc.assert(
      fc.property(withPoint(networks({ kinds: PIECEWISE, outputKinds: PIECEWISE })), ({ network, x }) => {
        const { z, a, y } = slopes(network, x, EXACT);
        expect({ z, a, y }).toEqual(forward(network, x));
      }),
    );
  });

  it('are the same over doubles, up to rounding', () => {
    fc.assert(
      fc.property(withPoint(networks({ kinds: PIECEWISE })), ({ network, x }) => {
        const exact = slopes(network, x, EXACT);
        if (nodesOnKink(network, exact).length > 0) return;
        const rounded = slopes(mapNumbers(network, toNumber), x.map(toNumber), DOUBLES);
        for (const parameter of parametersOf(network)) {
          const expected = toNumber(slopeOf(exact, parameter, EXACT));
          expect(slopeOf(rounded, parameter, DOUBLES)).toBeCloseTo(
            expected,
            6 - Math.ceil(Math.log10(1 + Math.abs(expected))),
          );
        }
      }),
    );
  });

  it.each(ACTIVATION_KINDS)('%s: its own slope is that of its curve', (kind) => {
    const activation: Activation<number> = kind === 'leakyRelu' ? { kind, slope: 0.01 } : { kind };
    const h = 1e-5;
    for (const z of [-7.3, -2.2, -1.4, -0.6, -0.01, 0.02, 0.7, 1.3, 2.5, 8.1]) {
      const quotient = (activateNumber(activation, z + h) - activateNumber(activation, z - h)) / (2 * h);
      expect(DOUBLES.slope(activation, z)).toBeCloseTo(quotient, 6);
    }
  });

  it('a node that is off stops them: nothing reaches its weights', () => {
    fc.assert(
      fc.property(withPoint(networks({ kinds: ['relu'], maxHiddenLayers: 2 })), ({ network, x }) => {
        const found = slopes(network, x, EXACT);
        for (const parameter of parametersOf(network)) {
          const { layer, node } = parameter;
          const isHidden = layer < network.layers.length - 1;
          if (!isHidden || (found.z[layer]?.[node]?.n ?? 0n) > 0n) continue;
          expect(toFractionText(slopeOf(found, parameter, EXACT))).toBe('0');
        }
      }),
    );
  });
});
