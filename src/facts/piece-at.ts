/** The piece that an input lies in, and a piece's hidden nodes that are on. */
import { pieceIndex, pieces as shapeOf } from '../activation/pieces.ts';
import { equal, type Rational } from '../number/rational.ts';
import { isOutputLayer, type Network, type NodeAt } from '../model/network.ts';
import type { Piece } from './analysis.ts';
import { exactValues } from './values.ts';

/**
 * The piece of the network that x lies in. If x lies on a border, it is a piece on that border: the one below the kink, if
 * that one has an interior. Throws a RangeError when a node is smooth.
 */
export function pieceAt(network: Network<Rational>, pieces: readonly Piece[], x: readonly Rational[]): Piece | null {
  const possible = digitsAt(network, x);
  const usual = possible.map((layer) => layer.map(([digit]) => digit).join('')).join('|');
  const exact = pieces.find(({ cells }) => cells.includes(usual));
  if (exact) return exact;
  // Every z is continuous: a cell whose pieces all fit z at x has x on its border.
  const fits = (cell: string) =>
    cell.split('|').every((digits, l) => [...digits].every((digit, j) => possible[l]?.[j]?.includes(digit)));
  return pieces.find(({ cells }) => cells.some(fits)) ?? null;
}

/** digits[layer][node]: the pieces that the node's z is on, two of them on a kink, the lower one first. */
function digitsAt(network: Network<Rational>, x: readonly Rational[]): string[][][] {
  const { z } = exactValues({ network, x });
  return network.layers.map((layer, l) =>
    layer.map(({ activation }, j) => {
      const shape = shapeOf(activation);
      if (!shape) throw new RangeError(`a smooth node has no pieces: ${activation.kind}`);
      const value = z[l]?.[j] as Rational;
      const piece = pieceIndex(shape, value);
      return shape.kinks.some((kink) => equal(kink, value)) ? [`${piece}`, `${piece + 1}`] : [`${piece}`];
    }),
  );
}

/**
 * Is a node on, whose digit in a pattern is this? It is above its lowest kink; not where it may lie on either side of it,
 * and a linear or a smooth node never is.
 */
export function isOn(digit: string): boolean {
  return digit >= '1' && digit <= '9';
}

/** The hidden nodes that are on everywhere in a pattern. */
export function nodesOn(network: Network<unknown>, pattern: string): NodeAt[] {
  return pattern
    .split('|')
    .flatMap((digits, layer) =>
      isOutputLayer(network, layer) ? [] : [...digits].flatMap((digit, node) => (isOn(digit) ? [{ layer, node }] : [])),
    );
}
