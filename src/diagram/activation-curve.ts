/**
 * An activation's little graph as numbers, in its own units: z to the right, f(z) upwards, the same window for every
 * kind, so that the shapes can be compared.
 */
import { interpolateNumber, quantize } from 'd3-interpolate';
import { curveLinear } from 'd3-shape';
import { activateNumber, type Activation, type ActivationKind } from '../activation/activation.ts';
import { cornersOf } from '../activation/pieces.ts';
import { toThousandth } from '../number/thousandth.ts';
import { pathData } from './path-data.ts';
import { thinned } from './thinned.ts';

/** The window shows |z| <= WINDOW.z and |f| <= WINDOW.a. */
export const WINDOW = { z: 3.2, a: 2.1 } as const;

/** The curve ends a little before the border of the window. */
const REACH = { z: 2.9, a: 1.8 } as const;

/** Straight pieces need their corners only; smooth curves are sampled. */
const SAMPLES = 40;
/** A quarter of a pixel where the graph is largest. */
const TOLERANCE = 0.003;

/** The polyline (z, f(z)) over the part of the window that it fits in, as an SVG path with y pointing down. */
export function curvePath(activation: Activation<number>): string {
  const from = -reach(activation, -1);
  const to = reach(activation, 1);
  const corners = cornersOf(activation.kind);
  const zs = corners
    ? [from, ...corners.filter((z) => z > from && z < to), to]
    : quantize(interpolateNumber(from, to), SAMPLES + 1);
  const points = zs.map((z) => [z, -activateNumber(activation, z)] as const);
  return pathData(curveLinear, thinned(points, TOLERANCE));
}

/**
 * Where the current point stands on the curve, y pointing down. z has no bounds and the window has, so z is drawn nearer
 * to 0 than it is: a graph of rays from the origin looks the same at every scale, and a smooth one is level, or straight,
 * where the window ends.
 */
export function pointOnCurve(activation: Activation<number>, z: number): { readonly x: number; readonly y: number } {
  if (Number.isNaN(z)) return { x: 0, y: 0 };
  const limit = reach(activation, z < 0 ? -1 : 1);
  const size = Math.abs(z);
  const drawnSize = isOfRays(activation.kind)
    ? limit * (Number.isFinite(size) ? size / (size + HALFWAY) : 1)
    : Math.min(size, limit);
  const x = z < 0 ? -drawnSize : drawnSize;
  return { x: toThousandth(x), y: toThousandth(-activateNumber(activation, x)) };
}

/** The |z| that is drawn halfway to the border. */
const HALFWAY = 2;

/** Straight, or two rays from the origin. */
function isOfRays(kind: ActivationKind): boolean {
  return cornersOf(kind)?.every((corner) => corner === 0) ?? false;
}

/** How far the curve can be drawn to one side before it leaves the window: |f| does not fall again on its way out. */
function reach(activation: Activation<number>, side: 1 | -1): number {
  const fits = (size: number) => Math.abs(activateNumber(activation, side * size)) <= REACH.a;
  if (fits(REACH.z)) return REACH.z;
  let inside = 0;
  let outside: number = REACH.z;
  for (let i = 0; i < 30; i++) {
    const middle = (inside + outside) / 2;
    if (fits(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
