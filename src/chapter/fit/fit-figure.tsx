/** The figure of section 4: three models of the same points, side by side, and their losses. */
import { memo, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ActivationKind } from '../../activation/activation.ts';
import { mapNumbers, type Network } from '../../model/network.ts';
import { toNumber, type Rational } from '../../number/rational.ts';
import { memoize } from '../../facts/memoize.ts';
import { goTogether, pairOf, viewOf, type PairView } from '../../train/pair.ts';
import { ACTIVATION_WORDS } from '../../words/activation-words.ts';
import { FIT } from '../../words/chapter/what-the-crease-buys-words.ts';
import { axisNumber } from '../../words/number.ts';
import { directNetwork } from '../network-picture.tsx';
import { Figure } from '../section.tsx';
import { useAskedAnew } from '../guess.ts';
import { useAnswerable } from '../use-answerable.ts';
import { useIsLive } from './use-is-live.ts';
import { BentPanel, FloorPanel, LinearPanel } from './model-panels.tsx';
import { Controls } from './controls.tsx';
import { CoursePlot } from './course-plot.tsx';
import { useFit } from './use-fit.ts';
import { useUnhurried } from './use-unhurried.ts';
import { StagePart } from './stage-part.tsx';
import { distanceText, shownNumber } from '../../words/chapter/training-numbers.ts';
import { frameOf } from './plot-frame.ts';
import { Settings } from './settings.tsx';
import { twoDigits } from './rate.ts';
import { DataPart } from './data-part.tsx';
import { DeadNodesPart } from './dead-nodes-part.tsx';
import type { FitData } from './fit-data.ts';
import { EXAMPLE_STEP, FIRST_SETUP, floorOf, nextSeed, pairSetupOf, withData } from './fit-setup.ts';
import { inUnits } from './in-units.ts';

/** What the reader has said of the floor of these data. */
export type FloorGuess = { readonly kind: 'none' | 'skipped' } | { readonly kind: 'guessed'; readonly value: Rational };

const NO_GUESS: FloorGuess = { kind: 'none' };

export function FitFigure() {
  const [guess, setGuess] = useState<FloorGuess>(NO_GUESS);
  // Who opens a training that has gone on has nothing to guess.
  const { store, broken, isTooLong } = useFit((step) => setGuess(step > 0 ? { kind: 'skipped' } : NO_GUESS));
  useAskedAnew(() => setGuess(NO_GUESS));
  const state = useStore(store);
  const isLive = useIsLive();
  const isAnswerable = useAnswerable();
  const { setup, actions, motion } = state;
  const { data } = setup;
  const raw = isLive ? state.view : exampleView();
  const shown = useMemo((): Shown => ({ data, raw, view: inUnits(raw, data.scalings) }), [raw, data]);
  const { view } = shown;
  const isResting = motion.kind === 'rest';
  const read = useUnhurried(shown, !isResting, haveSameData);
  const floorLoss = toNumber(floorOf(data.rows).loss);
  const isAsked = isAnswerable && guess.kind === 'none';
  const skip = () => setGuess((before) => (before.kind === 'none' ? { kind: 'skipped' } : before));
  const bentName = ACTIVATION_WORDS[setup.activation].name;
  const spoken = spokenState(read.view, floorLoss, bentName);
  const { change } = actions;
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
      <SteadyDataPart data={data} isLive={isLive} onData={takeData} />
      <Models
        shown={shown}
        read={read}
        isLive={isLive}
        isAsked={isAsked}
        guess={guess}
        kind={setup.activation}
        onGuess={setGuess}
      />
      <SteadyDeadNodes data={data} view={read.raw} isResting={isResting} onAnother={startAnother} />
      <Notice
        view={view}
        bentName={bentName}
        rate={setup.rate}
        hasFailed={state.hasFailed}
        broken={broken}
        onRate={(rate) => change({ rate })}
        onAgain={() => actions.play()}
      />
      <div className="fit-controls" inert={!isLive}>
        <Controls state={state} step={read.view.step} onStart={skip} />
      </div>
      <CoursePlot
        view={view}
        aim={motion.kind === 'go' ? motion.step : view.step}
        floor={isAsked ? null : floorLoss}
        bentName={bentName}
        spoken={spoken}
        isLive={isLive}
        onGo={(step) => actions.goTo(step)}
      />
      <div className="fit-settings" inert={!isLive}>
        <SteadySettings setup={setup} onChange={change} />
        <SteadyStagePart
          setup={setup}
          trained={isResting ? raw.bent.network : null}
          bentName={bentName}
          onStart={change}
        />
        {isTooLong && <p className="fit-too-long">{FIT.tooLongForLink}</p>}
      </div>
      <p className="visually-hidden" role="status">
        {isLive && isResting && view.step > 0 && !isAsked ? spoken : ''}
      </p>
    </Figure>
  );
}

