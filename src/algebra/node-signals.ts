/** Every node's signal in normal form (atoms.ts), with kinks that do not meet the domain's interior unfolded. */
import { isSmooth } from '../activation/activation.ts';
import type { Network, Node } from '../model/network.ts';
import { pieces } from '../activation/pieces.ts';
import {
  constantSign,
  inputSignal,
  isAffineSignal,
  isConstantSignal,
  shiftSignal,
  sumSignals,
  type AtomTable,
  type Side,
  type Signal,
} from './atoms.ts';
import type { Domain } from './domain.ts';
import { sideOf } from './domain-range.ts';
import { ZERO, compare, negate, type Rational } from '../number/rational.ts';
import { reachesOutput } from './reach.ts';
import { preActivationBounds } from './value-bounds.ts';
import type { Bounds } from '../activation/function.ts';

export interface NodeSignals {
  /** z[layer][node]. */
  readonly z: readonly (readonly Signal[])[];
  /** a[layer][node] = f(z). */
  readonly a: readonly (readonly Signal[])[];
}

/**
 * z and a of every node as signals over the atoms of `table`, which gets those that are new. Equal signals are equal
 * functions on the domain; a kink that z is not known to stay on one side of becomes an atom |z - kink|.
 */
export function nodeSignals(network: Network<Rational>, domain: Domain, table: AtomTable): NodeSignals {
  const n = network.inputs.length;
  const bounds = preActivationBounds(network, domain);
  const z: Signal[][] = [];
  const a: Signal[][] = [];
  let signals: readonly Signal[] = network.inputs.map((_, i) => inputSignal(i, n));
  network.layers.forEach((layer, l) => {
    const before = signals;
    const sums = layer.map((node) => sumSignals(node.weights, before, node.bias, n));
    const outputs = layer.map((node, j) => {
      const sum = sums[j] as Signal;
      if (isSmooth(node.activation.kind)) return table.smooth(node.activation.kind, sum);
      const sides = kinksOf(node).map((kink) => {
        const above = shiftSignal(sum, negate(kink));
        if (!isAffineSignal(above)) return sideByBounds(above, kink, bounds[l]?.[j] as Bounds);
        const side = sideOf(domain, above.coef, above.intercept);
        return side === 'cut' ? 'crosses' : side;
      });
      return table.straight(node.activation, sum, sides);
    });
    z.push(sums);
    a.push(outputs);
    signals = outputs;
  });
  return { z, a };
}

/** The kinks of a node's activation, from left to right; none for linear and smooth ones. */
export function kinksOf(node: Node<Rational>): readonly Rational[] {
  return pieces(node.activation)?.kinks ?? [];
}

/** The side of z - kink when that is not affine: by its sign if it is constant, else by the bounds of z. */
export function sideByBounds(above: Signal, kink: Rational, { min, max }: Bounds): Side {
  if (isConstantSignal(above)) {
    const known = constantSign(above);
    return known === null ? 'crosses' : known > 0 ? 'above' : 'below';
  }
  if (min && compare(min, kink) >= 0) return 'above';
  return max && compare(max, kink) <= 0 ? 'below' : 'crosses';
}

/** Nodes that the output does not listen to become the constant 0: they neither bend it nor cut its domain. */
export function withoutDeadNodes(network: Network<Rational>): Network<Rational> {
  const reaches = reachesOutput(network);
  return {
    inputs: network.inputs,
    layers: network.layers.map((layer, l) =>
      layer.map((node, j): Node<Rational> =>
        reaches[l]?.[j] ? node : { weights: node.weights.map(() => ZERO), bias: ZERO, activation: { kind: 'linear' } },
      ),
    ),
  };
}
