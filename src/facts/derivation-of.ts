/** The derivation of a network, computed once for each network, and once more where a number that is being edited is 0. */
import { derive, type Derivation } from '../algebra/derivation.ts';
import { nodeAt, parameterKey, parameterValue, parametersOf, type Network } from '../model/network.ts';
import { isZero, type Rational } from '../number/rational.ts';
import { memoize } from './memoize.ts';

const byKept = memoize((_network: Network<Rational>) => new Map<string | null, Derivation>());

/**
 * The same record for the same network and `kept`: the key of the weight or bias that stays written when it is 0
 * (`parameterKey`), or null. Whichever is kept, outcomes and model are the same.
 */
export function derivationOf(network: Network<Rational>, kept: string | null = null): Derivation {
  const written = kept !== null && isWrittenForIt(network, kept) ? kept : null;
  const known = byKept(network);
  const hit = known.get(written);
  if (hit) return hit;
  const made = derive(network, written);
  known.set(written, made);
  return made;
}

/** Would something be left out that is written because this number is kept: a 0, or the empty bracket of a node of zeros? */
export function isWrittenForIt(network: Network<Rational>, kept: string): boolean {
  const parameter = parametersOf(network).find((each) => parameterKey(each) === kept);
  if (!parameter) return false;
  if (isZero(parameterValue(network, parameter))) return true;
  const { layer, input } = parameter;
  if (layer === 0 || input === null) return false;
  const { weights, bias } = nodeAt(network, { layer: layer - 1, node: input });
  return isZero(bias) && weights.every(isZero);
}
