/** Trainings that every engine has to come to the same bits with: each optimizer, batches, pieces and smooth functions. */
import { readdirSync } from 'node:fs';
import { FIRST_SETUP, pairSetupOf } from '../src/chapter/fit/fit-setup.ts';
import { goTogether, pairOf, viewOf, type PairSetup, type PairView } from '../src/train/pair.ts';

export const REPLAY_STEPS = 300;

export const REPLAY_SETUPS: readonly PairSetup[] = (
  [
    { activation: 'relu', optimizer: 'sgd', batch: 3, hidden: [8] },
    { activation: 'tanh', optimizer: 'adam', batch: 5, hidden: [3, 2] },
    { activation: 'gelu', optimizer: 'momentum', batch: null, hidden: [4] },
    { activation: 'softplus', optimizer: 'sgd', batch: 7, hidden: [2, 2, 2] },
  ] as const
).map((change) => pairSetupOf({ ...FIRST_SETUP, ...change, rate: 0.01 }));

/** What Node comes to. */
export function replayedInNode(setup: PairSetup): PairView {
  const pair = pairOf(setup);
  goTogether(pair, REPLAY_STEPS);
  return viewOf(pair);
}

/** The page's own worker, as it was built. */
export function workerFile(): string {
  const file = readdirSync('dist/assets').find((name) => name.startsWith('fit.worker'));
  if (file === undefined) throw new Error('the build has no worker that trains');
  return `./assets/${file}`;
}
