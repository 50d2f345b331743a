/** Small sets of data with names: all but the noisy line bend, each in its own way. Exact decimals. */
import { ZERO, absolute, add, compare, multiply, rational, subtract, type Rational } from '../number/rational.ts';
import { generatorsOf, nextBelow } from './generator.ts';

export interface NamedData {
  readonly inputs: readonly string[];
  /** x1, ..., y in each. */
  readonly rows: readonly (readonly Rational[])[];
}

export const DATA_NAMES = ['v', 'hinge', 'tent', 'steps', 'xor', 'ridge', 'noisy-line'] as const;

export type DataName = (typeof DATA_NAMES)[number];

const ONE = rational(1);
const HALF = rational(1, 2);

/** The set of that name, the same every time. */
export function namedData(name: DataName): NamedData {
  switch (name) {
    case 'v':
      return along(quarters(-8, 8), absolute);
    case 'hinge':
      return along(quarters(-8, 8), (x) => positive(subtract(x, HALF)));
    case 'tent':
      return along(quarters(-8, 8), (x) => positive(subtract(ONE, absolute(x))));
    case 'steps':
      // 0 up to -1, 1 up to 1, then 2.
      return along(quarters(-8, 8), (x) =>
        rational(Number(compare(x, rational(-1)) > 0) + Number(compare(x, ONE) > 0)),
      );
    case 'xor':
      return over(
        [0, 1].map((n) => rational(n)),
        (p, q) => absolute(subtract(p, q)),
      );
    case 'ridge':
      return over(halves(-3, 3), (p, q) => positive(subtract(ONE, absolute(add(p, q)))));
    case 'noisy-line':
      return noisyLine();
  }
}

/** y = x / 2 + 1/4, give or take a quarter, in hundredths. */
function noisyLine(): NamedData {
  const { order } = generatorsOf(1);
  return along(halves(-8, 8), (x) => {
    const noise = rational(nextBelow(order, 51) - 25, 100);
    return add(add(multiply(HALF, x), rational(1, 4)), noise);
  });
}

function along(xs: readonly Rational[], y: (x: Rational) => Rational): NamedData {
  return { inputs: ['x'], rows: xs.map((x) => [x, y(x)]) };
}

function over(values: readonly Rational[], y: (p: Rational, q: Rational) => Rational): NamedData {
  return { inputs: ['p', 'q'], rows: values.flatMap((p) => values.map((q) => [p, q, y(p, q)])) };
}

function positive(x: Rational): Rational {
  return compare(x, ZERO) > 0 ? x : ZERO;
}

function quarters(from: number, to: number): Rational[] {
  return Array.from({ length: to - from + 1 }, (_, i) => rational(from + i, 4));
}

function halves(from: number, to: number): Rational[] {
  return Array.from({ length: to - from + 1 }, (_, i) => rational(from + i, 2));
}
