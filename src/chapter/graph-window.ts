/** The graph of one activation function around a given z, to scale: its window, its curve as a path, its point. */
import { interpolateNumber, quantize } from 'd3-interpolate';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { activateNumber, type Activation, type ActivationKind } from '../activation/activation.ts';
import { cornersOf } from '../activation/pieces.ts';
import { isBounded } from '../activation/slope.ts';
import { toNumber } from '../number/rational.ts';
import { thinned } from '../diagram/thinned.ts';
import { niceBound } from '../plot/nice.ts';

/** |z| <= z and |a| <= a are shown. */
export interface GraphWindow {
  readonly z: number;
  readonly a: number;
}

/** Those that never leave [-1, 1] are drawn as high as they are. */
const BOUNDED_HEIGHT = 1.4;
/** A smaller window would only magnify the corner. */
const SMALLEST = 4;
/** The point keeps this share of the window free on its side. */
const ROOM = 1.2;

/** The window for a z; `before` is kept as long as the point is well inside it, so that it does not twitch in a drag. */
export function windowFor(kind: ActivationKind, z: number, before: GraphWindow | null): GraphWindow {
  const size = Math.abs(z);
  const wanted = Number.isFinite(size) ? toNumber(niceBound(Math.max(SMALLEST, size * ROOM))) : SMALLEST;
  const keep = before && size <= before.z && before.z <= 10 * wanted ? before.z : wanted;
  const height = isBounded(kind) ? BOUNDED_HEIGHT : keep;
  return before && before.z === keep && before.a === height ? before : { z: keep, a: height };
}

/** Straight pieces need their corners only; smooth curves are sampled. */
const SAMPLES = 80;
/** A third of a pixel of a plot of 600. */
const TOLERANCE = 0.001;

/** From the window to the square from -1 to 1, y pointing down. */
function square({ z, a }: GraphWindow) {
  return { x: scaleLinear([-z, z], [-1, 1]), y: scaleLinear([-a, a], [1, -1]) };
}

/** The curve in the square from -1 to 1, y pointing down. */
export function curveIn(view: GraphWindow, activation: Activation<number>): string {
  const { x, y } = square(view);
  const { z } = view;
  const corners = cornersOf(activation.kind);
  const zs = corners
    ? [-z, ...corners.filter((corner) => Math.abs(corner) < z), z]
    : quantize(interpolateNumber(-z, z), SAMPLES + 1);
  const points = zs.map((at) => [x(at), y(activateNumber(activation, at))] as const);
  return line().digits(3)(thinned(points, TOLERANCE) as [number, number][]) ?? '';
}

/** The point at z, in the same square; on its border where it lies outside. */
export function pointIn(view: GraphWindow, activation: Activation<number>, z: number): readonly [number, number] {
  const { x, y } = square(view);
  const at = x.clamp(true)(z);
  return [at, y.clamp(true)(activateNumber(activation, x.invert(at)))];
}
