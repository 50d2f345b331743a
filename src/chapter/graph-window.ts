/** The graph of one activation function around a given z, to scale: its window, its curve as a path, its point. */
import { line } from 'd3-shape';
import { activateNumber, type Activation, type ActivationKind } from '../activation/activation.ts';
import { isBounded } from '../activation/slope.ts';
import { toNumber } from '../number/rational.ts';
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

/** Corners of straight pieces are hit exactly: samples lie on whole steps of the window, and on these. */
const CORNERS = [-1, 0, 1];
const SAMPLES = 120;

const drawn = line();

/** The curve in the square from -1 to 1, y pointing down. */
export function curveIn({ z, a }: GraphWindow, activation: Activation<number>): string {
  const grid = Array.from({ length: SAMPLES + 1 }, (_, i) => -z + (2 * z * i) / SAMPLES);
  const zs = [...grid, ...CORNERS.filter((corner) => Math.abs(corner) < z)].sort((p, q) => p - q);
  return drawn(zs.map((at): [number, number] => [round(at / z), round(-activateNumber(activation, at) / a)])) ?? '';
}

/** The point at z, in the same square; on its border where it lies outside. */
export function pointIn(
  { z: width, a }: GraphWindow,
  activation: Activation<number>,
  z: number,
): readonly [number, number] {
  const at = clamp(z, width);
  return [at / width, clamp(-activateNumber(activation, at), a) / a];
}

function clamp(value: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, value));
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000 + 0;
}
