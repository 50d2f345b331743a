/** Folds the network up: one button that runs it, a slider that goes anywhere on its way, and its steps. */
import { createElement, memo, useRef, type KeyboardEvent } from 'react';
import type { Derivation } from '../algebra/derivation.ts';
import { linkFor } from '../state/address.ts';
import { DEFAULT_PRESET } from '../state/preset.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { foldEnd } from '../facts/fold-end.ts';
import { late } from '../browser/late-code.ts';
import type { Knowledge } from '../live/knowledge.ts';
import { useCrease, useLive, useWritten } from '../live/live.ts';
import { selectAreHidden, selectStep, selectStepCount } from '../live/select.ts';
import { useCreaseStore, useActions } from '../live/use-store.ts';
import { useQuiet } from '../controls/use-quiet.ts';
import { rove } from '../controls/rover.tsx';
import { EQUATION } from '#words/equation.ts';
import { STAGE } from '#words/stage-words.ts';
import './fold-bar.css';

export interface FoldBarProps {
  /** Has the matrix form been asked for? Null where there is nothing to ask. */
  readonly matrix: boolean | null;
  readonly onMatrix: (asked: boolean) => void;
}

const KINDS = ['writeOut', 'multiplyOut', 'combine'] as const;

const loadKeptFocus = async () => (await import('./kept-focus.tsx')).KeptFocus;
const loadPlayer = () => import('./fold-player.ts');

/** How far it can be folded: to the end, or to where it jams. */
const selectEnd = (known: Knowledge) => foldEnd(derivationOf(known.network));

/** How far it is folded. A step that can't be taken is shown, and jams on the way to it. */
const selectFolded = (known: Knowledge) => Math.min(known.progress, selectEnd(known));

const selectDoing = (known: Knowledge): keyof typeof STAGE.fold =>
  known.isPlaying
    ? 'pause'
    : known.progress === 0
      ? 'start'
      : selectFolded(known) === selectEnd(known)
        ? 'unfold'
        : 'goOn';

export const FoldBar = memo(function FoldBar({ matrix, onMatrix }: FoldBarProps) {
  const store = useCreaseStore();
  const { setStep } = useActions();
  const count = useCrease(selectStepCount);
  const doing = useCrease(selectDoing);
  // Where its code can't be had, it does at once what it would lead to.
  const atOnce = () =>
    setStep(doing === 'unfold' ? 0 : Math.ceil(foldEnd(derivationOf(store.getState().history.present.network))));
  if (count === 0) return <div className="screen-only fold-bar" />;
  return (
    <div className="screen-only fold-bar">
      <button
        type="button"
        className="button is-strong fold-button"
        data-doing={doing}
        onClick={() => void late(loadPlayer).then(({ play }) => play(store), atOnce)}
      >
        {STAGE.fold[doing]}
      </button>
      <div className="fold-way">
        {/* It would take no value above its old end. */}
        <FoldSlider key={count} count={count} />
        <Steps count={count} />
      </div>
      {matrix !== null && (
        <button
          type="button"
          className="button is-small"
          aria-label={EQUATION.matrixForm}
          aria-pressed={matrix}
          title={EQUATION.matrixForm}
          onClick={() => onMatrix(!matrix)}
        >
          {EQUATION.matrix}
        </button>
      )}
    </div>
  );
});

/** So near a step, it is that step. */
const NEAR = 0.03;

function FoldSlider({ count }: { readonly count: number }) {
  const { fold, setStep } = useActions();
  const end = useCrease(selectEnd);
  const [folded, ref] = useWritten(useLive(selectFolded), writeFolded);
  return (
    <input
      ref={ref}
      type="range"
      className="slider fold-slider"
      aria-label={STAGE.folded}
      min={0}
      max={count}
      step={0.02}
      defaultValue={folded}
      aria-valuetext={STAGE.foldedTo(folded, count)}
      style={{ '--from': '0%', '--to': share(folded, count) } as React.CSSProperties}
      onChange={({ target }) => {
        const wanted = Math.min(target.valueAsNumber, end);
        const nearest = Math.round(wanted);
        if (Math.abs(wanted - nearest) < NEAR) setStep(nearest);
        else fold(wanted, false);
        // It goes no further than that.
        target.value = String(wanted);
      }}
    />
  );
}

function writeFolded(slider: HTMLInputElement, folded: number): void {
  const count = Number(slider.max);
  slider.value = String(folded);
  slider.style.setProperty('--to', share(folded, count));
  slider.setAttribute('aria-valuetext', STAGE.foldedTo(folded, count));
}

function share(folded: number, count: number): string {
  return `${(100 * folded) / count}%`;
}

/** Buttons would do; links can also be copied, opened beside, and bookmarked. */
function Steps({ count }: { readonly count: number }) {
  const store = useCreaseStore();
  const { setStep } = useActions();
  const step = useCrease(selectStep);
  // Which step can't be taken is for the class to find out.
  const outcomes = useCrease((known) => outcomesOf(derivationOf(known.network), selectAreHidden(known)), []);
  const list = useRef<HTMLOListElement>(null);
  const keptFocus = useQuiet(loadKeptFocus);
  const rounds = count / 3;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = rove(event, step - 1, count);
    if (next === null) return;
    event.preventDefault();
    setStep(next + 1);
    list.current?.querySelectorAll('a')[next]?.focus();
  };
  /** The address is filled in when somebody is about to use it: during a drag it would change at every move. */
  const fill = (anchor: HTMLAnchorElement, number: number) => {
    anchor.href = `#${linkFor(store.getState(), number)}`;
  };

  return (
    <ol ref={list} className="steps" data-rounds={rounds > 1 || undefined}>
      {keptFocus && createElement(keptFocus)}
      {outcomes.split(' ').map((outcome, i) => {
        const number = i + 1;
        return (
          <li key={number}>
            <a
              className="quiet"
              href={`#preset=${DEFAULT_PRESET}&step=${number}`}
              tabIndex={number === Math.max(1, step) ? 0 : -1}
              data-outcome={outcome}
              data-reached={number <= step || undefined}
              aria-current={number === step ? 'step' : undefined}
              onPointerEnter={(event) => fill(event.currentTarget, number)}
              onKeyDown={onKeyDown}
              onFocus={(event) => fill(event.currentTarget, number)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                setStep(number === step ? 0 : number);
              }}
            >
              <span className="step-number" aria-hidden="true">
                {outcome === 'stuck' ? '×' : number}
              </span>
              <span className="step-name" data-name={STAGE.steps[KINDS[i % 3] ?? 'combine']}>
                {STAGE.steps[KINDS[i % 3] ?? 'combine']}
                {rounds > 1 && i % 3 === 0 ? <small> {STAGE.layer(rounds - Math.floor(i / 3))}</small> : null}
                {outcome === 'stuck' ? <span className="visually-hidden"> {STAGE.stuck}</span> : null}
              </span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

/** As one text, so that the steps are redrawn only when an outcome changes. */
function outcomesOf(derivation: Derivation, areHidden: boolean): string {
  return derivation.steps.map(({ outcome }) => (areHidden ? 'done' : outcome)).join(' ');
}
