import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS, activateNumber, isSmooth, type Activation } from '../activation/activation.ts';
import { pieceIndex, pieces } from '../activation/pieces.ts';
import { rational, toNumber } from '../number/rational.ts';
import { bend } from './bend.ts';
import { exactDouble } from './exact-number.ts';

const ACTIVATIONS = ACTIVATION_KINDS.map((kind): Activation<number> =>
  kind === 'leakyRelu' ? { kind, slope: 0.125 } : { kind },
);

function at(activation: Activation<number>, z: number): { readonly a: number; readonly slope: number } {
  const m = Float64Array.of(z, 0);
  bend(m, activation, 0, 1, 1);
  return { a: m[0] as number, slope: m[1] as number };
}

const numbers = fc.oneof(
  fc.double({ min: -12, max: 12, noNaN: true }),
  fc.double({ min: -0.01, max: 0.01, noNaN: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(0, 1, -1, 8.5, -8.5),
);

describe.each(ACTIVATIONS)('$kind', (activation) => {
  it('has the values that the page shows', () => {
    fc.assert(
      fc.property(numbers, (z) => {
        const expected = activateNumber(activation, z);
        const { a } = at(activation, z);
        const digits = isSmooth(activation.kind) ? 4e-15 * Math.max(1, Math.abs(expected)) : 0;
        expect(Math.abs(a - expected)).toBeLessThanOrEqual(digits);
      }),
    );
  });

  it('has their slopes', () => {
    if (!isSmooth(activation.kind)) {
      const exact = pieces(activation.kind === 'leakyRelu' ? { kind: 'leakyRelu', slope: rational(1, 8) } : activation);
      fc.assert(
        fc.property(numbers, (z) => {
          const branch = exact?.branches[pieceIndex(exact, exactDouble(z))];
          expect(at(activation, z).slope).toBe(toNumber(branch?.slope ?? rational(9)));
        }),
      );
      return;
    }
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (z) => {
        const h = 1e-4;
        const difference = (at(activation, z + h).a - at(activation, z - h).a) / (2 * h);
        expect(Math.abs(at(activation, z).slope - difference)).toBeLessThan(2e-8);
      }),
    );
  });
});
