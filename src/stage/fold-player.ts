/** Runs the fold: from where it is to its end, or to the step that can't be taken, where it jams; and back. */
import { easeSinInOut } from 'd3-ease';
import { interpolateNumber } from 'd3-interpolate';
import { derivationOf } from '../facts/derivation-of.ts';
import { foldEnd } from '../facts/fold-end.ts';
import { stepCount } from '../state/step.ts';
import type { CreaseStore } from '../state/store.ts';

/** The whole way, however many steps it has, and the way back, ms. */
const FOLD = 2600;
const UNFOLD = 1000;
/** Of the jolts where it jams, ms, and how far it is thrown back, steps. */
const JOLT = 700;
const THROW = 0.16;

/** Plays on, holds, or at the end goes back: what the one button does. */
export async function play(store: CreaseStore): Promise<void> {
  const { isPlaying, progress, actions, history } = store.getState();
  const end = foldEnd(derivationOf(history.present.network));
  if (isPlaying) actions.fold(progress, false);
  else if (progress >= end) await unfold(store);
  // What is shown where it jams is the step that can't be taken.
  else if (await approach(store)) actions.setStep(Math.ceil(end));
}

/** To the end, and not at rest there. Resolves with whether it has come there: false where the reader has stepped in. */
export async function approach(store: CreaseStore): Promise<boolean> {
  const end = foldEnd(derivationOf(store.getState().history.present.network));
  return (await run(store, end, FOLD)) && (Number.isInteger(end) || jolt(store, end));
}

export async function unfold(store: CreaseStore): Promise<void> {
  if (await run(store, 0, UNFOLD)) store.getState().actions.setStep(0);
}

function run(store: CreaseStore, to: number, whole: number): Promise<boolean> {
  const { progress, history } = store.getState();
  const count = stepCount(history.present.network);
  // Where it has jammed it is shown as far as it came.
  const from = to === 0 ? Math.min(progress, foldEnd(derivationOf(history.present.network))) : progress;
  const between = interpolateNumber(from, to);
  const duration = (whole * Math.abs(to - from)) / Math.max(1, count);
  return frames(store, duration, (share) => between(easeSinInOut(share)));
}

/** It bumps twice, less the second time. */
function jolt(store: CreaseStore, end: number): Promise<boolean> {
  return frames(store, JOLT, (share) => end - THROW * (1 - share) * Math.abs(Math.sin(2 * Math.PI * share)));
}

function frames(store: CreaseStore, duration: number, progressAt: (share: number) => number): Promise<boolean> {
  const { actions } = store.getState();
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return Promise.resolve(true);
  const show = (share: number) => actions.fold(unrested(progressAt(share)), true);
  show(0);
  const start = performance.now();
  return new Promise((resolve) => {
    const frame = (now: number) => {
      if (!store.getState().isPlaying) return resolve(false);
      const share = Math.min(1, Math.max(0, (now - start) / duration));
      show(share);
      if (share === 1) resolve(true);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** While it moves it never rests at a step: a step that is reached is written into the address. */
function unrested(progress: number): number {
  return Number.isInteger(progress) ? Math.max(EDGE, progress - EDGE) : progress;
}

const EDGE = 1e-4;
