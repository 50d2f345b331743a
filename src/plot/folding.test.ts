import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookNumber } from '../../tests/textbook.ts';
import { sheetCases } from '../../tests/arbitrary-slice.ts';
import type { Network } from '../model/network.ts';
import { ZERO, toNumber, type Rational } from '../number/rational.ts';
import { foldingOf, isSwitch } from './folding.ts';
import { makeSheet } from './sheet-model.ts';
import type { Made } from './made.ts';

function made(network: Network<Rational>, { min, max }: { min: readonly Rational[]; max: readonly Rational[] }): Made {
  const window = min.map((low, k) => ({ min: low, max: max[k] as Rational }));
  const request = { network, window, draft: false };
  return { subject: { network, held: [ZERO, ZERO], shown: [0, 1] }, request, model: makeSheet(request) };
}

/** With every activation linear. */
function flattened(network: Network<Rational>): Network<Rational> {
  const layers = network.layers.map((layer) =>
    layer.map((node) => ({ ...node, activation: { kind: 'linear' as const } })),
  );
  return { ...network, layers };
}

function textbookOutput(network: Network<Rational>, x: readonly number[]): number {
  const outputs = network.layers.reduce<readonly number[]>(
    (before, layer) =>
      layer.map(({ weights, bias, activation }) => {
        const z = weights.reduce((sum, weight, i) => sum + toNumber(weight) * (before[i] as number), toNumber(bias));
        return textbookNumber(activation.kind, z, activation.kind === 'leakyRelu' ? toNumber(activation.slope) : 0);
      }),
    x,
  );
  return outputs[0] as number;
}

describe('the folding of a sheet', () => {
  it('begins as the one function and ends as the other, in every corner', () => {
    fc.assert(
      fc.property(sheetCases(), fc.boolean(), ({ network, box }, opens) => {
        const [bent, flat] = [made(network, box), made(flattened(network), box)];
        fc.pre(isSwitch(bent, flat));
        const [from, to] = opens ? [bent, flat] : [flat, bent];
        const folding = foldingOf(from, to);
        for (const [share, { request }] of [
          [0, from],
          [1, to],
        ] as const) {
          const { xs, ys, zs } = folding.surfaceAt(share);
          zs.forEach((z, k) => {
            const expected = textbookOutput(request.network, [xs[k] as number, ys[k] as number]);
            expect(Math.abs(z - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
          });
        }
        expect(folding.isLeaving).toBe(folding.made === from);
      }),
      { numRuns: 60 },
    );
  });

  it('is one only where the numbers stay and an activation is another', () => {
    fc.assert(
      fc.property(sheetCases(), sheetCases(), (p, q) => {
        const [a, b] = [made(p.network, p.box), made(q.network, q.box)];
        expect(isSwitch(a, a)).toBe(false);
        if (JSON.stringify([p.box.min, p.box.max], text) !== JSON.stringify([q.box.min, q.box.max], text)) {
          expect(isSwitch(a, b)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });
});

function text(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
