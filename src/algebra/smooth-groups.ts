/**
 * Smooth nodes of one layer that have the same pre-activation up to sign, in the space of the layer's inputs: like the
 * groups of kinks (kinks.ts), for atoms (atoms.ts).
 */
import { ACTIVATIONS, familyOf, isSmooth, type SmoothKind } from '../activation/activation.ts';
import { layerAt, type Network } from '../model/network.ts';
import {
  MINUS_ONE,
  ONE,
  ZERO,
  add,
  isZero,
  multiply,
  sign,
  toFractionText,
  type Rational,
} from '../number/rational.ts';

export interface SmoothMember {
  readonly neuron: number;
  /** The node's atom is factor times the atom of `row`. */
  readonly factor: Rational;
}

export interface SmoothGroup {
  readonly kind: SmoothKind;
  /** (w.., b), the first entry that is not 0 positive; half of z for sigmoid. */
  readonly row: readonly Rational[];
  readonly members: readonly SmoothMember[];
  /** For each node of the next layer, the sum of weight * factor; the output layer has one entry, of weight 1. */
  readonly coefficient: readonly Rational[];
  /** All coefficients are 0: the next layer sees nothing of this group but affine functions. */
  readonly cancels: boolean;
}

/** The groups in the order of their first members. Nodes of other kinds and nodes with zero weights are passed over. */
export function smoothGroups(network: Network<Rational>, layer: number): SmoothGroup[] {
  const next = network.layers[layer + 1];
  const outgoing = (neuron: number) => (next ? next.map((node) => node.weights[neuron] as Rational) : [ONE]);
  const groups = new Map<string, SmoothGroup>();
  layerAt(network, layer).forEach(({ weights, bias, activation }, neuron) => {
    const { kind } = activation;
    const first = weights.find((weight) => !isZero(weight));
    if (!isSmooth(kind) || !first) return;
    const { parity, times, shrink } = ACTIVATIONS[kind].normalForm;
    const family = familyOf(kind);
    const direction = sign(first) < 0 ? MINUS_ONE : ONE;
    const row = [...weights, bias].map((entry) => multiply(multiply(shrink, direction), entry));
    const factor = parity === 'odd' ? multiply(times, direction) : times;
    const key = `${family} ${row.map(toFractionText).join(' ')}`;
    const known = groups.get(key);
    const coefficient = outgoing(neuron).map((weight, j) =>
      add(known?.coefficient[j] ?? ZERO, multiply(weight, factor)),
    );
    groups.set(key, {
      kind: family,
      row,
      members: [...(known?.members ?? []), { neuron, factor }],
      coefficient,
      cancels: coefficient.every(isZero),
    });
  });
  return [...groups.values()];
}
