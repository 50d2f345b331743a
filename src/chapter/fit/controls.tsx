/** Play, pause, one step, back to the start, speed: and what is said when it comes to rest. */
import { useStore } from 'zustand';
import { useMedia } from '../../controls/use-media.ts';
import { FIT } from '#words/chapter/what-the-crease-buys-words.ts';
import type { FitStore } from './fit-store.ts';
import { useShown, useShownAs, type FitTurns, type Shown } from './use-turns.ts';

/** Where nothing may play by itself. */
const LEAP = 500;

export interface ControlsProps {
  readonly store: FitStore;
  readonly turns: FitTurns;
  /** Before anything moves. */
  readonly onStart: () => void;
}

export function Controls({ store, turns, onStart }: ControlsProps) {
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const isPlaying = useStore(store, ({ motion }) => motion.kind === 'play');
  const speed = useStore(store, (state) => state.speed);
  const isAtEnd = useShownAs(turns, 'numbers', isPastTheEnd);
  const isAtStart = useShownAs(turns, 'numbers', isFirst);
  const { actions } = store.getState();
  const go = (to: number) => {
    onStart();
    actions.goTo(to);
  };
  const goOn = (steps: number) => !isAtEnd && go(store.getState().view.step + steps);
  return (
    <>
      {isStill ? null : (
        <button
          type="button"
          className="button is-strong fit-play"
          aria-disabled={isAtEnd || undefined}
          onClick={() => {
            onStart();
            if (isPlaying) actions.pause();
            else if (!isAtEnd) actions.play();
          }}
        >
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d={isPlaying ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2 .5 11 6 2 11.5z'} />
          </svg>
          {isPlaying ? FIT.pause : FIT.play}
        </button>
      )}
      <button type="button" className="button" aria-disabled={isAtEnd || undefined} onClick={() => goOn(1)}>
        {FIT.step}
      </button>
      <button
        type="button"
        className={isStill ? 'button is-strong' : 'button'}
        aria-disabled={isAtEnd || undefined}
        onClick={() => goOn(LEAP)}
      >
        {FIT.run(LEAP)}
      </button>
      <button type="button" className="button" aria-disabled={isAtStart || undefined} onClick={() => go(0)}>
        {FIT.reset}
      </button>
      {isStill ? null : (
        <label className="flow small">
          {FIT.speed}
          <select className="field" value={speed} onChange={(event) => actions.setSpeed(Number(event.target.value))}>
            {Object.entries(FIT.speeds).map(([steps, name]) => (
              <option key={steps} value={steps}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <StepNumber turns={turns} />
    </>
  );
}

/** What changes while it plays: the buttons beside it are not drawn anew. */
function StepNumber({ turns }: { readonly turns: FitTurns }) {
  const { step } = useShown(turns, 'numbers').raw;
  return (
    <output className="fit-step" aria-live="off">
      {FIT.at(step)}
    </output>
  );
}

const isFirst = ({ raw: { step } }: Shown) => step === 0;
const isPastTheEnd = ({ raw: { step, diverged } }: Shown) => diverged !== null && step >= diverged.last;
