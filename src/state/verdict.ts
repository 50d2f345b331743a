/**
 * Does the network collapse: over all inputs, over inputs >= 0, and over the domain that the reader has chosen? Exact, or
 * said to be undecided. What is cheap is decided at once, for every edit; the rest comes with the answer of the worker.
 */
import type { Affine } from '../algebra/affine.ts';
import { ALL, NONNEGATIVE, type Domain } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import type { Network } from '../model/network.ts';
import type { Verdicts } from './analysis-protocol.ts';
import type { Decision } from '../facts/decision.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { memoize } from '../facts/memoize.ts';
import { sameWidths } from './store.ts';
import type { AnalysisState } from './analysis-state.ts';
import { analysisAtOnce, bentAtOnce, isCheap } from '../facts/engine.ts';

/** On one domain. `unknown`: it takes a worker to know; the reader has `stopped` it before, or it has `failed`. */
export type DomainVerdict = Decision | { readonly kind: 'unknown' | 'stopped' | 'failed' };

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
  /** How many pieces there are; null where that is not known. */
  readonly pieces: number | null;
}

/** With what is known of its pieces at this moment. */
export function verdictNow(network: Network<Rational>, chosen: Domain, known: AnalysisState): VerdictNow {
  return verdicts(network)(chosen)(known);
}

const verdicts = memoize((network: Network<Rational>) =>
  memoize((chosen: Domain) =>
    memoize((known: AnalysisState): VerdictNow => ({
      ...verdictOf(network, chosen, known),
      network,
      pieces: known.kind === 'done' ? (known.analysis?.pieceCount ?? null) : null,
    })),
  ),
);

/** The same but for the numbers of the models. */
export function sameVerdict(p: VerdictNow, q: VerdictNow): boolean {
  return (
    p.all.kind === q.all.kind &&
    p.nonnegative.kind === q.nonnegative.kind &&
    p.chosen.kind === q.chosen.kind &&
    p.creases === q.creases &&
    p.pieces === q.pieces &&
    p.linear === q.linear &&
    sameWidths(p.network, q.network)
  );
}

function verdictOf(network: Network<Rational>, chosen: Domain, known: AnalysisState): Verdict {
  const onAll = quickVerdict(network, ALL);
  const onChosen = quickVerdict(network, chosen);
  return {
    all: onAll.kind === 'unknown' ? verdictOnAll(known) : onAll,
    nonnegative: quickVerdict(network, NONNEGATIVE),
    chosen: onChosen.kind === 'unknown' ? found(known, 'chosen') : onChosen,
    creases: bentAtOnce(network, ALL)?.creases.length ?? null,
    linear: derivationOf(network).model !== null,
  };
}

/** The pieces may prove what the decision could not, or not yet; only the decision brings a witness. */
function verdictOnAll(known: AnalysisState): DomainVerdict {
  const decision = found(known, 'all');
  return isDecided(decision) ? decision : (provedByPieces(known) ?? decision);
}

/** Two parts of the input space with different models prove that it bends, however many are still to be found. */
function provedByPieces(known: AnalysisState): Decision | null {
  if (known.kind !== 'done') return known.atLeast > 1 ? BENDS : null;
  return known.analysis?.model ? provedBy(known.analysis.model) : null;
}

/** What the worker has said. */
function found(known: AnalysisState, domain: keyof Verdicts): DomainVerdict {
  switch (known.kind) {
    case 'running':
      return UNKNOWN;
    case 'cancelled':
      return STOPPED;
    case 'failed':
      return FAILED;
    case 'done':
      return known.verdicts?.[domain] ?? UNKNOWN;
  }
}

function isDecided({ kind }: DomainVerdict): boolean {
  return kind === 'bends' || kind === 'collapses';
}

function quickVerdict(network: Network<Rational>, domain: Domain): DomainVerdict {
  const linear = derivationOf(network).model;
  if (linear) return collapses(linear);
  const bent = bentAtOnce(network, domain);
  if (bent) return bent.creases.length === 0 ? collapses(bent.affine) : BENDS;
  const model = isCheap(network) ? analysisAtOnce(network, domain)?.model : null;
  return model ? provedBy(model) : UNKNOWN;
}

const UNKNOWN: DomainVerdict = { kind: 'unknown' };
const STOPPED: DomainVerdict = { kind: 'stopped' };
const FAILED: DomainVerdict = { kind: 'failed' };
const BENDS: Decision = { kind: 'bends', witness: null };

function provedBy(model: Affine | 'bends'): Decision {
  return model === 'bends' ? BENDS : collapses(model);
}

function collapses(model: Affine): Decision {
  return { kind: 'collapses', model, constant: null };
}
