/** The derivation: the steps at the left, the lines at the right; where ReLU holds it up, why, and the pieces instead. */
import { Suspense, memo, useRef, useState, type KeyboardEvent } from 'react';
import type { Derivation } from '../algebra/derivation.ts';
import { linkFor } from '../state/address.ts';
import { DEFAULT_PRESET } from '../state/preset.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { lateAgain } from '../browser/late-code.ts';
import { useKept, useLive, useCrease } from '../live/live.ts';
import { memoize } from '../facts/memoize.ts';
import { selectStep, selectDerivation, selectStepCount } from '../live/select.ts';
import { useCreaseStore, useActions } from '../live/use-store.ts';
import { rove } from '../controls/rover.tsx';
import { lazyPart } from '../controls/lazy-part.tsx';
import { useKeptOpen } from '../controls/use-kept-open.ts';
import { Failure } from '../controls/boundary.tsx';
import { loadKatex, useKatexMissed } from '../equation/katex-html.ts';
import { Lines } from '../equation/lines.tsx';
import { hasManyTerms, hasTooManyTerms } from '../equation/rows.ts';
import { EQUATION } from '../words/equation.ts';
import { STAGE } from '../words/stage-words.ts';
import { useKeptFocus } from './kept-focus.ts';
import type { Knowledge } from '../live/knowledge.ts';
import './derivation-panel.css';

/** Neither is on the first screen. */
const MatrixLines = lazyPart(async () => (await import('../equation/matrix-lines.tsx')).MatrixLines);
const Cases = lazyPart(async () => (await import('../equation/cases.tsx')).Cases);

export function DerivationPanel() {
  const { count, many, tooMany, stuckFrom, bends } = useKept(useLive(selectFrame), sameFrame);
  const stuck = useCrease(selectStuck);
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
      <Stepper matrix={form || count === 0 ? null : asked} onMatrix={setAsked} />
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
          <div className="held" data-hidden={(step > 0 && step < stuckFrom) || undefined}>
            {stuck && <p className="held-step">{STAGE.stops[stuck]}</p>}
            <Suspense>
              <Cases />
            </Suspense>
          </div>
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

/** The step that is shown, where it can't be taken. */
const selectStuck = (known: Knowledge) => {
  const step = selectDerivation(known).steps[selectStep(known) - 1];
  return step?.outcome === 'stuck' && step.kind !== 'writeOut' ? step.kind : null;
};

/** Buttons would do; links can also be copied, opened beside, and bookmarked. */
interface StepperProps {
  /** Has the matrix form been asked for? Null where there is nothing to ask. */
  readonly matrix: boolean | null;
  readonly onMatrix: (asked: boolean) => void;
}

const Stepper = memo(function Stepper({ matrix, onMatrix }: StepperProps) {
  const store = useCreaseStore();
  const actions = useActions();
  const step = useCrease(selectStep);
  const count = useCrease(selectStepCount);
  const outcomes = useCrease((known) => outcomesOf(derivationOf(known.network)), []);
  const list = useRef<HTMLOListElement>(null);
  useKeptFocus(list);
  const go = (next: number) => actions.setStep(Math.max(0, Math.min(count, next)));
  const rounds = count / 3;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = rove(event, step - 1, count);
    if (next === null) return;
    event.preventDefault();
    go(next + 1);
    list.current?.querySelectorAll('a')[next]?.focus();
  };
  /** The address is filled in when somebody is about to use it: during a drag it would change at every move. */
  const fill = (anchor: HTMLAnchorElement, number: number) => {
    anchor.href = `#${linkFor(store.getState(), number)}`;
  };

  if (count === 0) return <div className="stepper" />;
  return (
    <div className="stepper">
      <ol ref={list} data-rounds={rounds > 1 || undefined}>
        {outcomes.split(' ').map((outcome, i) => {
          const number = i + 1;
          const kind = (['writeOut', 'multiplyOut', 'combine'] as const)[i % 3] ?? 'combine';
          return (
            <li key={number}>
              <a
                href={`#preset=${DEFAULT_PRESET}&step=${number}`}
                tabIndex={number === Math.max(1, step) ? 0 : -1}
                data-outcome={outcome}
                data-reached={step === 0 || number <= step || undefined}
                aria-current={number === step ? 'step' : undefined}
                onPointerEnter={(event) => fill(event.currentTarget, number)}
                onKeyDown={onKeyDown}
                onFocus={(event) => fill(event.currentTarget, number)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  go(number === step ? 0 : number);
                }}
              >
                <span className="step-mark" aria-hidden="true">
                  {outcome === 'stuck' ? '×' : number}
                </span>
                <span>
                  {STAGE.steps[kind]}
                  {rounds > 1 && i % 3 === 0 ? <small> {STAGE.layer(rounds - Math.floor(i / 3))}</small> : null}
                  {outcome === 'stuck' ? <span className="visually-hidden"> {STAGE.stuck}</span> : null}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
      <div className="stepper-buttons">
        <button type="button" className="button is-small" aria-disabled={step === 0} onClick={() => go(step - 1)}>
          {STAGE.back}
        </button>
        <button type="button" className="button is-small" aria-disabled={step === count} onClick={() => go(step + 1)}>
          {STAGE.next}
        </button>
        {matrix !== null && (
          <button
            type="button"
            className="button is-small matrix-switch"
            aria-label={EQUATION.matrixForm}
            aria-pressed={matrix}
            title={EQUATION.matrixForm}
            onClick={() => onMatrix(!matrix)}
          >
            {EQUATION.matrix}
          </button>
        )}
      </div>
    </div>
  );
});

/** As one text, so that the stepper redraws only when an outcome changes. */
function outcomesOf(derivation: Derivation): string {
  return derivation.steps.map((step) => step.outcome).join(' ');
}
