/** The worker's side: answers requests one by one. Knows no worker: `now` is given. */
import { goTogether, pairOf, viewOf, type Pair } from '../../train/pair.ts';
import type { FitReply, FitRequest } from './fit-protocol.ts';

/** Between two looks at the clock. */
const STEPS = 8;

/** Keeps the pair from request to request. */
export function fitTrainer(now: () => number): (request: FitRequest) => FitReply {
  let pair: Pair | null = null;
  return ({ id, setup, step, ms }) => {
    const end = now() + ms;
    if (setup) pair = pairOf(setup);
    if (!pair) throw new Error('nothing to train');
    let arrived = goTogether(pair, step, STEPS);
    while (!arrived && now() < end) arrived = goTogether(pair, step, STEPS);
    return { id, view: viewOf(pair), arrived };
  };
}
