/** The figure of section 4: three models of the same points, side by side, and their losses. */
import { useCallback, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ActivationKind } from '../../activation/activation.ts';
import { toNumber, type Rational } from '../../number/rational.ts';
import { goTogether, pairOf, viewOf, type PairView } from '../../train/pair.ts';
import { useCreaseStore } from '../../live/use-store.ts';
import { isSwitchedOn } from '../../state/view.ts';
import { ACTIVATION_WORDS } from '#words/activation-words.ts';
import { FIT } from '#words/chapter/what-the-crease-buys-words.ts';
import { axisNumber } from '#words/number.ts';
import { Figure } from '../section.tsx';
import { coverOf } from '../../controls/use-cover.tsx';
import { useAreHidden } from '../at-top.tsx';
import { useAskedAnew } from '../guess.ts';
import { useAnswerable } from '../use-answerable.ts';
import { useIsLive } from './use-is-live.ts';
import { BentPanel, FloorPanel, LinearPanel } from './model-panels.tsx';
import { Controls } from './controls.tsx';
import { CoursePlot } from './course-plot.tsx';
import { useFit } from './use-fit.ts';
import { StagePart } from './stage-part.tsx';
import { distanceText, shownNumber } from '#words/chapter/training-numbers.ts';
import { Settings } from './settings.tsx';
import { twoDigits } from './rate.ts';
import { DataPart } from './data-part.tsx';
import { DeadNodesPart } from './dead-nodes-part.tsx';
import type { FitData } from './fit-data.ts';
import { EXAMPLE_STEP, FIRST_SETUP, floorOf, nextSeed, pairSetupOf, withData } from './fit-setup.ts';
import type { FitState, FitStore } from './fit-store.ts';
import { inUnits } from './in-units.ts';
import { turnsOf } from './turns.ts';
import { shownOf, useShown, useShownAs, useTurns, type FitTurns, type Shown } from './use-turns.ts';

/** What the reader has said of the floor of these data. */
export type FloorGuess = { readonly kind: 'none' | 'skipped' } | { readonly kind: 'guessed'; readonly value: Rational };

const NO_GUESS: FloorGuess = { kind: 'none' };

export function FitFigure() {
  const [guess, setGuess] = useState<FloorGuess>(NO_GUESS);
  const stage = useCreaseStore();
  const areHidden = useAreHidden();
  // Who opens a training that has gone on has nothing to guess.
  const { store, broken, isTooLong } = useFit((step) =>
    setGuess(
      step > 0 && !areHidden && !isSwitchedOn(stage.getState().figures, 'hidden') ? { kind: 'skipped' } : NO_GUESS,
    ),
  );
  useAskedAnew(() => setGuess(NO_GUESS));
  const setup = useStore(store, setupOf);
  const resting = useStore(store, restingView);
  const isPlaying = useStore(store, ({ motion }) => motion.kind === 'play');
  const isLive = useIsLive();
  const isAnswerable = useAnswerable();
  const own = useTurns(store);
  const turns = isLive ? own : exampleTurns();
  const { actions } = store.getState();
  const { data } = setup;
  const isResting = resting !== null;
  const floorLoss = toNumber(floorOf(data.rows).loss);
  const isAsked = isAnswerable && guess.kind === 'none';
  const isTrained = useStore(store, hasSteps);
  const cover =
    isAsked && areHidden && isLive && isTrained ? coverOf('training', () => setGuess({ kind: 'skipped' })) : null;
  const bentName = ACTIVATION_WORDS[setup.activation].name;
  const { change } = actions;
  const skip = useCallback(() => setGuess((said) => (said.kind === 'none' ? { kind: 'skipped' } : said)), []);
  const takeData = useCallback(
    (next: FitData) => {
      const { setup: before } = store.getState();
      change(withData(before, next));
      // Points that are only moved ask nothing anew, and what was said of them before is over.
      setGuess((said) => (next.name === before.data.name && said.kind !== 'none' ? { kind: 'skipped' } : NO_GUESS));
    },
    [store, change],
  );
  const startAnother = useCallback(
    () => change({ seed: nextSeed(store.getState().setup.seed), start: null }),
    [store, change],
  );
  return (
    // The start takes the place of the finished example as a whole: nothing of it moves.
    <Figure key={isLive ? 'live' : 'example'} name={FIT.figure} className="fit-figure">
      <DataPart data={data} isLive={isLive} onData={takeData} />
      <Models
        data={data}
        turns={turns}
        isLive={isLive}
        isAsked={isAsked}
        guess={guess}
        startLoss={isAsked ? (inUnits(store.getState().view, data.scalings).course[0]?.linear ?? 0) : 0}
        kind={setup.activation}
        isMoving={isPlaying}
        cover={cover}
        onGuess={setGuess}
      />
      <DeadNodesPart turns={turns} isResting={isResting} onAnother={startAnother} />
      <Notice store={store} turns={turns} bentName={bentName} broken={broken} />
      <div className="flow screen-only fit-controls" inert={!isLive}>
        <Controls store={store} turns={turns} onStart={skip} />
      </div>
      <div data-answer={Boolean(cover) || undefined}>
        <Course
          store={store}
          turns={turns}
          isAsked={isAsked}
          bentName={bentName}
          isLive={isLive}
          isMoving={isPlaying}
        />
        {cover}
      </div>
      <div className="screen-only fit-settings" inert={!isLive}>
        <Settings setup={setup} onChange={change} />
        <StagePart
          setup={setup}
          trained={cover ? null : (resting?.bent.network ?? null)}
          bentName={bentName}
          onStart={change}
        />
        {isTooLong && <p className="small">{FIT.tooLongForLink}</p>}
      </div>
      <p className="visually-hidden" role="status">
        {isLive && resting && resting.step > 0 && !isAsked
          ? spokenState(inUnits(resting, data.scalings), floorLoss, bentName)
          : ''}
      </p>
    </Figure>
  );
}

