/**
 * The graph of a network of one input as a line of straight pieces, with its corners exactly where they are, as far as
 * doubles go: layer by layer, between two neighbours every sum is straight, so it meets a corner of its activation where
 * a straight line does. Smooth activations are drawn through samples.
 */
import { activateNumber } from '../../activation/activation.ts';
import { cornersOf } from '../../activation/pieces.ts';
import type { Layer, Network, NodeAt } from '../../model/network.ts';
import { sumOf } from './signals.ts';

export type Point = readonly [x: number, y: number];

export interface BentLine {
  readonly points: readonly Point[];
  /** Where a node's sum is on a corner of its activation. */
  readonly creases: readonly { readonly at: NodeAt; readonly point: Point }[];
}

/** A place on the line, and what the layers so far make of it. */
interface Place {
  readonly x: number;
  readonly values: readonly number[];
  readonly corners: readonly NodeAt[];
}

const SAMPLES = 96;

/** From one end to the other. */
export function bentLine(network: Network<number>, from: number, to: number): BentLine {
  const hidden = network.layers.slice(0, -1).flat();
  const pieces = hidden.some(({ activation }) => cornersOf(activation.kind) === null) ? SAMPLES : 1;
  let places = Array.from({ length: pieces + 1 }, (_, i): Place => {
    const x = i === pieces ? to : from + ((to - from) * i) / pieces;
    return { x, values: [x], corners: [] };
  });
  network.layers.forEach((layer, l) => (places = through(layer, l, places)));
  const pointOf = ({ x, values }: Place): Point => [x, values[0] as number];
  return {
    points: places.map(pointOf),
    creases: places.flatMap((place) => place.corners.map((at) => ({ at, point: pointOf(place) }))),
  };
}

function through(layer: Layer<number>, l: number, places: readonly Place[]): Place[] {
  const withCorners = places.flatMap((place, i) => {
    const next = places[i + 1];
    return next ? [place, ...between(layer, l, place, next)] : [place];
  });
  return withCorners.map(({ x, values, corners }) => ({
    x,
    values: layer.map((node) => activateNumber(node.activation, sumOf(node, values))),
    corners,
  }));
}

/** Places at which a node of this layer meets a corner, in order. */
function between(layer: Layer<number>, l: number, p: Place, q: Place): Place[] {
  const met = layer.flatMap((node, j) => {
    const [zp, zq] = [sumOf(node, p.values), sumOf(node, q.values)];
    return (cornersOf(node.activation.kind) ?? [])
      .filter((corner) => (zp - corner) * (zq - corner) < 0)
      .map((corner) => ({ share: (corner - zp) / (zq - zp), at: { layer: l, node: j } }));
  });
  return met
    .sort((a, b) => a.share - b.share)
    .map(({ share, at }) => ({
      x: p.x + share * (q.x - p.x),
      values: p.values.map((value, i) => value + share * ((q.values[i] as number) - value)),
      corners: [at],
    }));
}
