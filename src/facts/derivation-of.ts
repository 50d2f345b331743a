/** The derivation of a network, computed once for each network (and number being edited). */
import { derive, type Derivation } from '../algebra/derivation.ts';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { memoize } from './memoize.ts';

const byKept = memoize((_network: Network<Rational>) => new Map<string | null, Derivation>());

/**
 * The same record for the same network and `kept`: the key of the weight or bias that stays written when it is 0
 * (`parameterKey`), or null.
 */
export function derivationOf(network: Network<Rational>, kept: string | null = null): Derivation {
  const known = byKept(network);
  const hit = known.get(kept);
  if (hit) return hit;
  const made = derive(network, kept);
  known.set(kept, made);
  return made;
}
