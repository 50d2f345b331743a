/**
 * What moves on the picture between two steps, as paths over a time t from 0 to 1. At "multiply out" the weight behind a
 * node flies through it to each number inside; at the rim of a bent node it stops. At "combine" the two edges that lead
 * through a node straighten into the direct one, and the products on them fly together. px.
 */
import { easeCubicInOut } from 'd3-ease';
import { interpolateNumber, interpolateNumberArray, quantize } from 'd3-interpolate';
import { nodeAt, parameterKey, type Network, type NodeAt } from '../model/network.ts';
import { JAM } from '../facts/fold-end.ts';
import { isZero, multiply, toNumber, type Rational } from '../number/rational.ts';
import { keyOfNode } from '../state/highlight.ts';
import type { Curve } from './chip-placement.ts';
import { biasPoint, outputBiasPoint } from './around-node.ts';
import type { EdgePlace } from './edge-places.ts';
import { edgeWidth } from './edge-width.ts';
import type { Layout } from './layout.ts';
import { curveOf, type Point } from './link.ts';
import { keyOfUnit, type Picture } from './picture.ts';
import { productPlaces } from './product-places.ts';
import { layoutDirect } from './route.ts';

/** An edge that straightens. */
export interface Flow {
  readonly id: string;
  /** The node that it leads through, whose colour it has at first. */
  readonly via: NodeAt;
  readonly width: number;
  /** x and y of its points, one after the other. */
  readonly at: (t: number) => readonly number[];
}

/** A number that flies. */
export interface Flight {
  readonly id: string;
  readonly via: NodeAt;
  readonly value: Rational;
  readonly at: (t: number) => Point;
  /** It is gone at the end, whatever it flies to: from 0 to 1. */
  readonly fades: boolean;
}

export interface Fold {
  readonly flows: readonly Flow[];
  readonly flights: readonly Flight[];
}

/** Points of a curve on each half of its way. */
const SAMPLES = 24;

/** From the picture of one step to that of the next. */
export function foldBetween(network: Network<Rational>, layout: Layout, before: Picture, after: Picture): Fold {
  const { round } = after;
  if (round?.kind === 'multiplyOut') return { flows: [], flights: multiplied(network, layout, before, after) };
  if (round?.kind === 'combine') return combined(network, layout, before, after);
  return { flows: [], flights: [] };
}

/** An edge that leads on from a hidden node, as the picture has it. */
interface LeadingOn {
  readonly to: NodeAt;
  readonly curve: Curve;
  readonly chip: Point;
  readonly value: Rational;
}

/** All edges from a node, among those of the network and those that were combined before. */
function leadingOn(network: Network<Rational>, layout: Layout, picture: Picture, at: NodeAt): LeadingOn[] {
  const next = (layout.edges[at.layer + 1] ?? [])
    .filter(({ parameter }) => parameter.input === at.node && !picture.gone.has(keyOfNode(parameter)))
    .map(({ parameter, link, chip }): LeadingOn => ({
      to: { layer: parameter.layer, node: parameter.node },
      curve: curveOf(link),
      chip,
      value: nodeAt(network, parameter).weights[parameter.input] as Rational,
    }));
  const places = layoutDirect(layout, picture.direct, picture.gone);
  const direct = picture.direct.flatMap(({ id, from, to, coefficient }): LeadingOn[] => {
    const place = keyOfUnit(from) === keyOfUnit(at) && places.get(id);
    return place ? [{ to, curve: place.curve, chip: place.chip, value: coefficient }] : [];
  });
  return [...next, ...direct].filter(({ value }) => !isZero(value));
}

/** The hidden nodes of a layer. */
function nodesOf(layout: Layout, layer: number): NodeAt[] {
  return (layout.hidden[layer] ?? []).map((_, node) => ({ layer, node }));
}

function edgesInto(layout: Layout, { layer, node }: NodeAt): readonly EdgePlace[] {
  return (layout.edges[layer] ?? []).filter(({ parameter }) => parameter.node === node);
}

