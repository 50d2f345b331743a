/** What the network does at the current input: the height exactly where it is rational, and the side of each node. */
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { patternOf } from '../algebra/pattern-at.ts';
import { exactValues } from '../facts/values.ts';
import { toNumber, type Rational } from '../number/rational.ts';
import { sampler } from './sample.ts';

export interface CurrentPoint {
  readonly height: number;
  /** Null when a node is smooth. */
  readonly exact: Rational | null;
  readonly pattern: string;
}

/** x has one entry per input. `height` is the nearest double where it is exact, else rounded; `pattern` as in `Sampler`. */
export function currentPoint(network: Network<Rational>, x: readonly Rational[]): CurrentPoint {
  if (!isPiecewiseLinearNetwork(network)) {
    const { value, pattern } = sampler(network);
    const at = x.map(toNumber);
    return { height: value(at), exact: null, pattern: pattern(at) };
  }
  const { z, y } = exactValues({ network, x });
  return { height: toNumber(y), exact: y, pattern: patternOf(network, z) };
}
