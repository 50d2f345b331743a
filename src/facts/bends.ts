/** How a network bends, found once: on a part of the inputs it follows from how it does on all of them. */
import { bentForm, bentWithin, type Bends } from '../algebra/crease.ts';
import { ALL, type Domain } from '../algebra/domain.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { memoize } from './memoize.ts';

const everywhere = memoize((network: Network<Rational>): Bends | null => bentForm(network, ALL));

const within = memoize((network: Network<Rational>) =>
  memoize((domain: Domain): Bends | null => {
    const whole = everywhere(network);
    return whole ? bentWithin(whole, domain) : bentForm(network, domain);
  }),
);

/** Its creases on the domain, and what it is below them; null for a network that does not bend like one hidden layer. */
export function bendsOn(network: Network<Rational>, domain: Domain): Bends | null {
  return domain === ALL ? everywhere(network) : within(network)(domain);
}

/** As `creaseCount` in `algebra/crease.ts`. */
export function creasesOn(network: Network<Rational>, domain: Domain): number | null {
  return isPiecewiseLinearNetwork(network) ? (bendsOn(network, domain)?.creases.length ?? null) : null;
}
