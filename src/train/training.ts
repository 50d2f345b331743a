/**
 * A training that can go back: it keeps a state at even intervals, and comes to any step from the nearest one before it by
 * taking the steps between again. They give the same weights, bit for bit.
 *
 * It stops where it diverges: at the last step whose weights and whose loss over all data are finite numbers. This is
 * looked for once a weight, or the loss at one of the intervals, is not finite.
 */
import { lossOf, restore, stateOf, takeStep, type Trainer, type TrainerState } from './trainer.ts';

/** What is kept of a step. */
export interface Kept {
  readonly state: TrainerState;
  readonly loss: number;
}

export interface Training {
  readonly trainer: Trainer;
  /** In the order of their steps: 0, interval, 2 interval, ... */
  kept: readonly Kept[];
  interval: number;
  /** The last finite step, once it is known that there is one: -1 when the start's loss is not finite. */
  lastFinite: number | null;
}

/** More states than this are thinned to every other one. */
const MOST_KEPT = 200;

/** `trainer` is before its first step, and from now on only moved from here. */
export function trainingOf(trainer: Trainer): Training {
  const training: Training = { trainer, kept: [], interval: 1, lastFinite: null };
  keep(training);
  return training;
}

/**
 * Goes to a step, on or back, or to the last finite one before it; at most `most` steps are taken at a time. True when it
 * is there, false when there are steps left to take.
 */
export function goTo(training: Training, step: number, most = Infinity): boolean {
  const { trainer } = training;
  let goal = training.lastFinite === null ? step : Math.min(step, Math.max(0, training.lastFinite));
  const nearest = training.kept.findLast(({ state }) => state.step <= goal) as Kept;
  if (trainer.step > goal || trainer.step < nearest.state.step) restore(trainer, nearest.state);
  for (let taken = 0; trainer.step < goal; taken++) {
    if (taken === most) return false;
    const isFinite = takeStep(trainer);
    if (!isFinite || !keepWhenDue(training)) {
      findLastFinite(training);
      goal = Math.min(goal, Math.max(0, training.lastFinite ?? 0));
    }
  }
  return true;
}

/** False when the loss of this step is not finite. */
function keepWhenDue(training: Training): boolean {
  const { trainer, kept, interval } = training;
  const isNew = trainer.step > (kept.at(-1) as Kept).state.step;
  return !isNew || trainer.step % interval !== 0 || keep(training);
}

function keep(training: Training): boolean {
  const loss = lossOf(training.trainer);
  if (!Number.isFinite(loss)) {
    if (training.trainer.step === 0) {
      training.kept = [{ state: stateOf(training.trainer), loss }];
      training.lastFinite = -1;
    }
    return false;
  }
  training.kept = [...training.kept, { state: stateOf(training.trainer), loss }];
  if (training.kept.length > MOST_KEPT) {
    training.interval *= 2;
    training.kept = training.kept.filter(({ state }) => state.step % training.interval === 0);
  }
  return true;
}

/** Steps again from the last state that was kept, with a look at each loss, and stays at the last finite step. */
function findLastFinite(training: Training): void {
  const { trainer, kept } = training;
  restore(trainer, (kept.at(-1) as Kept).state);
  let last = stateOf(trainer);
  while (takeStep(trainer) && Number.isFinite(lossOf(trainer))) last = stateOf(trainer);
  restore(trainer, last);
  training.lastFinite = last.step;
}
