/** What the reader has chosen to train: plain data. With a step it says every weight, bit for bit. */
import { mapActivation, type ActivationKind } from '../../activation/activation.ts';
import { toNumber } from '../../number/rational.ts';
import { memoize } from '../../facts/memoize.ts';
import { defaultActivation } from '../../state/default-activation.ts';
import { MAX_SEED } from '../../train/generator.ts';
import { largestStableRate, type RateLimit } from '../../train/largest-rate.ts';
import { leastSquares, type Floor } from '../../train/least-squares.ts';
import type { Optimizer } from '../../train/optimizer.ts';
import type { PairSetup } from '../../train/pair.ts';
import { dataOf, trainedRows, type FitData, type Rows } from './fit-data.ts';

export interface FitSetup {
  readonly data: FitData;
  readonly hidden: readonly number[];
  readonly activation: ActivationKind;
  readonly optimizer: Optimizer;
  readonly rate: number;
  /** Rows of a batch; null: all of them. */
  readonly batch: number | null;
  readonly seed: number;
  /**
   * Weights to start from, those of each node and then its bias, of the columns as they are trained on; null: drawn by
   * the seed. They fit `hidden` and the inputs of `data`.
   */
  readonly start: readonly number[] | null;
}

type Start = Pick<FitSetup, 'hidden' | 'rate' | 'seed'>;

/** Shapes, rates and seeds with which each set is learned well in a few hundred steps. */
const STARTS: Readonly<Record<FitData['name'], Start>> = {
  v: { hidden: [4], rate: 0.05, seed: 22 },
  hinge: { hidden: [4], rate: 0.05, seed: 29 },
  tent: { hidden: [8], rate: 0.05, seed: 28 },
  steps: { hidden: [8], rate: 0.05, seed: 34 },
  xor: { hidden: [4], rate: 0.1, seed: 29 },
  ridge: { hidden: [8], rate: 0.1, seed: 58 },
  'noisy-line': { hidden: [4], rate: 0.05, seed: 29 },
  points: { hidden: [8], rate: 0.05, seed: 28 },
  table: { hidden: [8], rate: 0.05, seed: 1 },
};

export const FIRST_SETUP: FitSetup = {
  data: dataOf('v'),
  ...STARTS.v,
  activation: 'relu',
  optimizer: 'sgd',
  batch: null,
  start: null,
};

/**
 * Other data, with their own start unless the reader has chosen another one than usual. Rows that are only edited keep
 * all settings.
 */
export function withData(setup: FitSetup, data: FitData): Partial<FitSetup> {
  const { hidden, rate, seed, start } = setup;
  const usual = STARTS[setup.data.name];
  const isSame = setup.data.name === data.name;
  const isUsual = usual.rate === rate && usual.seed === seed && usual.hidden.join() === hidden.join();
  const fits = setup.data.inputs.length === data.inputs.length && setup.data.scalings === data.scalings;
  return { data, ...(!isSame && isUsual ? STARTS[data.name] : {}), ...(isSame && fits ? { start } : { start: null }) };
}

/** After the last seed comes the first one. */
export function nextSeed(seed: number): number {
  return (seed + 1) % (MAX_SEED + 1);
}

/** What the build's HTML shows, and where the time machine is then. */
export const EXAMPLE_STEP = 500;

export function pairSetupOf(setup: FitSetup): PairSetup {
  const { data, hidden, activation, optimizer, rate, batch, seed, start } = setup;
  const rows = trainedRows(data);
  return {
    inputs: data.inputs,
    rows,
    hidden,
    activation: mapActivation(defaultActivation(activation), toNumber),
    settings: { optimizer, rate, batch: batch ?? rows.length },
    seed,
    start,
  };
}

/** The best linear model of the data. */
export const floorOf = memoize((rows: Rows): Floor => leastSquares(rows));

/** The largest rate at which plain gradient descent on that model comes to the floor, the columns as they are trained on. */
export function rateLimitOf(data: FitData): RateLimit {
  return limitOf(trainedRows(data));
}

const limitOf = memoize((rows: Rows): RateLimit => largestStableRate(rows));
