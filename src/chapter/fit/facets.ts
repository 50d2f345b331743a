/**
 * A network of two inputs over a rectangle as the polygons on which it is one linear model, and the lines on which a node's
 * sum meets a corner of its activation. In doubles: layer by layer, each polygon is cut by the lines of each node.
 */
import { activateNumber } from '../../activation/activation.ts';
import { cornersOf } from '../../activation/pieces.ts';
import { slopeNumber } from '../../activation/slope.ts';
import type { Layer, Network, Node, NodeAt } from '../../model/network.ts';
import type { Point } from './bent-line.ts';

/** p x + q y + r */
export type Form = readonly [p: number, q: number, r: number];

export interface Facet {
  readonly corners: readonly Point[];
  /** ŷ on it. */
  readonly form: Form;
}

export interface Facets {
  readonly facets: readonly Facet[];
  readonly creases: readonly { readonly at: NodeAt; readonly from: Point; readonly to: Point }[];
}

export interface Rectangle {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** A polygon, and what the layers so far are on it. */
interface Patch {
  readonly corners: readonly Point[];
  readonly forms: readonly Form[];
}

type Crease = Facets['creases'][number];

/** Null where a node is smooth, or where there are more than `most` of them. */
export function facetsOf(network: Network<number>, { x, y }: Rectangle, most: number): Facets | null {
  const whole: readonly Point[] = [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ];
  let patches: Patch[] = [
    {
      corners: whole,
      forms: [
        [1, 0, 0],
        [0, 1, 0],
      ],
    },
  ];
  const creases: Crease[] = [];
  for (const [l, layer] of network.layers.entries()) {
    if (layer.some(({ activation }) => cornersOf(activation.kind) === null)) return null;
    patches = patches.flatMap((patch) => through(layer, l, patch, creases));
    if (patches.length > most) return null;
  }
  return { facets: patches.map(({ corners, forms }) => ({ corners, form: forms[0] as Form })), creases };
}

function through(layer: Layer<number>, l: number, patch: Patch, creases: Crease[]): Patch[] {
  const sums = layer.map((node) => combine(node, patch.forms));
  let polygons = [patch.corners];
  layer.forEach(({ activation }, node) => {
    for (const corner of cornersOf(activation.kind) ?? []) {
      const [p, q, r] = sums[node] as Form;
      polygons = polygons.flatMap((polygon) => {
        const { parts, cut } = split(polygon, [p, q, r - corner]);
        if (cut) creases.push({ at: { layer: l, node }, from: cut[0], to: cut[1] });
        return parts;
      });
    }
  });
  return polygons.map((corners) => ({
    corners,
    forms: layer.map((node, j) => bent(node, sums[j] as Form, middleOf(corners))),
  }));
}

function combine({ weights, bias }: Node<number>, forms: readonly Form[]): Form {
  return weights.reduce(
    ([p, q, r], w, i): Form => {
      const form = forms[i] as Form;
      return [p + w * form[0], q + w * form[1], r + w * form[2]];
    },
    [0, 0, bias],
  );
}

/** f of a sum, on a polygon that its corners don't cross. */
function bent({ activation }: Node<number>, sum: Form, inside: Point): Form {
  const z = heightAt(sum, inside);
  const slope = slopeNumber(activation, z);
  return [slope * sum[0], slope * sum[1], activateNumber(activation, z) + slope * (sum[2] - z)];
}

export function heightAt([p, q, r]: Form, [x, y]: Point): number {
  return p * x + q * y + r;
}

function middleOf(corners: readonly Point[]): Point {
  const mean = (i: 0 | 1) => corners.reduce((sum, corner) => sum + corner[i], 0) / corners.length;
  return [mean(0), mean(1)];
}

interface Split {
  readonly parts: (readonly Point[])[];
  readonly cut: readonly [Point, Point] | null;
}

/** A convex polygon cut where a form is 0. A line that only touches it leaves it whole. */
function split(polygon: readonly Point[], form: Form): Split {
  const heights = polygon.map((corner) => heightAt(form, corner));
  if (!heights.some((h) => h > 0) || !heights.some((h) => h < 0)) return { parts: [polygon], cut: null };
  const above: Point[] = [];
  const below: Point[] = [];
  const edge: Point[] = [];
  polygon.forEach((corner, i) => {
    const h = heights[i] as number;
    if (h >= 0) above.push(corner);
    if (h <= 0) below.push(corner);
    if (h === 0) edge.push(corner);
    const k = (i + 1) % polygon.length;
    const next = heights[k] as number;
    if (h * next >= 0) return;
    const share = h / (h - next);
    const [x, y] = polygon[k] as Point;
    const met: Point = [corner[0] + share * (x - corner[0]), corner[1] + share * (y - corner[1])];
    above.push(met);
    below.push(met);
    edge.push(met);
  });
  const [from, to] = edge;
  return from && to ? { parts: [above, below], cut: [from, to] } : { parts: [polygon], cut: null };
}
