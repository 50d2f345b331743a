/** Does the network collapse on a domain? Exact for every piecewise linear network, and for smooth ones where it can be. */
import type { Affine } from '../algebra/affine.ts';
import { formWithConstant } from '../algebra/answers.ts';
import { decideAffine } from '../algebra/collapse.ts';
import type { Domain } from '../algebra/domain.ts';
import { ZERO, toFractionText, type Rational } from '../algebra/rational.ts';
import { decideSmooth } from '../algebra/smooth.ts';
import { witnessText } from '../algebra/smooth-witness.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';

export type Decision =
  /** Where smooth nodes make the constant irrational, `constant` has its first digits, and the model's own is 0. */
  | { readonly kind: 'collapses'; readonly model: Affine; readonly constant: string | null }
  | { readonly kind: 'bends'; readonly witness: ShownWitness | null }
  | { readonly kind: 'undecided' };

/** Two inputs and their midpoint where a linear model would lie half way between, and the network does not. */
export interface ShownWitness {
  readonly p: readonly Rational[];
  readonly q: readonly Rational[];
  readonly mid: readonly Rational[];
  /** Exact, or `~` and digits. */
  readonly fP: string;
  readonly fQ: string;
  readonly fMid: string;
}

/** `shouldStop` is asked after each cell that had to be looked at: true stops, and it stays undecided. */
export function decide(network: Network<Rational>, domain: Domain, shouldStop: (cells: number) => boolean): Decision {
  if (!isPiecewiseLinearNetwork(network)) return decideWithSmooth(network, domain, shouldStop);
  const verdict = decideAffine(network, domain, { shouldStop });
  switch (verdict.kind) {
    case 'affine':
      return { kind: 'collapses', model: verdict.form, constant: null };
    case 'not-affine': {
      const { p, q, mid, fP, fQ, fMid } = verdict.witness;
      const [atP, atQ, atMid] = [fP, fQ, fMid].map(toFractionText) as [string, string, string];
      return { kind: 'bends', witness: { p, q, mid, fP: atP, fQ: atQ, fMid: atMid } };
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
      return intercept.terms.size === 0
        ? { kind: 'collapses', model: { coef, intercept: intercept.intercept }, constant: null }
        : {
            kind: 'collapses',
            model: { coef, intercept: ZERO },
            constant: formWithConstant(coef, intercept).intercept.replace('~', ''),
          };
    }
    case 'not-affine':
      return { kind: 'bends', witness: verdict.witness && witnessText(network, verdict.witness) };
    case 'undecided':
      return { kind: 'undecided' };
  }
}
