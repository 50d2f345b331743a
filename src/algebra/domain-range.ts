/** What a domain holds: of each input, of an affine function, on each side of a hyperplane. */
import { ZERO, add, compare, multiply, sign, type Rational } from '../number/rational.ts';
import type { Domain } from './domain.ts';

/** The closed interval of input i; null is unbounded. */
export function inputRange(
  domain: Domain,
  i: number,
): { readonly min: Rational | null; readonly max: Rational | null } {
  switch (domain.kind) {
    case 'all':
      return { min: null, max: null };
    case 'nonnegative':
      return { min: ZERO, max: null };
    case 'box':
      return { min: domain.min[i] as Rational, max: domain.max[i] as Rational };
  }
}

/** Is x in the (closed) domain? */
export function inDomain(domain: Domain, x: readonly Rational[]): boolean {
  return x.every((value, i) => {
    const { min, max } = inputRange(domain, i);
    return !(min && compare(value, min) < 0) && !(max && compare(value, max) > 0);
  });
}

/** Exact least and greatest value of coef . x + intercept over the domain; null is unbounded. */
export function affineRange(
  domain: Domain,
  coef: readonly Rational[],
  intercept: Rational,
): { readonly min: Rational | null; readonly max: Rational | null } {
  let low: Rational | null = intercept;
  let high: Rational | null = intercept;
  for (let i = 0; i < coef.length; i++) {
    const c = coef[i] as Rational;
    const direction = sign(c);
    if (direction === 0) continue;
    const { min, max } = inputRange(domain, i);
    const [lowest, highest] = direction > 0 ? [min, max] : [max, min];
    low = low && lowest && add(low, multiply(c, lowest));
    high = high && highest && add(high, multiply(c, highest));
  }
  return { min: low, max: high };
}

/**
 * On which side of the hyperplane a.x + b = 0 the domain lies, `row` = (a.., b): 'above' where a.x + b >= 0 everywhere,
 * 'below' where <= 0, 'cut' when the hyperplane meets the interior. A row that is 0 is 'below'.
 */
export function sideOf(domain: Domain, coef: readonly Rational[], intercept: Rational): 'above' | 'below' | 'cut' {
  const { min, max } = affineRange(domain, coef, intercept);
  if (max && sign(max) <= 0) return 'below';
  if (min && sign(min) >= 0) return 'above';
  return 'cut';
}
