/** The forward pass of a network at an input, computed once: see `algebra/shown-values.ts`. */
import { nodeAt, type Network, type NodeAt } from '../model/network.ts';
import { shownValues, type NodeValue, type Value } from '../algebra/shown-values.ts';
import { sign, type Rational } from '../number/rational.ts';
import { memoize } from './memoize.ts';

/** A network, and an input, one value for each of its inputs. */
export interface Sample {
  readonly network: Network<Rational>;
  readonly x: readonly Rational[];
}

/** [layer][node], the output layer last. Computed once for each network and input. */
export function valuesOf({ network, x }: Sample): readonly (readonly NodeValue[])[] {
  return values(network)(x);
}

const values = memoize((network: Network<Rational>) => memoize((x: readonly Rational[]) => shownValues(network, x)));

/** The values of one node. Throws when there is none at that address. */
export function nodeValue(sample: Sample, at: NodeAt): NodeValue {
  const found = valuesOf(sample)[at.layer]?.[at.node];
  if (!found) throw new RangeError(`no node ${at.node} in layer ${at.layer}`);
  return found;
}

/**
 * z[layer][node] where every node is piecewise linear, and the output. Throws a RangeError when a node is smooth: its values
 * are not rational.
 */
export function exactValues(sample: Sample): { readonly z: readonly (readonly Rational[])[]; readonly y: Rational } {
  const exact = (value: Value): Rational => {
    if (value.kind !== 'exact') throw new RangeError('a smooth node has no exact values');
    return value.value;
  };
  const values = valuesOf(sample);
  const [output] = values.at(-1) ?? [];
  if (!output) throw new RangeError('a network without an output');
  return { z: values.map((nodes) => nodes.map((node) => exact(node.z))), y: exact(output.a) };
}

/** ReLU has switched the node off: it passes nothing on. A z of 0 counts as off, as everywhere (`pieceIndex`). */
export function isOff(sample: Sample, at: NodeAt): boolean {
  if (nodeAt(sample.network, at).activation.kind !== 'relu') return false;
  const { z } = nodeValue(sample, at);
  return z.kind === 'exact' ? sign(z.value) <= 0 : z.value <= 0;
}
