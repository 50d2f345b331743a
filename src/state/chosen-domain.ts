/** The domain that the reader has chosen to look at beside all inputs: from 0 up to a bound, for each input. */
import type { Domain } from '../algebra/domain.ts';
import { ZERO, type Rational } from '../number/rational.ts';
import { DEFAULT_BOUND } from './document.ts';
import { memoize } from '../facts/memoize.ts';
import { selectDocument } from './select.ts';
import type { CreaseState } from './store.ts';

const domainUpTo = memoize((max: readonly Rational[]): Domain => ({ kind: 'box', min: max.map(() => ZERO), max }));
const usualDomain = memoize((inputs: readonly string[]) => domainUpTo(inputs.map(() => DEFAULT_BOUND)));

/** The same record for as long as names and bounds stay. */
export const selectChosenDomain = (state: CreaseState): Domain => {
  const { network, upTo } = selectDocument(state);
  return upTo ? domainUpTo(upTo) : usualDomain(network.inputs);
};
