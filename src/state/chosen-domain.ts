/** The domain that the reader has chosen to look at beside all inputs: from 0 up to a bound, for each input. */
import type { Domain } from '../algebra/domain.ts';
import { ZERO, equal, type Rational } from '../algebra/rational.ts';
import { DEFAULT_BOUND } from './codec.ts';
import { memoize } from './memoize.ts';
import { selectNetwork } from './select.ts';
import type { CreaseState } from './store.ts';

const domains = memoize((bounds: CreaseState['bounds']) =>
  memoize((inputs: readonly string[]): Domain => {
    const max = inputs.map((name) => boundOf(bounds, name));
    return { kind: 'box', min: max.map(() => ZERO), max };
  }),
);

/** The same record for as long as names and bounds stay. */
export const selectChosenDomain = (state: CreaseState): Domain => domains(state.bounds)(selectNetwork(state).inputs);

/** The bounds for a link: absent while all are the usual ones. */
export function boundsForLink(state: CreaseState): { readonly upTo?: readonly Rational[] } {
  const upTo = selectNetwork(state).inputs.map((name) => boundOf(state.bounds, name));
  return upTo.every((bound) => equal(bound, DEFAULT_BOUND)) ? {} : { upTo };
}

/** Where the chosen domain ends, for this input. Names are the reader's: one may be `constructor`, which every record has. */
export function boundOf(bounds: CreaseState['bounds'], name: string): Rational {
  return (Object.hasOwn(bounds, name) ? bounds[name] : undefined) ?? DEFAULT_BOUND;
}
