/** The simplest equal network of any network that has one we can find. */
import type { Domain } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import { simplest, type Simplest } from '../algebra/simplest.ts';
import { simplestSmooth } from '../algebra/smooth-simplest.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';

export type Simplified =
  | { readonly kind: 'found'; readonly simplest: Simplest }
  /** Smooth nodes in more than one layer: there is no way to find it. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'stopped' };

/** Exact. `shouldStop` is asked after each cell that had to be looked at: true stops. */
export function simplify(network: Network<Rational>, domain: Domain, shouldStop: () => boolean): Simplified {
  if (!isPiecewiseLinearNetwork(network)) {
    const found = simplestSmooth(network, domain);
    return found ? { kind: 'found', simplest: found } : { kind: 'unavailable' };
  }
  const found = simplest(network, domain, { shouldStop });
  return found ? { kind: 'found', simplest: found } : { kind: 'stopped' };
}
