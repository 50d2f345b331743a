/** The domain that the reader has chosen to look at beside all inputs: a range for each input. */
import type { Domain } from '../algebra/domain.ts';
import { memoize } from '../facts/memoize.ts';
import { USUAL_RANGE, type Document, type Range } from './document.ts';

const boxOf = memoize((ranges: readonly Range[]): Domain => ({
  kind: 'box',
  min: ranges.map(({ min }) => min),
  max: ranges.map(({ max }) => max),
}));
const usualDomain = memoize((inputs: readonly string[]) => boxOf(inputs.map(() => USUAL_RANGE)));

/** The same record for as long as names and ranges stay. */
export function chosenDomain(inputs: readonly string[], ranges: Document['ranges']): Domain {
  return ranges ? boxOf(ranges) : usualDomain(inputs);
}
