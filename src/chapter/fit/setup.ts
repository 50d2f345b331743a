/** What the reader has chosen to train: plain data. With a step it says every weight, bit for bit. */
import { mapActivation, type ActivationKind } from '../../activation/activation.ts';
import { toNumber, type Rational } from '../../number/rational.ts';
import { memoize } from '../../facts/memoize.ts';
import { defaultActivation } from '../../state/default-activation.ts';
import { namedData, type DataName } from '../../train/data-sets.ts';
import { largestStableRate, type RateLimit } from '../../train/largest-rate.ts';
import { leastSquares, type Floor } from '../../train/least-squares.ts';
import type { Optimizer } from '../../train/optimizer.ts';
import type { PairSetup } from '../../train/pair.ts';

/** Rows x1, ..., y. */
export type Rows = readonly (readonly Rational[])[];

export interface FitData {
  readonly name: DataName;
  readonly inputs: readonly string[];
  readonly rows: Rows;
}

export interface FitSetup {
  readonly data: FitData;
  readonly hidden: readonly number[];
  readonly activation: ActivationKind;
  readonly optimizer: Optimizer;
  readonly rate: number;
  /** Rows of a batch; null: all of them. */
  readonly batch: number | null;
  readonly seed: number;
}

const NUMBERS = ['1', '2', '3', '4', '5', '6'];

/** A set by its name; its inputs are numbered. */
export function dataOf(name: DataName): FitData {
  const { inputs, rows } = namedData(name);
  return { name, inputs: NUMBERS.slice(0, inputs.length), rows };
}

export const FIRST_SETUP: FitSetup = {
  data: dataOf('v'),
  hidden: [4],
  activation: 'relu',
  optimizer: 'sgd',
  rate: 0.05,
  batch: null,
  seed: 8,
};

/** What the build's HTML shows, and where the time machine is then. */
export const EXAMPLE_STEP = 500;

export function pairSetupOf({ data, hidden, activation, optimizer, rate, batch, seed }: FitSetup): PairSetup {
  const { inputs, rows } = data;
  return {
    inputs,
    rows,
    hidden,
    activation: mapActivation(defaultActivation(activation), toNumber),
    settings: { optimizer, rate, batch: batch ?? rows.length },
    seed,
  };
}

/** The best linear model of the data. */
export const floorOf = memoize((rows: Rows): Floor => leastSquares(rows));

/** The largest rate at which plain gradient descent on that model comes to the floor. */
export const rateLimitOf = memoize((rows: Rows): RateLimit => largestStableRate(rows));
