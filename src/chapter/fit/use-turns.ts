/** The training as its panels show it, each from its own turn on. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { PairView } from '../../train/pair.ts';
import type { FitData } from './fit-data.ts';
import type { FitState, FitStore } from './fit-store.ts';
import { inUnits } from './in-units.ts';
import { turnsOf, type PanelName, type Turns } from './turns.ts';

/** A step of the training. */
export interface Shown {
  readonly data: FitData;
  /** As it was trained. */
  readonly raw: PairView;
  /** In the units of the data. */
  readonly view: PairView;
}

export type FitTurns = Turns<Shown>;

export function shownOf(data: FitData, raw: PairView): Shown {
  let view: PairView | null = null;
  return {
    data,
    raw,
    // Steps that no panel shows need no units.
    get view() {
      return (view ??= inUnits(raw, data.scalings));
    },
  };
}

export function useTurns(store: FitStore): FitTurns {
  const [turns] = useState(() => turnsOf(shownIn(store.getState())));
  useEffect(() => followTraining(store, turns), [store, turns]);
  return turns;
}

const shownIn = ({ setup, view }: FitState): Shown => shownOf(setup.data, view);

/** Frames are counted only while it moves. */
function followTraining(store: FitStore, turns: FitTurns): () => void {
  let frame = 0;
  let newest = shownIn(store.getState());
  const onFrame = (now: number) => {
    turns.frame(now);
    frame = requestAnimationFrame(onFrame);
  };
  const rest = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    turns.pause();
  };
  const follow = (state: FitState, before: FitState) => {
    const isResting = state.motion.kind === 'rest';
    if (isResting) rest();
    else if (frame === 0) frame = requestAnimationFrame(onFrame);
    if (state.view !== newest.raw || state.setup.data !== newest.data) newest = shownIn(state);
    turns.take(newest, isResting || state.setup !== before.setup);
  };
  turns.take(newest, true);
  const stop = store.subscribe(follow);
  return () => {
    stop();
    rest();
  };
}

/** What a panel shows now. */
export function useShown(turns: FitTurns, panel: PanelName): Shown {
  return useShownAs(turns, panel, whole);
}

/** What is made of it; who asks is drawn anew only if that has changed. */
export function useShownAs<T>(turns: FitTurns, panel: PanelName, of: (shown: Shown) => T): T {
  const subscribe = useCallback((call: () => void) => turns.subscribe(panel, call), [turns, panel]);
  const get = () => of(turns.shown(panel));
  return useSyncExternalStore(subscribe, get, get);
}

const whole = (shown: Shown) => shown;
const dataOf = ({ data }: Shown) => data;

/** What a panel shows, which draws what moves by itself: while it moves, only other data make it be drawn anew. */
export function useShownAtRest(turns: FitTurns, panel: PanelName, isMoving: boolean): Shown {
  useShownAs<unknown>(turns, panel, isMoving ? dataOf : whole);
  return turns.shown(panel);
}
