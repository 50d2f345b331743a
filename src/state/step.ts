/** The steps of the derivation. */
import { hiddenLayerCount, type Network } from '../model/network.ts';
import type { CreaseState } from './store.ts';

/** How many there are: write out, multiply out, combine, for each hidden layer. */
export function stepCount(network: Network<unknown>): number {
  return 3 * hiddenLayerCount(network);
}

/** The step that is shown: what was asked for, as far as the network has it. */
export function shownStep({ step, history }: Pick<CreaseState, 'step' | 'history'>): number {
  return Math.min(step, stepCount(history.present.network));
}
