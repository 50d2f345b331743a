import { describe, expect, it } from 'vitest';
import { toDecimalText, toNumber } from '../number/rational.ts';
import { DATA_NAMES, namedData } from './data-sets.ts';
import { leastSquares } from './least-squares.ts';

describe.each(DATA_NAMES)('the data named %s', (name) => {
  const { inputs, rows } = namedData(name);

  it('are decimals of two places, the same every time', () => {
    expect(namedData(name)).toEqual({ inputs, rows });
    for (const row of rows) {
      expect(row.length).toBe(inputs.length + 1);
      for (const value of row) expect(toDecimalText(value, 2)).not.toBeNull();
    }
  });

  it('leave a linear model far from them, unless it is the right one', () => {
    const y = rows.map((row) => toNumber(row.at(-1) ?? { n: 0n, d: 1n }));
    const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
    const spread = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length;
    const share = toNumber(leastSquares(rows).loss) / spread;
    if (name === 'noisy-line') expect(share).toBeLessThan(0.1);
    else expect(share).toBeGreaterThan(0.04);
  });
});
