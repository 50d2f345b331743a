import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapterNetwork, networks } from '../../tests/arbitrary-network.ts';
import { readPlain } from '../../tests/read-formula.ts';
import { derive, type Term } from '../algebra/derivation.ts';
import { ONE, ZERO, rational } from '../algebra/rational.ts';
import { shortNumberText } from '../words/number.ts';
import { productsText } from './products.ts';

function term(...products: (readonly [number, number])[]): Term {
  const total = products.reduce((sum, [p, q]) => sum + p * q, 0);
  return {
    coefficient: rational(total),
    factor: { kind: 'one' },
    via: null,
    parameter: null,
    products: products.map(([p, q]) => [rational(p), rational(q)]),
  };
}

describe('the sum of paths', () => {
  it("of the chapter's coefficients", () => {
    const last = derive(chapterNetwork('linear')).steps.at(-1)?.sum ?? [];
    expect(last.map((t) => productsText(t))).toEqual([
      '21 = 2·0.5 + 5·4',
      '11 = 2·3 + 5·1',
      '18 = 2·4 + 5·2',
      '11 = 2·0.5 + 5·1 + 5',
    ]);
  });

  it('writes signs as a person would', () => {
    expect(productsText(term([-2, 3], [-1, -4], [1, -5], [1, 7]))).toBe('0 = −2·3 − 1·(−4) − 5 + 7');
  });

  it('as text may be rounded, each number on its own, and says so once', () => {
    const text = productsText(term([12345, -12345], [1, 2]), (value) => shortNumberText(value, 8));
    expect(text).toBe('−1.524e8 ≈ 12345·(−12345) + 2');
  });

  it('both sides are equal', () => {
    fc.assert(
      fc.property(networks({ kinds: ['linear', 'relu'] }), (network) => {
        for (const { sum } of derive(network).steps) {
          for (const each of sum) {
            const text = productsText(each);
            expect(text === null).toBe(each.products.length === 0);
            if (text === null) continue;
            const [left = '', right = ''] = text.split(' = ');
            const values = right.split(/ (?=[+−] )/).map((part) => readProduct(part));
            const total = values
              .map((value) => value.replace(/^\+/, ''))
              .join('+')
              .replaceAll('+−', '−');
            expect(readPlain(total, () => ZERO)).toEqual(readPlain(left, () => ZERO));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is not there for a number that was not computed', () => {
    expect(productsText({ ...term(), coefficient: ONE })).toBeNull();
  });
});

/** `− 2·(−4)` as the reader of formulas takes products: `−(2)(−4)`. */
function readProduct(part: string): string {
  return part.replace(/\s/g, '').replace(/([\d./]+)·\(?([^()]+)\)?$/, '($1)($2)');
}
