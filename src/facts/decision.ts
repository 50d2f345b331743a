/** Does the network collapse on a domain? Exact for every piecewise linear network, and for smooth ones where it can be. */
import type { Affine } from '../algebra/affine.ts';
import { knownConstant } from '../algebra/atoms.ts';
import { decideAffine } from '../algebra/collapse.ts';
import type { Domain } from '../algebra/domain.ts';
import { ZERO, add, multiply, rational, type Rational } from '../number/rational.ts';
import type { Irrational, Known } from '../number/rounding.ts';
import { decideSmooth } from '../algebra/smooth.ts';
import { knownWitness, type KnownWitness } from '../algebra/smooth-witness.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';

export type Decision =
  /** `constant`: smooth nodes add up to a constant that is not rational. This is what is known of it; the model's own is 0. */
  | { readonly kind: 'collapses'; readonly model: Affine; readonly constant: Irrational | null }
  /** The witness: two inputs and their midpoint. There a linear model lies half way between, and the network does not. */
  | { readonly kind: 'bends'; readonly witness: KnownWitness | null }
  | { readonly kind: 'undecided' };

/** `shouldStop` is asked after each cell that had to be looked at: true stops, and it stays undecided. */
export function decide(network: Network<Rational>, domain: Domain, shouldStop: (cells: number) => boolean): Decision {
  if (!isPiecewiseLinearNetwork(network)) return decideWithSmooth(network, domain, shouldStop);
  const verdict = decideAffine(network, domain, { shouldStop });
  switch (verdict.kind) {
    case 'affine':
      return { kind: 'collapses', model: verdict.form, constant: null };
    case 'not-affine': {
      const { p, q, mid, fP, fQ, fMid } = verdict.witness;
      const straight = multiply(rational(1, 2), add(fP, fQ));
      const [atP, atQ, atMid, half] = [fP, fQ, fMid, straight].map(exactly) as [Known, Known, Known, Known];
      return { kind: 'bends', witness: { p, q, mid, fP: atP, fQ: atQ, fMid: atMid, straight: half } };
    }
    case 'unfinished':
      return { kind: 'undecided' };
  }
}

function decideWithSmooth(
  network: Network<Rational>,
  domain: Domain,
  shouldStop: (cells: number) => boolean,
): Decision {
  const verdict = decideSmooth(network, domain, { shouldStop });
  switch (verdict.kind) {
    case 'affine': {
      const { coef, intercept } = verdict;
      const constant = knownConstant(intercept);
      return constant.kind === 'exact'
        ? { kind: 'collapses', model: { coef, intercept: constant.value }, constant: null }
        : { kind: 'collapses', model: { coef, intercept: ZERO }, constant };
    }
    case 'not-affine':
      return { kind: 'bends', witness: verdict.witness && knownWitness(network, verdict.witness) };
    case 'undecided':
      return { kind: 'undecided' };
  }
}

function exactly(value: Rational): Known {
  return { kind: 'exact', value };
}
