/** Everything about a sheet that does not depend on where it is seen from: pure, so that a worker can make it. */
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { creasesOn } from '../facts/bends.ts';
import { ALL, type Domain } from '../algebra/domain.ts';
import { toNumber, type Rational } from '../number/rational.ts';
import { cutAlongKinks } from './crease-cut.ts';
import { facetsOf } from './facet.ts';
import { meshOf } from './mesh.ts';
import { sampler } from './sample.ts';
import type { Rectangle, Surface } from './surface.ts';
import type { Interval } from './view-window.ts';

export interface SheetRequest {
  /** A network of two inputs. */
  readonly network: Network<Rational>;
  /** Its two axes. */
  readonly window: readonly Interval[];
  /** While a smooth function is being dragged: a coarser mesh. */
  readonly draft: boolean;
}

export interface SheetModel {
  readonly surface: Surface;
  readonly ground: Rectangle;
  /** The heights that a mesh was made from, as in `Mesh`; null for exact facets. */
  readonly heights: Float64Array | null;
  /** Exact facets; or a mesh, because nodes are smooth or because there are too many facets. */
  readonly kind: 'exact' | 'smooth' | 'tooMany';
  /** Bent lines in the window and on the whole slice; null where the creases bend themselves, or nothing is exact. */
  readonly creases: { readonly inWindow: number; readonly onSlice: number } | null;
}

/** More facets than this are too small to be seen. */
export const MAX_FACETS = 1500;
const MESH = { tolerance: 0.003, maxTriangles: 1600 };
const DRAFT = { tolerance: 0.01, maxTriangles: 700 };

/**
 * Exact facets where no node is smooth and there are at most `MAX_FACETS`, else a mesh. In model units. How long that may
 * take: see `isLong`.
 */
export function makeSheet({ network, window, draft }: SheetRequest): SheetModel {
  const [x, y] = window as readonly [Interval, Interval];
  const ground = { xMin: toNumber(x.min), xMax: toNumber(x.max), yMin: toNumber(y.min), yMax: toNumber(y.max) };
  const box: Domain & { kind: 'box' } = { kind: 'box', min: [x.min, y.min], max: [x.max, y.max] };
  const smooth = !isPiecewiseLinearNetwork(network);
  if (!smooth) {
    const { surface } = facetsOf(network, box, MAX_FACETS);
    if (surface) {
      const inWindow = creasesOn(network, box);
      const onSlice = creasesOn(network, ALL);
      return {
        surface,
        ground,
        heights: null,
        kind: 'exact',
        creases: inWindow === null || onSlice === null ? null : { inWindow, onSlice },
      };
    }
  }
  const sample = sampler(network);
  const { surface, heights } = meshOf(sample.value, sample.pattern, ground, draft ? DRAFT : MESH);
  return smooth
    ? { surface: cutAlongKinks(surface, sample, ground), ground, heights, kind: 'smooth', creases: null }
    : { surface, ground, heights, kind: 'tooMany', creases: null };
}

/** Would `makeSheet` take long enough to be felt? Then a worker does it. */
export function isLong(network: Network<Rational>): boolean {
  const weights = network.layers.reduce((sum, layer) => sum + layer.length * (layer[0]?.weights.length ?? 0), 0);
  if (!isPiecewiseLinearNetwork(network)) return weights > 12;
  // Lines in general position cut the plane into 1 + n + n (n - 1) / 2 parts; each layer may cut each part again.
  const parts = network.layers.reduce((product, layer) => {
    const bent = layer.filter(({ activation }) => activation.kind !== 'linear').length;
    return product * (1 + bent + (bent * (bent - 1)) / 2);
  }, 1);
  return parts > 40;
}
