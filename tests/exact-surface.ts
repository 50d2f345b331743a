/** What stands in the exact part of a surface, as rational numbers: pictures need the nearest doubles only. */
import { evaluateAffine, type Affine } from '../src/algebra/affine.ts';
import { toBigIntegers, type IntegerVector } from '../src/algebra/integer-vector.ts';
import { rational, type Rational } from '../src/number/rational.ts';
import type { Surface } from '../src/plot/surface.ts';

/** The affine function of a face. */
export function formOfFace({ exact }: Surface, face: number): Affine {
  const output = exact?.outputs[face];
  if (!exact || !output) throw new RangeError(`face ${face} has no exact form`);
  const entries = toBigIntegers(output).map((entry) => rational(entry, exact.scale));
  return { coef: entries.slice(0, -1), intercept: entries[entries.length - 1] as Rational };
}

/** Two inputs and the height there of a vertex of a face. */
export function exactVertex(surface: Surface, face: number, vertex: number): readonly [Rational, Rational, Rational] {
  const ray = surface.exact?.rays[vertex];
  if (!ray) throw new RangeError(`vertex ${vertex} is not exact`);
  const point = pointOf(ray);
  return [...point, evaluateAffine(formOfFace(surface, face), point)];
}

/** The point (x/t, y/t) of a ray (x, y, t). */
export function pointOf(ray: IntegerVector): readonly [Rational, Rational] {
  const [x = 0n, y = 0n, t = 1n] = toBigIntegers(ray);
  return [rational(x, t), rational(y, t)];
}
