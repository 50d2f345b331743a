/**
 * The way of a direct edge through the columns that it skips: straight across where nothing is left, else through the
 * nearest gap between the nodes that stay. px.
 */
import { least } from 'd3-array';
import { quantize } from 'd3-interpolate';
import { placeChips, type Curve, type Rect } from './chip-placement.ts';
import { outputLabelBox } from './around-node.ts';
import type { Layout } from './layout.ts';
import { curveOf, linkPath, type Link, type Point } from './link.ts';
import { INPUT_LAYER, keyOfUnit } from './picture.ts';
import type { NodeAt } from '../model/network.ts';

export interface Direct {
  readonly id: string;
  readonly from: NodeAt;
  readonly to: NodeAt;
}

export interface DirectPlace {
  readonly path: string;
  readonly curve: Curve;
  readonly chip: Point;
}

/** Distance from what it passes, and from the next edge through the same gap. */
const CLEARANCE = 8;
const LANE = 8;
const SAMPLES = 48;

/** The place of each direct edge and its label, given which nodes are gone. */
export function layoutDirect(
  layout: Layout,
  edges: readonly Direct[],
  gone: ReadonlySet<string>,
): ReadonlyMap<string, DirectPlace> {
  const columns = layout.hidden.map((column, layer) =>
    column.filter((_, node) => !gone.has(keyOfUnit({ layer, node }))),
  );
  const routes = edges.map((edge, index) => routeOf(layout, columns, edge, lanesOf(edges, index)));
  const obstacles = [...columns.flat(), ...columns.flat().map(outputLabelBox), ...layout.inputs, layout.output];
  const curves = routes.map(alongAll);
  const { points } = placeChips(curves, layout.chip, obstacles);
  return new Map(
    edges.map(({ id }, i) => [
      id,
      {
        path: (routes[i] as readonly Link[]).map(linkPath).join(''),
        curve: curves[i] as Curve,
        chip: points[i] as Point,
      },
    ]),
  );
}

/** Links that follow each other, end to end. */
type Route = readonly Link[];

function routeOf(
  layout: Layout,
  columns: readonly (readonly Rect[])[],
  { from, to }: Direct,
  { offset, half }: Lanes,
): Route {
  const source = rectOf(layout, from);
  const target = rectOf(layout, to);
  const start: Point = { x: source.x + source.width / 2, y: source.y };
  const end: Point = {
    x: target.x - target.width / 2 + (to.layer === layout.hidden.length ? 1 : 0),
    y: target.y + clamp(offset, target.height / 4),
  };
  const between = columns.slice(from.layer + 1, to.layer);
  const straight: Link = { from: start, to: end };
  if (!between.some((column) => hits(straight, column, layout))) return [straight];

  const route: Link[] = [];
  let here = start;
  for (const column of between) {
    const [first] = column;
    if (!first) continue;
    const ideal = start.y + ((end.y - start.y) * (first.x - start.x)) / (end.x - start.x);
    const y = nearestGap(column, layout, ideal, half) + offset;
    const enter: Point = { x: first.x - first.width / 2, y };
    const leave: Point = { x: first.x + first.width / 2, y };
    route.push({ from: here, to: enter }, { from: enter, to: leave });
    here = leave;
  }
  route.push({ from: here, to: end });
  return route;
}

function rectOf(layout: Layout, { layer, node }: NodeAt): Rect {
  const column = layer === INPUT_LAYER ? layout.inputs : (layout.hidden[layer] ?? [layout.output]);
  return column[node] as Rect;
}

/** A node with what is written around it. */
function surroundings(
  node: Rect,
  { around: { above, below } }: Layout,
): { readonly top: number; readonly bottom: number } {
  return { top: node.y - node.height / 2 - above - CLEARANCE, bottom: node.y + node.height / 2 + below + CLEARANCE };
}

function hits(link: Link, column: readonly Rect[], layout: Layout): boolean {
  return quantize(curveOf(link), SAMPLES + 1).some(({ x, y }) =>
    column.some((node) => {
      const { top, bottom } = surroundings(node, layout);
      return Math.abs(x - node.x) < node.width / 2 + CLEARANCE && y > top && y < bottom;
    }),
  );
}

/** The y nearest to `ideal` at which no node of the column stands; `half`: of the height of all lanes. */
function nearestGap(column: readonly Rect[], layout: Layout, ideal: number, half: number): number {
  const bounds = column
    .map((node) => surroundings(node, layout))
    .map(({ top, bottom }) => ({ top: top - half, bottom: bottom + half }));
  const tries = [ideal, ...bounds.flatMap(({ top, bottom }) => [top - 1, bottom + 1])].filter(
    (y) => y > half && y < layout.size.height - half && !bounds.some(({ top, bottom }) => y > top && y < bottom),
  );
  return least(tries, (y) => Math.abs(y - ideal)) ?? ideal;
}

interface Lanes {
  readonly offset: number;
  readonly half: number;
}

/** Edges to the same unit run side by side. */
function lanesOf(edges: readonly Direct[], index: number): Lanes {
  const { to } = edges[index] as Direct;
  const beside = edges.flatMap((edge, i) => (keyOfUnit(edge.to) === keyOfUnit(to) ? [i] : []));
  const half = ((beside.length - 1) / 2) * LANE;
  return { offset: beside.indexOf(index) * LANE - half, half };
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

function alongAll(route: Route): Curve {
  return (t) => {
    const scaled = t * route.length;
    const index = Math.min(route.length - 1, Math.floor(scaled));
    return curveOf(route[index] as Link)(scaled - index);
  };
}
