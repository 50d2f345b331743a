/** What the network does at the current input: the height exactly where it is rational, and the side of each node. */
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { pieceIndex, pieces } from '../activation/pieces.ts';
import { forward } from '../algebra/forward.ts';
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
  const { z, y } = forward(network, x);
  const pattern = network.layers.map((layer, l) =>
    layer
      .map(({ activation }, j) => {
        const shape = pieces(activation);
        return shape ? pieceIndex(shape, z[l]?.[j] as Rational) : 0;
      })
      .join(''),
  );
  return { height: toNumber(y), exact: y, pattern: pattern.join('|') };
}
