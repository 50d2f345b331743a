/**
 * Does the network collapse: over all inputs, over inputs >= 0, and over the domain that the reader has chosen? Exact, or
 * said to be undecided. What is cheap is decided at once, for every edit; the rest comes with the answer of the worker.
 */
import type { Affine } from '../algebra/affine.ts';
import { ALL, NONNEGATIVE, type Domain } from '../algebra/domain.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Network } from '../model/network.ts';
import type { Verdicts } from './analysis-protocol.ts';
import type { Decision } from './decision.ts';
import { derivationOf } from './derivation.ts';
import { analysisAtOnce, bentAtOnce, isCheap } from './use-analysis.ts';

/** On one domain. `unknown`: it takes a worker to know. */
export type DomainVerdict = Decision | { readonly kind: 'unknown' };

export interface Verdict {
  readonly all: DomainVerdict;
  readonly nonnegative: DomainVerdict;
  readonly chosen: DomainVerdict;
  /** Hyperplanes that bend it, where one hidden layer is all that bends. */
  readonly creases: number | null;
  /** Are all activations linear? */
  readonly linear: boolean;
}

export function verdictOf(network: Network<Rational>, chosen: Domain, verdicts: Verdicts | null): Verdict {
  const onAll = quickVerdict(network, ALL);
  return {
    all: onAll.kind === 'unknown' && verdicts ? verdicts.all : onAll,
    nonnegative: quickVerdict(network, NONNEGATIVE),
    chosen: chosenVerdict(network, chosen, verdicts),
    creases: bentAtOnce(network, ALL)?.creases.length ?? null,
    linear: derivationOf(network).model !== null,
  };
}

function chosenVerdict(network: Network<Rational>, chosen: Domain, verdicts: Verdicts | null): DomainVerdict {
  const quick = quickVerdict(network, chosen);
  return quick.kind === 'unknown' && verdicts ? verdicts.chosen : quick;
}

function quickVerdict(network: Network<Rational>, domain: Domain): DomainVerdict {
  const { model } = derivationOf(network);
  if (model) return collapses(model);
  const bent = bentAtOnce(network, domain);
  if (bent) return bent.creases.length === 0 ? collapses(bent.affine) : { kind: 'bends', witness: null };
  if (!isCheap(network)) return { kind: 'unknown' };
  const found = analysisAtOnce(network, domain);
  if (!found?.model) return { kind: 'unknown' };
  return found.model === 'bends' ? { kind: 'bends', witness: null } : collapses(found.model);
}

function collapses(model: Affine): Decision {
  return { kind: 'collapses', model, constant: null };
}
