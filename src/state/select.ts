/** Named selectors. A view subscribes to the least that it shows. */
import {
  hasParameter,
  hiddenLayerCount,
  isPiecewiseLinearNetwork,
  nodeAt,
  parameterValue,
  type Network,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import type { ActivationKind } from '../activation/activation.ts';
import type { Derivation } from '../algebra/derivation.ts';
import { isPatternOf } from '../algebra/pattern-form.ts';
import type { Rational } from '../number/rational.ts';
import type { Piece } from '../facts/analysis.ts';
import { derivationOf } from '../facts/derivation.ts';
import { memoize } from '../facts/memoize.ts';
import { pieceAt } from '../facts/piece-at.ts';
import { boundsOf } from './document.ts';
import type { CreaseState } from './store.ts';

export const selectDocument = (state: CreaseState) => state.history.present;
export const selectNetwork = (state: CreaseState): Network<Rational> => state.history.present.network;
export const selectX = (state: CreaseState) => state.history.present.x;
export const selectActions = (state: CreaseState) => state.actions;
/** There is a step to take back, or an open gesture has changed something. */
export const selectCanUndo = ({ history: { past, present, gesture } }: CreaseState) =>
  past.length > 0 || (gesture !== null && gesture.from !== present);
export const selectCanRedo = (state: CreaseState) => state.history.future.length > 0;

/** The value of one weight or bias; undefined when the network has none at that address. */
export const selectParameter = (parameter: Parameter) => (state: CreaseState) => {
  const network = selectNetwork(state);
  return hasParameter(network, parameter) ? parameterValue(network, parameter) : undefined;
};

/** The current value of one input; undefined when the network has no such input. */
export const selectInputValue = (input: number) => (state: CreaseState) => selectX(state)[input];

/** Where the chosen range of one input ends; undefined when the network has no such input. */
export const selectBound = (input: number) => (state: CreaseState) => boundsOf(selectDocument(state))[input];

/** How many steps the derivation has: write out, multiply out, combine, for each hidden layer. */
export function stepCount(network: Network<unknown>): number {
  return 3 * hiddenLayerCount(network);
}

/** The step that is shown: what was asked for, as far as the network has it. */
export const selectStep = (state: CreaseState) => Math.min(state.step, stepCount(selectNetwork(state)));

/** The activation that all hidden nodes have, or null when they differ or there are none. */
export const selectCommonActivation = (state: CreaseState): ActivationKind | null => {
  const [first, ...rest] = selectNetwork(state).layers.slice(0, -1).flat();
  return first && rest.every((node) => node.activation.kind === first.activation.kind) ? first.activation.kind : null;
};

/** The selected node, or the first hidden one (the output where there is none). */
export const selectSelected = (state: CreaseState): NodeAt => state.selected ?? FIRST;
const FIRST: NodeAt = { layer: 0, node: 0 };

/** The activation of one node. Throws a RangeError when the network has none there. */
export const selectActivation = (at: NodeAt) => (state: CreaseState) => nodeAt(selectNetwork(state), at).activation;

/** As it is written: the number that is being edited stays written even when it is 0. */
export const selectDerivation = (state: CreaseState): Derivation => derivationOf(selectNetwork(state), state.active);

/**
 * The piece that the current input lies in; null where none of these pieces is one of the network. Looked for once for each
 * network and input: a selector is asked at every hover.
 */
export function selectPieceAt(pieces: readonly Piece[]): (state: CreaseState) => Piece | null {
  const find = memoize((network: Network<Rational>) =>
    memoize((x: readonly Rational[]) => {
      const found = isPiecewiseLinearNetwork(network) ? pieceAt(network, pieces, x) : null;
      return found && isPatternOf(network, found.cells[0] as string) ? found : null;
    }),
  );
  return (state) => find(selectNetwork(state))(selectX(state));
}