/** A step of the training, as it was trained and in the units of the data. */
interface Shown {
  readonly data: FitData;
  readonly raw: PairView;
  readonly view: PairView;
}

interface ModelsProps {
  readonly shown: Shown;
  /** The same, as fast as it can be read. */
  readonly read: Shown;
  readonly isLive: boolean;
  readonly isAsked: boolean;
  readonly guess: FloorGuess;
  readonly kind: ActivationKind;
  readonly onGuess: (guess: FloorGuess) => void;
}

/** The floor, the linear network and the one that bends. */
function Models({ shown: { data, view }, read, isLive, isAsked, guess, kind, onGuess }: ModelsProps) {
  const frame = useMemo(() => frameOf(data), [data]);
  const floor = floorOf(data.rows);
  const floorNetwork = floorNetworkOf(data);
  const shared = { data, frame, floorLoss: isAsked ? null : toNumber(floor.loss) };
  const beside = isAsked ? null : floorNetwork;
  return (
    <div className="fit-models" data-inputs={data.inputs.length} data-waiting={!isLive || undefined}>
      <SteadyFloorPanel
        {...shared}
        network={floorNetwork}
        floor={floor}
        isAsked={isAsked}
        guess={guess}
        startLoss={isAsked ? view.linear.loss : 0}
        onGuess={onGuess}
      />
      <LinearPanel {...shared} model={view.linear} read={read.view.linear} beside={beside} />
      <BentPanel
        {...shared}
        model={view.bent}
        read={read.view.bent}
        beside={beside}
        name={ACTIVATION_WORDS[kind].name}
        kind={kind}
      />
    </div>
  );
}

const haveSameData = (p: Shown, q: Shown) => p.data === q.data;

// None of these moves with the training: they are left alone while it plays.
const SteadyDataPart = memo(DataPart);
const SteadyFloorPanel = memo(FloorPanel);
const SteadyDeadNodes = memo(DeadNodesPart);
const SteadySettings = memo(Settings);
const SteadyStagePart = memo(StagePart);

/** What the build's HTML shows. */
const exampleView = memoizeOnce((): PairView => {
  const pair = pairOf(pairSetupOf(FIRST_SETUP));
  goTogether(pair, EXAMPLE_STEP);
  return viewOf(pair);
});

function memoizeOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

const floorNetworkOf = memoize(({ inputs, rows }: FitData): Network<number> =>
  mapNumbers(directNetwork(inputs, floorOf(rows)), toNumber),
);

/** The losses in one sentence. */
const spokenState = (view: PairView, floor: number, bentName: string): string => {
  const say = (loss: number) => FIT.spokenLoss(shownNumber(loss), distanceText(loss, floor));
  return FIT.rest(view.step, say(view.linear.loss), `${bentName}: ${say(view.bent.loss)}.`);
};

interface NoticeProps {
  readonly view: PairView;
  readonly bentName: string;
  readonly rate: number;
  readonly hasFailed: boolean;
  /** Of the link. */
  readonly broken: string | null;
  readonly onRate: (rate: number) => void;
  readonly onAgain: () => void;
}

/** What has gone wrong, and the way out. */
function Notice({ view, bentName, rate, hasFailed, broken, onRate, onAgain }: NoticeProps): ReactNode {
  const { diverged, step } = view;
  const isOff = diverged !== null && step >= diverged.last;
  const half = twoDigits(rate / 2);
  if (!hasFailed && !isOff && broken === null) return null;
  return (
    <div className="fit-notice" role="alert">
      {broken !== null && <p>{broken}</p>}
      {hasFailed && (
        <p>
          {FIT.failed}{' '}
          <button type="button" className="button is-small" onClick={onAgain}>
            {FIT.again}
          </button>
        </p>
      )}
      {isOff && (
        <p>
          {FIT.diverged.what(diverged.model === 'linear' ? 'linear' : bentName, diverged.last, axisNumber(rate))}{' '}
          <button type="button" className="button is-small" onClick={() => onRate(half)}>
            {FIT.diverged.half(axisNumber(half))}
          </button>
        </p>
      )}
    </div>
  );
}