function multiplied(network: Network<Rational>, layout: Layout, before: Picture, after: Picture): Flight[] {
  const places = productPlaces(layout, after);
  return nodesOf(layout, after.round?.layer ?? 0).flatMap((via) => {
    const rect = layout.hidden[via.layer]?.[via.node];
    if (!rect) return [];
    const outers = leadingOn(network, layout, before, via);
    if (after.held.has(keyOfNode(via))) {
      const rim: Point = { x: rect.x + rect.width / 2 + 12, y: rect.y };
      return outers.map(({ chip, value, to }): Flight => ({
        id: `${keyOfNode(via)}<${keyOfNode(to)}`,
        via,
        value,
        at: (t) => between(chip, rim, Math.min(1, t / JAM)),
        fades: false,
      }));
    }
    const targets = [
      ...edgesInto(layout, via).map(({ key, chip }) => ({ key, point: places?.get(key) ?? chip })),
      { key: parameterKey({ ...via, input: null }), point: biasPoint(rect, layout) },
    ].filter(({ key }) => after.products.has(key));
    return outers.flatMap(({ chip, value, to }) =>
      targets.map(({ key, point }): Flight => ({
        id: `${key}<${keyOfNode(to)}`,
        via,
        value,
        at: (t) => through([chip, rect, point], easeCubicInOut(t)),
        fades: true,
      })),
    );
  });
}

function combined(network: Network<Rational>, layout: Layout, before: Picture, after: Picture): Fold {
  const layer = after.round?.layer ?? 0;
  const places = layoutDirect(layout, after.direct, after.gone);
  const products = productPlaces(layout, before);
  const flows: Flow[] = [];
  const flights: Flight[] = [];
  for (const via of nodesOf(layout, layer).filter((at) => after.gone.has(keyOfNode(at)))) {
    const rect = layout.hidden[via.layer]?.[via.node] as Layout['output'];
    const outers = leadingOn(network, layout, before, via);
    for (const { to, curve, chip, value } of outers) {
      const fly = (key: string, source: string, own: Rational, from: Point, end: Point) =>
        flights.push({
          id: `${key}>${source}>${keyOfNode(to)}`,
          via,
          value: multiply(value, own),
          at: (t) => between(from, end, easeCubicInOut(t)),
          fades: false,
        });
      flights.push({ id: `${keyOfNode(via)}>${keyOfNode(to)}`, via, value, at: () => chip, fades: true });
      for (const { key, parameter, link, chip: place } of edgesInto(layout, via)) {
        const weight = nodeAt(network, via).weights[parameter.input] as Rational;
        const from = { layer: layer - 1, node: parameter.input };
        const source = keyOfUnit(from);
        const direct = places.get(`${source}>${keyOfNode(to)}`);
        if (!direct || isZero(weight)) continue;
        const [first, end] = [quantize(curveOf(link), SAMPLES), quantize(direct.curve, 2 * SAMPLES)];
        const start = [...first, ...quantize(curve, SAMPLES)];
        const straighten = interpolateNumberArray(start.flatMap(coordinates), end.flatMap(coordinates));
        flows.push({
          id: `${key}>${source}>${keyOfNode(to)}`,
          via,
          width: edgeWidth(toNumber(weight)),
          // One array is written over and over.
          at: (t) => straighten(easeCubicInOut(t)),
        });
        fly(key, source, weight, products?.get(key) ?? place, direct.chip);
      }
      const { bias } = nodeAt(network, via);
      const end =
        to.layer === layout.hidden.length ? outputBiasPoint(layout.output) : layout.hidden[to.layer]?.[to.node];
      if (!isZero(bias) && end) fly(parameterKey({ ...via, input: null }), 'bias', bias, biasPoint(rect, layout), end);
    }
  }
  return { flows, flights };
}

function coordinates({ x, y }: Point): readonly [number, number] {
  return [x, y];
}

function between(from: Point, to: Point, t: number): Point {
  return { x: interpolateNumber(from.x, to.x)(t), y: interpolateNumber(from.y, to.y)(t) };
}

/** Along straight lines from point to point, each in the same time. */
function through(points: readonly Point[], t: number): Point {
  const scaled = t * (points.length - 1);
  const leg = Math.min(points.length - 2, Math.floor(scaled));
  return between(points[leg] as Point, points[leg + 1] as Point, scaled - leg);
}
