/**
 * An independent look at networks of one input, for tests: it knows values only. Between two neighbours of `candidates`
 * every node is linear, so two values say what it is there.
 */
import type { Network } from '../src/model/network.ts';
import { pieces } from '../src/activation/pieces.ts';
import { forward } from '../src/algebra/forward.ts';
import {
  ONE,
  add,
  compare,
  divide,
  equal,
  isZero,
  multiply,
  negate,
  rational,
  type Rational,
} from '../src/number/rational.ts';

/** Where the output bends, from left to right. */
export function breakpoints(network: Network<Rational>): Rational[] {
  const y = (x: Rational) => forward(network, [x]).y;
  const at = candidates(network);
  return at.filter((_, i) => {
    const before = slope(y, ...around(at, i));
    const after = slope(y, ...around(at, i + 1));
    return !equal(before, after);
  });
}

/** Every place where a sum of some node crosses a corner. */
function candidates(network: Network<Rational>): Rational[] {
  let found: Rational[] = [];
  network.layers.forEach((layer, l) => {
    const here = layer.flatMap(({ activation }, node) => {
      const z = (x: Rational) => forward(network, [x]).z[l]?.[node] as Rational;
      const kinks = pieces(activation)?.kinks ?? [];
      return intervals(found).flatMap(([p, q]) => {
        const steep = slope(z, p, q);
        if (isZero(steep)) return [];
        return kinks.map((kink) => add(p, divide(add(kink, negate(z(p))), steep)));
      });
    });
    found = sorted([...found, ...here]);
  });
  return found;
}

/** Two places inside of each interval between the marks. */
function intervals(marks: readonly Rational[]): (readonly [Rational, Rational])[] {
  return Array.from({ length: marks.length + 1 }, (_, i) => around(marks, i));
}

function around(marks: readonly Rational[], i: number): readonly [Rational, Rational] {
  const [left, right] = [marks[i - 1], marks[i]];
  if (left && right) {
    const third = multiply(rational(1, 3), add(right, negate(left)));
    return [add(left, third), add(left, multiply(rational(2), third))];
  }
  if (left) return [add(left, ONE), add(left, rational(2))];
  if (right) return [add(right, rational(-2)), add(right, rational(-1))];
  return [rational(0), ONE];
}

function slope(f: (x: Rational) => Rational, p: Rational, q: Rational): Rational {
  return divide(add(f(q), negate(f(p))), add(q, negate(p)));
}

function sorted(values: readonly Rational[]): Rational[] {
  return [...values].sort(compare).filter((value, i, all) => i === 0 || !equal(value, all[i - 1] as Rational));
}
