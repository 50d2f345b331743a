/** The verdict, one sentence: exact, or said to be undecided. Beside it the chosen range of inputs, and a proof to look at. */
import { Suspense, lazy, useState, type ReactNode } from 'react';
import type { Network } from '../model/network.ts';
import { selectChosenDomain } from '../state/chosen-domain.ts';
import { selectNetwork } from '../state/select.ts';
import { useAnalysis } from '../state/use-analysis.ts';
import { useCrease } from '../state/use-store.ts';
import { verdictOf, type DomainVerdict, type Verdict } from '../state/verdict.ts';
import { StaticFormula } from '../equation/formula.tsx';
import { FoundModelFormula, foundModelText } from '../equation/found-model.tsx';
import { STAGE } from '../words/stage.ts';
import { VERDICT, sizeText, type Bends } from '../words/verdict.ts';
import { ChosenRange } from './chosen-range.tsx';
import './verdict.css';

/** Nobody needs them before asking for them. */
const WitnessPanel = lazy(async () => ({ default: (await import('./witness.tsx')).WitnessPanel }));
const SimplifierPanel = lazy(async () => ({ default: (await import('./simplifier.tsx')).SimplifierPanel }));

export function VerdictLine() {
  const network = useCrease(selectNetwork);
  const chosen = useCrease(selectChosenDomain);
  const state = useAnalysis(network, chosen);
  const verdict = verdictOf(network, chosen, state.kind === 'done' ? state.verdicts : null);
  const pieces = state.kind === 'done' ? (state.analysis?.pieceCount ?? null) : null;
  const kind = state.kind === 'cancelled' && verdict.all.kind === 'unknown' ? 'undecided' : verdict.all.kind;
  const [shown, setShown] = useState(false);
  const [simplifying, setSimplifying] = useState(false);
  return (
    <div className="verdict" data-kind={kind}>
      <p className="visually-hidden" role="status" aria-label={STAGE.verdict}>
        {plainVerdict(network, verdict, kind, pieces)}
      </p>
      <div className="verdict-line">
        <span className="verdict-badge" aria-hidden="true">
          {VERDICT.badge[kind]}
        </span>
        <p className="verdict-sentence" aria-hidden="true">
          <Sentence network={network} verdict={verdict} kind={kind} pieces={pieces} />
        </p>
        {kind === 'bends' && (
          <button type="button" className="button is-small" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? VERDICT.hide : VERDICT.showMe}
          </button>
        )}
      </div>
      {kind === 'bends' && shown && (
        <Suspense fallback={<p className="witness">{VERDICT.looking}</p>}>
          <WitnessPanel network={network} known={witnessIn(verdict.all)} />
        </Suspense>
      )}
      <div className="verdict-foot">
        <ChosenRange kind={verdict.chosen.kind} />
        <button
          type="button"
          className="button is-small"
          aria-expanded={simplifying}
          onClick={() => setSimplifying(!simplifying)}
        >
          {VERDICT.simplest}
        </button>
      </div>
      {simplifying && (
        <Suspense>
          <SimplifierPanel />
        </Suspense>
      )}
    </div>
  );
}

function witnessIn(verdict: DomainVerdict) {
  return verdict.kind === 'bends' ? verdict.witness : null;
}

type Kind = keyof typeof VERDICT.badge;

/** The whole verdict in plain text. */
function plainVerdict(network: Network<unknown>, verdict: Verdict, kind: Kind, pieces: number | null): string {
  const { all, nonnegative } = verdict;
  if (all.kind === 'collapses') return VERDICT.collapsesTo(foundModelText(all, network));
  if (kind !== 'bends') return `${VERDICT.badge[kind]}. ${VERDICT[kind === 'unknown' ? 'unknown' : 'undecided']}`;
  const start = VERDICT.bendsPlain({ creases: verdict.creases, pieces });
  if (nonnegative.kind === 'collapses')
    return `${start} ${VERDICT.onNonnegative(foundModelText(nonnegative, network))}`;
  return nonnegative.kind === 'bends' ? `${start} ${VERDICT.bendsOnNonnegative}` : start;
}

interface SentenceProps {
  readonly network: Network<unknown>;
  readonly verdict: Verdict;
  readonly kind: Kind;
  readonly pieces: number | null;
}

function Sentence({ network, verdict, kind, pieces }: SentenceProps): ReactNode {
  const { all, nonnegative } = verdict;
  if (all.kind === 'collapses') {
    const words = verdict.linear ? VERDICT.equalsOne : VERDICT.yetOne;
    return (
      <>
        {words(sizeText(network))} <FoundModelFormula network={network} found={all} />
      </>
    );
  }
  if (kind !== 'bends') return kind === 'unknown' ? VERDICT.unknown : VERDICT.undecided;
  const bends: Bends = { creases: verdict.creases, pieces };
  return (
    <>
      {VERDICT.bendsSentence(bends)}{' '}
      {nonnegative.kind === 'collapses' && (
        <>
          {VERDICT.onInputs} <StaticFormula tex="x \ge 0" spoken="x at least 0" /> {VERDICT.neverBends}{' '}
          <FoundModelFormula network={network} found={nonnegative} /> {VERDICT.there}
        </>
      )}
      {nonnegative.kind === 'bends' && VERDICT.bendsOnNonnegative}
    </>
  );
}
