/** The doubles against the certified values of the exact engine, which are computed in another way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activate } from './pieces.ts';
import { midpointOf } from '../number/ball.ts';
import { add, rational, toNumber, type Rational } from '../number/rational.ts';
import { smoothValue } from './smooth-value.ts';
import { ACTIVATION_KINDS, activateNumber, isSmooth, mapActivation, type Activation } from './activation.ts';

const SLOPE = rational(-3, 8);
const number = fc
  .tuple(fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), fc.integer({ min: 0, max: 32 }))
  .map(([n, e]) => rational(n, 2n ** BigInt(e)));

function exactValue(activation: Activation<Rational>, z: Rational): number {
  if (!isSmooth(activation.kind)) return toNumber(activate(activation, z) as Rational);
  const { exact, rest } = smoothValue(activation.kind, z, 80);
  return toNumber(rest ? add(exact, midpointOf(rest).midpoint) : exact);
}

describe('activateNumber', () => {
  for (const kind of ACTIVATION_KINDS) {
    const activation: Activation<Rational> = kind === 'leakyRelu' ? { kind, slope: SLOPE } : { kind };
    const overDoubles = mapActivation(activation, toNumber);

    it(`agrees with the exact engine: ${kind}`, () => {
      fc.assert(
        fc.property(number, (z) => {
          const expected = exactValue(activation, z);
          const found = activateNumber(overDoubles, toNumber(z));
          // Relative, down to where doubles lose digits themselves.
          expect(Math.abs(found - expected)).toBeLessThanOrEqual(2e-13 * Math.abs(expected) + 1e-290);
        }),
        { numRuns: 400 },
      );
    });
  }
});
