/** The domain that the reader has chosen to look at beside all inputs: from 0 up to a bound, for each input. */
import type { Domain } from '../algebra/domain.ts';
import { ZERO, type Rational } from '../number/rational.ts';
import { memoize } from '../facts/memoize.ts';
import { DEFAULT_BOUND, type Document } from './document.ts';

const domainUpTo = memoize((max: readonly Rational[]): Domain => ({ kind: 'box', min: max.map(() => ZERO), max }));
const usualDomain = memoize((inputs: readonly string[]) => domainUpTo(inputs.map(() => DEFAULT_BOUND)));

/** The same record for as long as names and bounds stay. */
export function chosenDomain(inputs: readonly string[], upTo: Document['upTo']): Domain {
  return upTo ? domainUpTo(upTo) : usualDomain(inputs);
}
