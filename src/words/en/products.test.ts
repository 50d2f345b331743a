import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapterNetwork, networks } from '../../../tests/arbitrary-network.ts';
import { readPlain } from '../../../tests/read-formula.ts';
import { derive } from '../../algebra/derivation.ts';
import type { Term } from '../../algebra/sum.ts';
import { ONE, ZERO, rational } from '../../number/rational.ts';
import { productsText, shortProductsText, sumText } from './products.ts';

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

const textOf = ({ coefficient, products }: Term) => productsText(coefficient, products);

describe('the sum of paths', () => {
  it("of the chapter's coefficients", () => {
    const last = derive(chapterNetwork('linear')).steps.at(-1)?.sum ?? [];
    expect(last.map(textOf)).toEqual(['21 = 2·0.5 + 5·4', '11 = 2·3 + 5·1', '18 = 2·4 + 5·2', '11 = 2·0.5 + 5·1 + 5']);
  });

  it('writes signs as a person would', () => {
    expect(textOf(term([-2, 3], [-1, -4], [1, -5], [1, 7]))).toBe('0 = −2·3 − 1·(−4) − 5 + 7');
  });

  it('at a glance has all numbers exact, or all to four digits with one ≈', () => {
    const [long, half] = [rational(10n ** 20n + 1n, 3n * 10n ** 19n), rational(1, 2)];
    expect(
      shortProductsText(long, [
        [half, long],
        [half, long],
      ]),
    ).toBe('3.333 ≈ 0.5·3.333 + 0.5·3.333');
    expect(
      shortProductsText(ONE, [
        [half, rational(1, 3)],
        [half, rational(5, 3)],
      ]),
    ).toBe('1 = 0.5·1/3 + 0.5·5/3');
    expect(sumText([ONE, rational(-20)], rational(-19))).toBe('1 − 20 = −19');
    expect(sumText([rational(1, 3), long], half)).toBe('0.3333 + 3.333 ≈ 0.5');
  });

  it('both sides are equal', () => {
    fc.assert(
      fc.property(networks({ kinds: ['linear', 'relu'] }), (network) => {
        for (const { sum } of derive(network).steps) {
          for (const each of sum) {
            const text = textOf(each);
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
    expect(textOf({ ...term(), coefficient: ONE })).toBeNull();
  });
});

/** `− 2·(−4)` as the reader of formulas takes products: `−(2)(−4)`. */
function readProduct(part: string): string {
  return part.replace(/\s/g, '').replace(/([\d./]+)·\(?([^()]+)\)?$/, '($1)($2)');
}
