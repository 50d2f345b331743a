import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIVATION_KINDS,
  activateNumber,
  isPiecewiseLinear,
  isSmooth,
  type Activation,
  type ActivationKind,
} from '../activation/activation.ts';
import { LIMITS, mapNumbers, type Network } from '../model/network.ts';
import { forward } from '../algebra/forward.ts';
import { rational, toNumber, type Rational } from '../number/rational.ts';
import { valueNumber } from '../algebra/shown-values.ts';
import { isOff, valuesOf } from './values.ts';

const number = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .map(([n, d]) => rational(n, d));

function activation(kinds: readonly ActivationKind[]): fc.Arbitrary<Activation<Rational>> {
  return fc
    .tuple(fc.constantFrom(...kinds), number)
    .map(([kind, slope]) => (kind === 'leakyRelu' ? { kind, slope } : { kind }));
}

function networkOf(kinds: readonly ActivationKind[]): fc.Arbitrary<Network<Rational>> {
  const widths = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: LIMITS.hiddenLayers.max + 1 });
  return widths.chain((counts) => {
    const sizes = [...counts, 1];
    const layers = sizes.slice(1).map((size, l) =>
      fc.array(
        fc.record({
          weights: fc.array(number, { minLength: sizes[l] as number, maxLength: sizes[l] as number }),
          bias: number,
          activation: activation(kinds),
        }),
        { minLength: size, maxLength: size },
      ),
    );
    return fc
      .tuple(...layers)
      .map((made) => ({ inputs: Array.from({ length: sizes[0] as number }, (_, i) => `i${i}`), layers: made }));
  });
}

function documents(kinds: readonly ActivationKind[]) {
  return networkOf(kinds).chain((network) =>
    fc
      .array(number, { minLength: network.inputs.length, maxLength: network.inputs.length })
      .map((x) => ({ network, x })),
  );
}

describe('the values of the nodes', () => {
  it('are the exact forward pass where every node is piecewise linear', () => {
    fc.assert(
      fc.property(documents(ACTIVATION_KINDS.filter(isPiecewiseLinear)), (document) => {
        const { z, a } = forward(document.network, document.x);
        const exact = (value: Rational) => ({ kind: 'exact', value });
        expect(valuesOf(document)).toEqual(
          z.map((layer, l) =>
            layer.map((value, j) => ({ z: exact(value), a: exact((a[l] as Rational[])[j] as Rational) })),
          ),
        );
      }),
    );
  });

  it('are near the forward pass over doubles for every network, and never called exact after a smooth node', () => {
    fc.assert(
      fc.property(documents(ACTIVATION_KINDS), (document) => {
        const overDoubles = mapNumbers(document.network, toNumber);
        let signal = document.x.map(toNumber);
        let smoothBefore = false;
        overDoubles.layers.forEach((layer, l) => {
          const sums = layer.map(({ weights, bias }) =>
            weights.reduce((total, w, i) => total + w * (signal[i] as number), bias),
          );
          signal = layer.map((node, j) => activateNumber(node.activation, sums[j] as number));
          layer.forEach((node, j) => {
            const found = valuesOf(document)[l]?.[j];
            if (!found) throw new Error('a node has no value');
            expect(valueNumber(found.z)).toBeCloseTo(sums[j] as number, 6);
            expect(valueNumber(found.a)).toBeCloseTo(signal[j] as number, 6);
            if (found.z.kind === 'exact') expect(smoothBefore).toBe(false);
            if (isSmooth(node.activation.kind) && found.a.kind === 'exact') expect(sums[j]).toBeCloseTo(0, 9);
          });
          smoothBefore ||= valuesOf(document)[l]?.every((node) => node.a.kind === 'approximate') ?? false;
        });
      }),
    );
  });

  it('calls a node off when it is a ReLU whose output is 0, and no other', () => {
    fc.assert(
      fc.property(documents(ACTIVATION_KINDS.filter(isPiecewiseLinear)), (document) => {
        const { a } = forward(document.network, document.x);
        document.network.layers.forEach((layer, l) =>
          layer.forEach((node, j) => {
            const silent = node.activation.kind === 'relu' && a[l]?.[j]?.n === 0n;
            expect(isOff(document, { layer: l, node: j })).toBe(silent);
          }),
        );
      }),
    );
  });
});
