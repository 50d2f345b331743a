/** What views follow, by name. A view follows the least that it shows. */
import { hiddenLayerCount, type Network, type NodeAt } from '../model/network.ts';
import type { ActivationKind } from '../activation/activation.ts';
import type { Derivation } from '../algebra/derivation.ts';
import type { Domain } from '../algebra/domain.ts';
import type { Rational } from '../number/rational.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { isOff, valuesOf } from '../facts/values.ts';
import { chosenDomain } from '../state/chosen-domain.ts';
import { canUndo } from '../state/history.ts';
import { keyOfNode } from '../state/highlight.ts';
import { resetTarget } from '../state/reset.ts';
import { isSwitchedOn } from '../state/view.ts';
import { fact, type Knowledge } from './knowledge.ts';

export const selectDocument = (known: Knowledge) => known.document;
export const selectNetwork = (known: Knowledge): Network<Rational> => known.network;
export const selectX = (known: Knowledge) => known.x;
/** Is somebody in the middle of an edit? */
export const selectIsEditing = (known: Knowledge) => known.gesture !== null;
export const selectCanUndo = ({ past, gesture, document }: Knowledge) => canUndo({ past, gesture, present: document });
export const selectCanRedo = ({ future }: Knowledge) => future.length > 0;
export const selectHighlight = ({ highlight }: Knowledge) => highlight;
/** Is the class to find out what the network is? */
export const selectAreHidden = ({ figures }: Knowledge) => isSwitchedOn(figures, 'hidden');
export const selectPointedPiece = ({ pointedPiece }: Knowledge) => pointedPiece;

/** How many steps the derivation has: write out, multiply out, combine, for each hidden layer. */
export const selectStepCount = fact((known) => 3 * hiddenLayerCount(known.network));

/** The step that is shown: what was asked for, as far as the network has it. */
export const selectStep = (known: Knowledge) => Math.min(known.step, selectStepCount(known));

/** How much of the way to the step that is shown has been gone: above 0, and 1 at rest. */
export const selectWay = ({ progress, step }: Knowledge) => 1 - (step - progress);

/** Is the network on its way from one step to the next? */
export const selectIsFolding = (known: Knowledge) => selectWay(known) < 1;

/** The activation that all hidden nodes have, or null when they differ or there are none. */
export const selectCommonActivation = fact((known): ActivationKind | null => {
  const [first, ...rest] = known.network.layers.slice(0, -1).flat();
  return first && rest.every((node) => node.activation.kind === first.activation.kind) ? first.activation.kind : null;
});

/** The selected node, or the first hidden one (the output where there is none). */
export const selectSelected = (known: Knowledge): NodeAt => known.selected ?? FIRST;
const FIRST: NodeAt = { layer: 0, node: 0 };

/** The domain that the reader has chosen to look at beside all inputs. The same record while names and ranges stay. */
export const selectChosenDomain = (known: Knowledge): Domain => chosenDomain(known.inputs, known.ranges);

/** The forward pass at the current input, [layer][node]. */
export const selectValues = fact((known) => valuesOf({ network: known.network, x: known.x }));

/** The nodes that ReLU has switched off. */
const selectOff = fact(
  (known): ReadonlySet<string> => {
    const sample = { network: known.network, x: known.x };
    const nodes = sample.network.layers.flatMap((own, layer) => own.map((_, node): NodeAt => ({ layer, node })));
    return new Set(nodes.filter((at) => isOff(sample, at)).map(keyOfNode));
  },
  (p, q) => p.size === q.size && [...p].every((key) => q.has(key)),
);

export const isOffAt = (known: Knowledge, at: NodeAt): boolean => selectOff(known).has(keyOfNode(at));

/** What Reset goes back to. */
export const selectResetTarget = ({ past, origin }: Knowledge) => resetTarget({ history: { past }, origin });

/** As it is written: the number that is being edited stays written even when it is 0. */
export const selectDerivation = fact((known): Derivation => derivationOf(known.network, known.active));
