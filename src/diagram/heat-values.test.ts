import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../../tests/arbitrary-document.ts';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { shownValues, valueNumber } from '../algebra/shown-values.ts';
import { valueTexts } from './heat-values.ts';

describe('the numbers beside the matrices', () => {
  it('are exact, or all to four digits, or to the ones where that is more; ≈ stands at none of them', () => {
    fc.assert(
      fc.property(documents({ numbers: smallRationals, maxNodes: 4, maxHiddenLayers: 2 }), ({ network, x }) => {
        const values = shownValues(network, x);
        const { nodes, isRounded } = valueTexts(values);
        nodes.forEach((layer, l) =>
          layer.forEach((texts, j) => {
            for (const which of ['z', 'a'] as const) {
              const text = texts[which];
              const value = valueNumber(values[l]?.[j]?.[which] ?? { kind: 'approximate', value: NaN });
              const [above = NaN, below = 1] = text.replaceAll('−', '-').split('/').map(Number);
              const digits = text
                .replace(/e.*/, '')
                .replace(/^−?[0.]*/, '')
                .replace('.', '')
                .replace(/0+$/, '');
              const ones = text.includes('e') ? 1 : String(Math.trunc(Math.abs(above))).length;
              if (isRounded) expect(digits.length, text).toBeLessThanOrEqual(Math.max(4, ones));
              expect(Math.abs(above / below - value), text).toBeLessThanOrEqual(
                isRounded ? 5.1e-4 * Math.abs(value) : 1e-9,
              );
              if (!isRounded) expect(text.length).toBeLessThanOrEqual(7);
            }
          }),
        );
      }),
    );
  });
});
