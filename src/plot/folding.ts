/**
 * A sheet on the way to other activations: of the two it has the faces of the one that has more, and each corner is on its
 * way from the height of the one function to that of the other. Pure.
 */
import { interpolateNumber } from 'd3-interpolate';
import type { Network } from '../model/network.ts';
import { equal, type Rational } from '../number/rational.ts';
import { sameList } from '../state/same-list.ts';
import { sampler } from './sample.ts';
import type { Surface } from './surface.ts';
import type { Made } from './made.ts';

/** Are they of one network with other activations, over one window? */
export function isSwitch(before: Made, after: Made): boolean {
  return (
    sameList(before.request.window, after.request.window, (p, q) => equal(p.min, q.min) && equal(p.max, q.max)) &&
    sameList(before.subject.shown, after.subject.shown, (p, q) => p === q) &&
    isOtherwiseActive(before.request.network, after.request.network)
  );
}

/** The same numbers, other activations. */
function isOtherwiseActive(p: Network<Rational>, q: Network<Rational>): boolean {
  const sameNumbers = sameList(p.layers, q.layers, (before, after) =>
    sameList(
      before,
      after,
      (a, b) => equal(a.bias, b.bias) && sameList(a.weights, b.weights, (one, other) => equal(one, other)),
    ),
  );
  const kinds = (network: Network<Rational>) => network.layers.flat().map(({ activation }) => activation.kind);
  return sameNumbers && !sameList(kinds(p), kinds(q), (a, b) => a === b);
}

export interface Folding {
  /** The one of the two whose faces are shown. */
  readonly made: Made;
  /** It is the one that is left: its creases go. */
  readonly isLeaving: boolean;
  /** At a time from 0 to 1. */
  readonly surfaceAt: (share: number) => Surface;
}

export function foldingOf(from: Made, to: Made): Folding {
  const isLeaving = from.model.surface.faces.length > to.model.surface.faces.length;
  const made = isLeaving ? from : to;
  const { surface } = made.model;
  const heights = [from, to].map(({ request }) => {
    const { value } = sampler(request.network);
    return surface.xs.map((x, k) => value([x, surface.ys[k] as number]));
  });
  const ways = surface.xs.map((_, k) => k);
  const [before, after] = heights as [Float64Array, Float64Array];
  return {
    made,
    isLeaving,
    surfaceAt: (share) => ({
      ...surface,
      zs: ways.map((k) => interpolateNumber(before[k] as number, after[k] as number)(share)),
    }),
  };
}
