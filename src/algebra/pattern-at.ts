/** The pattern of the cell that a point lies on: which piece of its activation each node is on, layers apart by `|`. */
import type { Network } from '../model/network.ts';
import { pieceIndex, pieces } from '../activation/pieces.ts';
import { forward } from './forward.ts';
import type { Rational } from '../number/rational.ts';

/** On a kink the lower piece is meant. Throws a RangeError when a node is smooth. */
export function patternAt(network: Network<Rational>, x: readonly Rational[]): string {
  return patternOf(network, forward(network, x).z);
}

/** The same from the pre-activations, z[layer][node]. */
export function patternOf(network: Network<Rational>, z: readonly (readonly Rational[])[]): string {
  return network.layers
    .map((layer, l) =>
      layer
        .map((node, j) => {
          const shape = pieces(node.activation);
          if (!shape) throw new RangeError(`a smooth node has no pieces: ${node.activation.kind}`);
          return pieceIndex(shape, z[l]?.[j] as Rational);
        })
        .join(''),
    )
    .join('|');
}
