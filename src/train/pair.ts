/**
 * A network with linear nodes and the same with another activation, from one start on one set of data, trained step by
 * step together: at every step that is looked at, both have taken as many.
 */
import type { Network } from '../model/network.ts';
import type { Activation } from '../activation/activation.ts';
import type { Rational } from '../number/rational.ts';
import { dataSetOf } from './data-set.ts';
import { generatorsOf } from './generator.ts';
import { initialNetwork, withNumbers } from './initial-network.ts';
import { lossOf, networkOf, trainerOf, type Settings } from './trainer.ts';
import { goTo, trainingOf, type Training } from './training.ts';

export interface PairSetup {
  readonly inputs: readonly string[];
  /** x1, ..., y in each. */
  readonly rows: readonly (readonly Rational[])[];
  /** How many nodes each hidden layer has. */
  readonly hidden: readonly number[];
  /** Of the hidden nodes of the one that bends. */
  readonly activation: Activation<number>;
  readonly settings: Settings;
  /** Of the start, and of the order of the rows. */
  readonly seed: number;
  /** The start's own numbers, in the order of `numbersOf`; null: the seed draws them. */
  readonly start?: readonly number[] | null;
}

export const MODELS = ['linear', 'bent'] as const;

export type ModelName = (typeof MODELS)[number];

export type Pair = Readonly<Record<ModelName, Training>>;

/** Before the first step. */
export function pairOf({ inputs, rows, hidden, activation, settings, seed, start = null }: PairSetup): Pair {
  const data = dataSetOf(rows);
  const training = (f: Activation<number>): Training => {
    const { weights, order } = generatorsOf(seed);
    const drawn = initialNetwork(inputs, hidden, f, weights);
    return trainingOf(trainerOf(data, start ? withNumbers(drawn, start) : drawn, settings, order));
  };
  return { linear: training({ kind: 'linear' }), bent: training(activation) };
}

/**
 * Goes to a step, on or back, or to the last one at which both are finite; each takes at most `most` steps at a time. True
 * when they are there, false when there are steps left to take.
 */
export function goTogether(pair: Pair, step: number, most = Infinity): boolean {
  const goal = Math.min(step, lastFiniteOf(pair));
  const isThere = MODELS.map((model) => goTo(pair[model], goal, most)).every(Boolean);
  // One of them has just been found to fly off: the other comes back to it.
  return lastFiniteOf(pair) < goal ? goTogether(pair, step, most) : isThere;
}

/** The last step at which both are known to be finite; Infinity as long as nothing else is known. */
function lastFiniteOf(pair: Pair): number {
  return Math.min(...MODELS.map((model) => Math.max(0, pair[model].lastFinite ?? Infinity)));
}

export interface ModelView {
  readonly network: Network<number>;
  readonly loss: number;
}

/** What is shown of a pair: plain data. */
export interface PairView extends Readonly<Record<ModelName, ModelView>> {
  readonly step: number;
  /** Losses that are remembered, at even steps from 0 on; the last is of the furthest step that was reached, or near it. */
  readonly course: readonly CoursePoint[];
  /** Which of them is not finite after the step `last`, the first to be so. */
  readonly diverged: { readonly model: ModelName; readonly last: number } | null;
}

export interface CoursePoint extends Readonly<Record<ModelName, number>> {
  readonly step: number;
}

export function viewOf(pair: Pair): PairView {
  const { linear, bent } = pair;
  const view = ({ trainer }: Training): ModelView => ({ network: networkOf(trainer), loss: lossOf(trainer) });
  return {
    step: linear.trainer.step,
    linear: view(linear),
    bent: view(bent),
    course: courseOf(pair),
    diverged: divergenceOf(pair),
  };
}

/** Both remember the same steps, the longer one more of them. */
function courseOf({ linear, bent }: Pair): CoursePoint[] {
  const other = new Map(bent.kept.map(({ state, loss }) => [state.step, loss]));
  return linear.kept.flatMap(({ state: { step }, loss }) => {
    const beside = other.get(step);
    return beside === undefined ? [] : [{ step, linear: loss, bent: beside }];
  });
}

function divergenceOf(pair: Pair): PairView['diverged'] {
  const last = lastFiniteOf(pair);
  const model = MODELS.find((name) => pair[name].lastFinite !== null && Math.max(0, pair[name].lastFinite) === last);
  return model === undefined ? null : { model, last };
}
