/** A domain as inequalities. */
import type { Domain } from './domain.ts';
import { inputRange } from './domain-range.ts';
import { coprimeOf, type IntegerVector } from './integer-vector.ts';
import { ONE, ZERO, negate, type Rational } from '../number/rational.ts';

/** The inequalities a.x + b >= 0 of a domain in R^n, each (a.., b) in coprime integers; none for all of R^n. */
export function domainRows(domain: Domain, n: number): IntegerVector[] {
  const rows: IntegerVector[] = [];
  for (let i = 0; i < n; i++) {
    const { min, max } = inputRange(domain, i);
    const row = (slope: Rational, offset: Rational) =>
      coprimeOf([...Array.from({ length: n }, (_, k) => (k === i ? slope : ZERO)), offset]);
    if (min) rows.push(row(ONE, negate(min)));
    if (max) rows.push(row(negate(ONE), max));
  }
  return rows;
}
