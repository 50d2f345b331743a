import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallDocuments } from '../../tests/arbitrary-document.ts';
import { parameterKey, parametersOf } from '../model/network.ts';
import { isLit, keyOfInput, keyOfNode } from './highlight.ts';

const keys = fc.uniqueArray(fc.constantFrom('0.0.0', '0.0.b', '1.0.0', 'n0.0', 'x0'), { maxLength: 5 });

/** S1, written out a second time. */
function expectedLight(highlight: readonly string[], own: readonly string[]): boolean {
  if (highlight.length === 0 || own.length === 0) return false;
  return highlight.every((key) => own.includes(key)) || own.every((key) => highlight.includes(key));
}

describe('highlight', () => {
  it('S1 a view is lit when its keys contain the highlighted ones, or are contained in them', () => {
    fc.assert(
      fc.property(keys, keys, (highlight, own) => {
        const lit = isLit(new Set(highlight), new Set(own));
        expect(lit).toBe(expectedLight(highlight, own));
        // What lights another is lit by it.
        expect(isLit(new Set(own), new Set(highlight))).toBe(lit);
        expect(isLit(null, new Set(own))).toBe(false);
      }),
    );
  });

  it('S1 an edge lights its own term and the products that it is part of, not its neighbours', () => {
    const edge = new Set(['0.0.1']);
    const product = new Set(['0.0.1', '1.0.0']);
    const [sibling, otherProduct] = [new Set(['0.0.2']), new Set(['0.1.1', '1.0.1'])];
    expect([edge, product, sibling, otherProduct].map((own) => isLit(edge, own))).toEqual([true, true, false, false]);
    expect([edge, product, sibling, otherProduct].map((own) => isLit(product, own))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('S1 every weight, bias, node and input has a key of its own', () => {
    fc.assert(
      fc.property(smallDocuments, ({ network }) => {
        const all = [
          ...parametersOf(network).map(parameterKey),
          ...network.layers.flatMap((layer, l) => layer.map((_, j) => keyOfNode({ layer: l, node: j }))),
          ...network.inputs.map((_, i) => keyOfInput(i)),
        ];
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
