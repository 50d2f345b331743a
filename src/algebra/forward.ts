/** The forward pass of a piecewise linear network, exactly. */
import type { Network } from '../model/network.ts';
import { activate } from '../activation/pieces.ts';
import { add, dot, type Rational } from '../number/rational.ts';

export interface Forward {
  /** z[layer][node], the pre-activations W a + b. */
  readonly z: readonly (readonly Rational[])[];
  /** a[layer][node] = f(z). */
  readonly a: readonly (readonly Rational[])[];
  /** The output node's a. */
  readonly y: Rational;
}

/** Every z and a at the point x, one entry per input. Throws a RangeError when a node is smooth: its a is not rational. */
export function forward(network: Network<Rational>, x: readonly Rational[]): Forward {
  const z: Rational[][] = [];
  const a: Rational[][] = [];
  let signal: readonly Rational[] = x;
  for (const layer of network.layers) {
    const before = signal;
    const preActivations = layer.map((node) => add(dot(node.weights, before), node.bias));
    const outputs = layer.map((node, j) => {
      const value = activate(node.activation, preActivations[j] as Rational);
      if (!value) throw new RangeError(`${node.activation.kind} has no exact values`);
      return value;
    });
    z.push(preActivations);
    a.push(outputs);
    signal = outputs;
  }
  return { z, a, y: signal[0] as Rational };
}
