/**
 * The exact sheet of a piecewise linear network of two inputs over a box: one facet for each cell, its corners exact
 * rational points, its height exact there. Facets meet edge to edge, because every pre-activation is continuous: what
 * cuts a cell on one side of an edge cuts its neighbour at the same point.
 */
import { greatest } from 'd3-array';
import type { Network } from '../model/network.ts';
import { eachCell, formKey, patternOf, type Cell } from '../algebra/cells.ts';
import { facetRows, isZeroOn, type Cone } from '../algebra/cone.ts';
import type { Domain } from '../algebra/domain.ts';
import { bigDot, dot, integerText, toBigIntegers, type IntegerVector } from '../algebra/integer-vector.ts';
import { toNumber, type Rational } from '../number/rational.ts';
import { memoize } from '../facts/memoize.ts';
import { EdgeList, type Face, type Surface } from './surface.ts';

export interface Facets {
  /** Null when there are more facets than were allowed: part of a sheet would be a wrong picture. */
  readonly surface: Surface | null;
  /** How many facets there are, or were found before the limit was passed. */
  readonly found: number;
}

/** Throws a RangeError when a node is smooth, or when the network has not two inputs. */
export function facetsOf(network: Network<Rational>, box: Domain & { readonly kind: 'box' }, limit = Infinity): Facets {
  if (network.inputs.length !== 2) throw new RangeError(`a sheet has 2 inputs, not ${network.inputs.length}`);
  const cells: Cell[] = [];
  for (const cell of eachCell(network, box)) {
    if (cells.length >= limit) return { surface: null, found: cells.length };
    cells.push(cell);
  }
  return { surface: surfaceOf(cells), found: cells.length };
}

function surfaceOf(cells: readonly Cell[]): Surface {
  const rays: IntegerVector[] = [];
  const heights: number[] = [];
  const indexOf = new Map<string, number>();
  const vertex = (ray: IntegerVector, cell: Cell): number => {
    const key = integerText(ray);
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    indexOf.set(key, rays.length);
    rays.push(ray);
    heights.push(heightAt(cell, ray));
    return rays.length - 1;
  };

  const corners = cells.map((cell) => borderOf(cell.cone).map((ray) => vertex(ray, cell)));
  const keys = cells.map(formKey);
  const list = new EdgeList(rays.length);
  corners.forEach((border, face) => list.addFace(face, border));
  const edges = list.edges((left, right) => keys[left] !== keys[right]);

  const joined = new Groups(cells.length);
  for (const { left, right, crease } of edges) if (right >= 0 && !crease) joined.join(left, right);
  const { numbers, count } = joined.numbered();
  const faces = cells.map((cell, k): Face => ({
    corners: corners[k] as readonly number[],
    pattern: patternOf(cell),
    region: numbers[k] as number,
  }));
  const places = rays.map(place);
  return {
    xs: Float64Array.from(places, ([x]) => x),
    ys: Float64Array.from(places, ([, y]) => y),
    zs: Float64Array.from(heights),
    faces,
    edges,
    regionCount: count,
    exact: { rays, outputs: cells.map(({ output }) => output), scale: cells[0]?.scale ?? 1n },
  };
}

/** Slopes along the two inputs on the steepest face of an exact sheet. Looked for once, however often it is asked for. */
export const steepest = memoize((surface: Surface): readonly [number, number] => {
  const slopes = surface.faces.map((_, face) => slopesOfFace(surface, face));
  return greatest(slopes, (slope) => Math.hypot(...slope)) ?? [0, 0];
});

/** Slopes of a face along the two inputs, as the nearest doubles. */
export function slopesOfFace({ exact }: Surface, face: number): readonly [number, number] {
  const output = exact?.outputs[face];
  if (!exact || !output) throw new RangeError(`face ${face} has no exact form`);
  const [a = 0n, b = 0n] = toBigIntegers(output);
  return [quotient(a, exact.scale), quotient(b, exact.scale)];
}

/** The rays of a bounded polygon's cone in R^3, counter-clockwise as points (x/t, y/t): along each facet to the next ray. */
function borderOf(cone: Cone): IntegerVector[] {
  const neighbours: number[][] = cone.rays.map(() => []);
  for (const row of facetRows(cone)) {
    const [p, q] = cone.rays.flatMap((_, r) => (isZeroOn(cone, row, r) ? [r] : []));
    neighbours[p as number]?.push(q as number);
    neighbours[q as number]?.push(p as number);
  }
  const way = [0];
  for (let before = -1, at = 0; ;) {
    const [one, other] = neighbours[at] as [number, number];
    const next = one === before ? other : one;
    if (next === 0 && way.length > 1) break;
    way.push(next);
    [before, at] = [at, next];
  }
  const border = way.map((r) => cone.rays[r] as IntegerVector);
  return turn(border as [IntegerVector, IntegerVector, IntegerVector]) > 0n ? border : border.reverse();
}

/** Which way three corners turn: the determinant of their rays, positive for a turn to the left. */
function turn([p, q, r]: readonly [IntegerVector, IntegerVector, IntegerVector]): bigint {
  const [a = 0n, b = 0n, c = 0n] = toBigIntegers(p);
  const [d = 0n, e = 0n, f = 0n] = toBigIntegers(q);
  const [g = 0n, h = 0n, i = 0n] = toBigIntegers(r);
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** The nearest doubles to the point of a ray. */
export function place(ray: IntegerVector): readonly [number, number] {
  if (ray.small) {
    const [x = 0, y = 0, t = 1] = ray.small;
    return [x / t, y / t];
  }
  const [x = 0n, y = 0n, t = 1n] = toBigIntegers(ray);
  return [quotient(x, t), quotient(y, t)];
}

/** output . (x, t) / (scale t), rounded once. */
function heightAt({ output, scale }: Cell, ray: IntegerVector): number {
  const numerator = dot(output, ray);
  const denominator = Number(scale) * (ray.small?.[2] ?? Infinity);
  if (Number.isFinite(numerator) && denominator <= Number.MAX_SAFE_INTEGER) return numerator / denominator;
  return quotient(bigDot(output, ray), scale * (toBigIntegers(ray)[2] as bigint));
}

/** The nearest double to n/d. Not in lowest terms on purpose: that costs more than all the rest for long integers. */
function quotient(n: bigint, d: bigint): number {
  return toNumber({ n, d });
}

/** Disjoint sets (Tarjan, 1975, without ranks: a few hundred members). */
class Groups {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, k) => k);
  }

  join(p: number, q: number): void {
    this.parent[this.root(p)] = this.root(q);
  }

  /** Groups numbered by first appearance. */
  numbered(): { readonly numbers: readonly number[]; readonly count: number } {
    const number = new Map<number, number>();
    const numbers = this.parent.map((_, k) => {
      const root = this.root(k);
      const known = number.get(root) ?? number.size;
      number.set(root, known);
      return known;
    });
    return { numbers, count: number.size };
  }

  private root(k: number): number {
    let at = k;
    for (let up = this.parent[at] as number; up !== at; up = this.parent[at] as number) {
      this.parent[at] = this.parent[up] as number;
      at = up;
    }
    return at;
  }
}