const hasSteps = ({ view }: FitState) => view.step > 0;
const setupOf = ({ setup }: FitState) => setup;
const restingView = ({ motion, view }: FitState) => (motion.kind === 'rest' ? view : null);

interface ModelsProps {
  readonly data: FitData;
  readonly turns: FitTurns;
  readonly isLive: boolean;
  readonly isAsked: boolean;
  readonly guess: FloorGuess;
  /** The loss at the start, as a hint to who is asked. */
  readonly startLoss: number;
  readonly kind: ActivationKind;
  readonly isMoving: boolean;
  /** Over what a training has come to. */
  readonly cover: ReactNode;
  readonly onGuess: (guess: FloorGuess) => void;
}

/** The floor, the linear network and the one that bends. */
function Models({ data, turns, isLive, isAsked, guess, startLoss, kind, isMoving, cover, onGuess }: ModelsProps) {
  const learning = { turns, isAsked, isMoving, cover };
  return (
    <div className="fit-models" data-inputs={data.inputs.length} data-waiting={!isLive || undefined}>
      <FloorPanel data={data} isAsked={isAsked} guess={guess} startLoss={startLoss} onGuess={onGuess} />
      <LinearPanel {...learning} />
      <BentPanel {...learning} name={ACTIVATION_WORDS[kind].name} kind={kind} />
    </div>
  );
}

interface CourseProps {
  readonly store: FitStore;
  readonly turns: FitTurns;
  readonly isAsked: boolean;
  readonly bentName: string;
  readonly isLive: boolean;
  readonly isMoving: boolean;
}

function Course({ store, turns, isAsked, bentName, isLive, isMoving }: CourseProps) {
  const { data, view } = useShown(turns, 'course');
  const aim = useStore(store, ({ motion }) => (motion.kind === 'go' ? motion.step : null));
  const floorLoss = toNumber(floorOf(data.rows).loss);
  return (
    <CoursePlot
      view={view}
      aim={aim ?? view.step}
      floor={isAsked ? null : floorLoss}
      bentName={bentName}
      spoken={spokenState(view, isAsked ? null : floorLoss, bentName)}
      isLive={isLive}
      isMoving={isMoving}
      onGo={store.getState().actions.goTo}
    />
  );
}

/** What the build's HTML shows. */
const exampleTurns = memoizeOnce((): FitTurns => {
  const pair = pairOf(pairSetupOf(FIRST_SETUP));
  goTogether(pair, EXAMPLE_STEP);
  return turnsOf(shownOf(FIRST_SETUP.data, viewOf(pair)));
});

function memoizeOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The losses in one sentence; `floor`: null while it is asked for. */
const spokenState = (view: PairView, floor: number | null, bentName: string): string => {
  const say = (loss: number) => FIT.spokenLoss(shownNumber(loss), floor === null ? null : distanceText(loss, floor));
  return FIT.rest(view.step, say(view.linear.loss), `${bentName}: ${say(view.bent.loss)}.`);
};

/** Null before it has come to it. */
const divergenceAt = ({ raw: { step, diverged } }: Shown) => (diverged && step >= diverged.last ? diverged : null);

interface NoticeProps {
  readonly store: FitStore;
  readonly turns: FitTurns;
  readonly bentName: string;
  /** Of the link. */
  readonly broken: string | null;
}

/** What has gone wrong, and the way out. */
function Notice({ store, turns, bentName, broken }: NoticeProps): ReactNode {
  const diverged = useShownAs(turns, 'numbers', divergenceAt);
  const hasFailed = useStore(store, (state) => state.hasFailed);
  const { rate } = useStore(store, setupOf);
  const { actions } = store.getState();
  const half = twoDigits(rate / 2);
  if (!hasFailed && !diverged && broken === null) return null;
  return (
    <div className="fit-notice" role="alert">
      {broken !== null && <p>{broken}</p>}
      {hasFailed && (
        <p>
          {FIT.failed}{' '}
          <button type="button" className="button is-small" onClick={() => actions.play()}>
            {FIT.again}
          </button>
        </p>
      )}
      {diverged && (
        <p>
          {FIT.diverged.what(diverged.model === 'linear' ? 'linear' : bentName, diverged.last, axisNumber(rate))}{' '}
          <button type="button" className="button is-small" onClick={() => actions.change({ rate: half })}>
            {FIT.diverged.half(axisNumber(half))}
          </button>
        </p>
      )}
    </div>
  );
}
