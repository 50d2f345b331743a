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

type Start = Pick<FitSetup, 'hidden' | 'rate' | 'seed'>;

/** Shapes, rates and seeds with which each set is learned well in a few hundred steps. */
const STARTS: Readonly<Record<DataName, Start>> = {
  v: { hidden: [4], rate: 0.05, seed: 52 },
  hinge: { hidden: [4], rate: 0.05, seed: 29 },
  tent: { hidden: [8], rate: 0.05, seed: 28 },
  steps: { hidden: [8], rate: 0.05, seed: 34 },
  xor: { hidden: [4], rate: 0.1, seed: 29 },
  ridge: { hidden: [8], rate: 0.1, seed: 58 },
  'noisy-line': { hidden: [4], rate: 0.05, seed: 29 },
};

export const FIRST_SETUP: FitSetup = {
  data: dataOf('v'),
  ...STARTS.v,
  activation: 'relu',
  optimizer: 'sgd',
  batch: null,
};

/** Other data, with their own start unless the reader has chosen another one than usual. */
export function withData({ data, hidden, rate, seed }: FitSetup, name: DataName): Partial<FitSetup> {
  const usual = STARTS[data.name];
  const isUsual = usual.rate === rate && usual.seed === seed && usual.hidden.join() === hidden.join();
  return { data: dataOf(name), ...(isUsual ? STARTS[name] : {}) };
}

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
