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
import { selectChosenDomain } from './chosen-domain.ts';
import { derivationOf } from './derivation.ts';
import { memoize } from './memoize.ts';
import { selectNetwork } from './select.ts';
import { sameWidths, type CreaseState } from './store.ts';
import { analysisAtOnce, bentAtOnce, isCheap, type AnalysisState } from './use-analysis.ts';

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

/** The verdict as far as it is known at this moment. */
export interface VerdictNow extends Verdict {
  readonly network: Network<Rational>;
  /** `undecided` also where the reader has ended the run. */
  readonly kind: DomainVerdict['kind'];
  /** How many pieces there are; null where that is not known. */
  readonly pieces: number | null;
}

/** For `useAnalysis`. Computed once for all views that ask. */
export function verdictNow(state: CreaseState, known: AnalysisState): VerdictNow {
  return verdicts(selectNetwork(state))(selectChosenDomain(state))(known);
}

const verdicts = memoize((network: Network<Rational>) =>
  memoize((chosen: Domain) =>
    memoize((known: AnalysisState): VerdictNow => {
      const verdict = verdictOf(network, chosen, known.kind === 'done' ? known.verdicts : null);
      const ended = known.kind === 'cancelled' && verdict.all.kind === 'unknown';
      return {
        ...verdict,
        network,
        kind: ended ? 'undecided' : verdict.all.kind,
        pieces: known.kind === 'done' ? (known.analysis?.pieceCount ?? null) : null,
      };
    }),
  ),
);

/** The same but for the numbers of the models. */
export function sameVerdict(p: VerdictNow, q: VerdictNow): boolean {
  return (
    p.kind === q.kind &&
    p.all.kind === q.all.kind &&
    p.nonnegative.kind === q.nonnegative.kind &&
    p.chosen.kind === q.chosen.kind &&
    p.creases === q.creases &&
    p.pieces === q.pieces &&
    p.linear === q.linear &&
    sameWidths(p.network, q.network)
  );
}

function verdictOf(network: Network<Rational>, chosen: Domain, verdicts: Verdicts | null): Verdict {
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
