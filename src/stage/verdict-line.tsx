/** The verdict, one sentence: exact, or said to be undecided. Beside it the chosen range of inputs, and a proof to look at. */
import { Suspense, useCallback, useState, type ReactNode } from 'react';
import { selectVerdict, selectVerdictFrame } from '../live/known-analysis.ts';
import { fact } from '../live/knowledge.ts';
import { useCrease, useLive, useWritten, writeText } from '../live/live.ts';
import { useAsked } from '../live/use-analysis.ts';
import type { VerdictNow } from '../state/verdict.ts';
import { fetchAhead, lazyPart } from '../controls/lazy-part.tsx';
import { useCover } from '../controls/use-cover.tsx';
import { useAhead } from '../controls/use-quiet.ts';
import { useKeptOpen } from '../controls/use-kept-open.ts';
import { FoundModelFormula, foundModelSpoken } from '../equation/found-model.tsx';
import { StaticFormula } from '../equation/static-formula.tsx';
import { SPOKEN } from '#words/spoken-formula.ts';
import { STAGE } from '#words/stage-words.ts';
import { VERDICT, sizeText, type Bends } from '#words/verdict-words.ts';
import { ChosenRange } from './chosen-range.tsx';
import './verdict.css';

/** Nobody needs them before asking for them. */
const WitnessPanel = lazyPart(async () => (await import('./witness-panel.tsx')).WitnessPanel);
const SimplifierPanel = lazyPart(async () => (await import('./simplifier-panel.tsx')).SimplifierPanel);
const fetchPanels = () => fetchAhead(WitnessPanel, SimplifierPanel);

export function VerdictLine() {
  useAsked();
  useAhead(fetchPanels);
  const verdict = useCrease(selectVerdictFrame);
  const { kind } = verdict.all;
  /** `asked`: the proof takes the reader to it, once. */
  const [proof, setProof] = useState<'hidden' | 'asked' | 'shown'>('hidden');
  const arrive = useCallback(() => setProof('shown'), []);
  const isShown = proof !== 'hidden' && (kind === 'bends' || kind === 'unknown');
  const cover = useCover('verdict');
  const [simplifying, setSimplifying] = useState(false);
  useKeptOpen('proof', isShown, () => setProof('asked'));
  useKeptOpen('simplest', simplifying, () => setSimplifying(true));
  return (
    <div className="verdict" data-kind={kind} data-answer={Boolean(cover) || undefined}>
      {!cover && <Status />}
      <div className="flow">
        <span className="verdict-badge" aria-hidden="true">
          {VERDICT.badge[kind]}
        </span>
        <p className="says verdict-sentence" aria-hidden="true">
          <Sentence verdict={verdict} />
        </p>
        {(kind === 'bends' || isShown) && (
          <button
            type="button"
            className="button is-small"
            aria-expanded={isShown}
            onClick={() => setProof(isShown ? 'hidden' : 'asked')}
          >
            {isShown ? VERDICT.hide : VERDICT.showMe}
          </button>
        )}
      </div>
      {isShown && (
        <Suspense fallback={<p className="witness">{VERDICT.looking}</p>}>
          <WitnessPanel isAsked={proof === 'asked'} onArrive={arrive} />
        </Suspense>
      )}
      <div className="flow">
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
      {cover}
    </div>
  );
}

/**
 * The whole verdict as it is said aloud, for those who listen. It follows at once: what stands there is always true. It is
 * not announced at every key.
 */
function Status() {
  const [now, ref] = useWritten(useLive(selectSpokenVerdict), writeText);
  return (
    <p ref={ref} className="visually-hidden" role="status" aria-live="off" aria-label={STAGE.verdict}>
      {now}
    </p>
  );
}

export const selectSpokenVerdict = fact((known) => spokenVerdict(selectVerdict(known)));

/** The whole verdict as one text, its formulas in words. */
export function spokenVerdict({ network, all, nonnegative, creases, pieces }: VerdictNow): string {
  if (all.kind === 'collapses') return VERDICT.collapsesTo(foundModelSpoken(all, network));
  if (all.kind !== 'bends') {
    const badge = VERDICT.badge[all.kind];
    return `${badge}${badge.endsWith('…') ? '' : '.'} ${VERDICT[all.kind]}`;
  }
  const start = VERDICT.bendsPlain({ creases, pieces });
  if (nonnegative.kind === 'collapses')
    return `${start} ${VERDICT.onNonnegative(foundModelSpoken(nonnegative, network))}`;
  return nonnegative.kind === 'bends' ? `${start} ${VERDICT.bendsOnNonnegative}` : start;
}

function Sentence({ verdict }: { readonly verdict: VerdictNow }): ReactNode {
  const { network, all, nonnegative, creases, pieces, linear } = verdict;
  if (all.kind === 'collapses') {
    const words = linear ? VERDICT.equalsOne : VERDICT.yetOne;
    return (
      <>
        {words(sizeText(network))} <FoundModelFormula on="all" />
      </>
    );
  }
  if (all.kind !== 'bends') return VERDICT[all.kind];
  const bends: Bends = { creases, pieces };
  return (
    <>
      {VERDICT.bendsSentence(bends)}{' '}
      {nonnegative.kind === 'collapses' && (
        <>
          {VERDICT.onInputs} <StaticFormula tex="x \ge 0" spoken={SPOKEN.nonnegative} /> {VERDICT.neverBends}{' '}
          <FoundModelFormula on="nonnegative" /> {VERDICT.there}
        </>
      )}
      {nonnegative.kind === 'bends' && VERDICT.bendsOnNonnegative}
    </>
  );
}
