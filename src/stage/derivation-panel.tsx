/** The derivation: the steps at the left, the lines at the right; where ReLU holds it up, why, and the pieces instead. */
import { Suspense, useState } from 'react';
import type { Derivation } from '../algebra/derivation.ts';
import { lateAgain } from '../browser/late-code.ts';
import { loadEngine } from '../browser/lazy-engine.ts';
import { useKept, useLive, useCrease } from '../live/live.ts';
import { memoize } from '../facts/memoize.ts';
import { selectStep, selectDerivation } from '../live/select.ts';
import { fetchAhead, lazyPart } from '../controls/lazy-part.tsx';
import { useKeptOpen } from '../controls/use-kept-open.ts';
import { Failure } from '../controls/boundary.tsx';
import { loadKatex, useKatexMissed } from '../equation/katex-html.ts';
import { Lines } from '../equation/lines.tsx';
import { hasManyTerms, hasTooManyTerms } from '../equation/rows.ts';
import { STAGE } from '#words/stage-words.ts';
import { FoldBar } from './fold-bar.tsx';
import type { Knowledge } from '../live/knowledge.ts';
import './derivation-panel.css';

/** Neither is on the first screen. */
const MatrixLines = lazyPart(async () => (await import('../equation/matrix-lines.tsx')).MatrixLines);
const Held = lazyPart(async () => (await import('./held.tsx')).Held);

/** All that a network's derivation may be made of, before it is asked for. */
export function fetchDerivation(): Promise<unknown> {
  return Promise.allSettled([fetchAhead(Held, MatrixLines), loadEngine()]);
}

export function DerivationPanel() {
  const { count, many, tooMany, stuckFrom, bends } = useKept(useLive(selectFrame), sameFrame);
  const step = useCrease(selectStep);
  const [asked, setAsked] = useState(false);
  useKeptOpen('matrix', asked, () => setAsked(true));
  // In the other form the control that is being worked on would be another one.
  const working = useCrease(selectIsWorking);
  const [form, setForm] = useState(many);
  if (form !== many && (tooMany || !working)) setForm(many);
  const matrices = form || (asked && count > 0);
  return (
    <section className="derivation" aria-label={STAGE.derivation}>
      <FoldBar matrix={form || count === 0 ? null : asked} onMatrix={setAsked} />
      <div className="derivation-lines">
        <KatexMissed />
        {matrices ? (
          <Suspense>
            <MatrixLines step={step} />
          </Suspense>
        ) : (
          <Lines step={step} />
        )}
        {bends && (
          <Suspense>
            <Held isHidden={step > 0 && step < stuckFrom} />
          </Suspense>
        )}
      </div>
    </section>
  );
}

/** Formulas that can't be set are written as plain characters, and say so. */
function KatexMissed() {
  const isMissed = useKatexMissed();
  return (
    isMissed && (
      <Failure onRetry={() => void loadKatex(lateAgain).catch(() => undefined)}>{STAGE.plainFormulas}</Failure>
    )
  );
}

const selectIsWorking = (known: Knowledge) => known.active !== null;

/** What the panel depends on: none of it changes with most numbers. */
interface Frame {
  readonly count: number;
  readonly many: boolean;
  readonly tooMany: boolean;
  /** The first step that bent nodes hold up. */
  readonly stuckFrom: number;
  readonly bends: boolean;
}

const frames = memoize((derivation: Derivation): Frame => ({
  count: derivation.steps.length,
  many: hasManyTerms(derivation),
  tooMany: hasTooManyTerms(derivation),
  stuckFrom: derivation.steps.findIndex(({ outcome }) => outcome !== 'done') + 1,
  bends: derivation.model === null,
}));

const selectFrame = (known: Knowledge) => frames(selectDerivation(known));

function sameFrame(p: Frame, q: Frame): boolean {
  return (
    p.count === q.count &&
    p.many === q.many &&
    p.tooMany === q.tooMany &&
    p.stuckFrom === q.stuckFrom &&
    p.bends === q.bends
  );
}
