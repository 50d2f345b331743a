/** Named selectors. A view subscribes to the least that it shows. */
import {
  hasParameter,
  hiddenLayerCount,
  nodeAt,
  parameterValue,
  type Network,
  type NodeAt,
  type Parameter,
} from '../model/network.ts';
import type { ActivationKind } from '../model/activation.ts';
import type { Rational } from '../algebra/rational.ts';
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
