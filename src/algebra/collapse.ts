/**
 * Does the network collapse: is it one affine function on the domain? If yes, that function; if not, two points and their
 * midpoint where the linear law fails. Conventions: SPEC.md, D1 to D4.
 */
import type { Network } from '../model/network.ts';
import { combineAffine, coordinate, evaluateAffine, type Affine } from './affine.ts';
import { eachCell, formKey, formOf, type Cell } from './cells.ts';
import { coneOf, facetCone, split, type Cone } from './cone.ts';
import { bentForm, type Crease } from './crease.ts';
import type { Domain } from './domain.ts';
import { inputRange } from './domain-range.ts';
import { domainRows } from './domain-rows.ts';
import { forward } from './forward.ts';
import { integerVector, negateVector, toBigIntegers } from './integer-vector.ts';
import { witnessOnLine, type Line, type Witness } from './line.ts';
import { innerPoint, readablePoint, simplified } from './polyhedron.ts';
import { ONE, ZERO, equal, subtract, type Rational } from '../number/rational.ts';
import { simplestIn } from '../number/simplest-rational.ts';

export type Verdict =
  | { readonly kind: 'affine'; readonly form: Affine }
  | { readonly kind: 'not-affine'; readonly witness: Witness }
  /** Stopped by `shouldStop` before it was decided; so many cells had been looked at. */
  | { readonly kind: 'unfinished'; readonly cells: number };

export interface DecideOptions {
  /** Asked after each cell of a deep network, with the number of cells so far: true stops. */
  readonly shouldStop?: (cells: number) => boolean;
}

/**
 * Decides whether a piecewise linear network is affine on the domain. Networks that bend like one hidden layer are
 * decided without enumerating cells. Throws a RangeError when a node is smooth.
 */
export function decideAffine(network: Network<Rational>, domain: Domain, options: DecideOptions = {}): Verdict {
  const bent = bentForm(network, domain);
  if (bent) {
    const crease = bent.creases[0];
    if (!crease) return { kind: 'affine', form: bent.affine };
    const witness = simpleWitness(network, domain) ?? witnessAcross(network, domain, crease);
    return { kind: 'not-affine', witness };
  }
  const simple = simpleWitness(network, domain);
  if (simple) return { kind: 'not-affine', witness: simple };
  let first: Cell | null = null;
  let firstKey = '';
  let count = 0;
  for (const cell of eachCell(network, domain)) {
    count++;
    if (!first) {
      first = cell;
      firstKey = formKey(cell);
    } else if (formKey(cell) !== firstKey) {
      return { kind: 'not-affine', witness: witnessBetween(network, domain, first, cell) };
    }
    if (options.shouldStop?.(count)) return { kind: 'unfinished', cells: count };
  }
  return { kind: 'affine', form: formOf(first as Cell) };
}

/**
 * Is the network zero on the whole domain? A cheaper question than `decideAffine`: no witness is looked for. null when
 * stopped before it was decided.
 */
export function isZeroNetwork(network: Network<Rational>, domain: Domain, options: DecideOptions = {}): boolean | null {
  const bent = bentForm(network, domain);
  if (bent) return bent.creases.length === 0 && isZeroForm(bent.affine);
  if ([simplePoint, onesPoint].some((point) => forward(network, point(network, domain)).y.n !== 0n)) return false;
  let count = 0;
  for (const cell of eachCell(network, domain)) {
    if (!isZeroForm(formOf(cell))) return false;
    if (options.shouldStop?.(++count)) return null;
  }
  return true;
}

function isZeroForm({ coef, intercept }: Affine): boolean {
  return intercept.n === 0n && coef.every(({ n }) => n === 0n);
}

export interface Collapse {
  readonly form: Affine;
  /** neurons[layer][node]: the node's output as a function of the inputs. */
  readonly neurons: readonly (readonly Affine[])[];
}

/** The one linear model of a network in which every activation is linear, with the model of each node; else null. */
export function collapseLinear(network: Network<Rational>): Collapse | null {
  const n = network.inputs.length;
  const neurons: Affine[][] = [];
  let signals: readonly Affine[] = network.inputs.map((_, i) => coordinate(i, n));
  for (const layer of network.layers) {
    if (layer.some((node) => node.activation.kind !== 'linear')) return null;
    const before = signals;
    const outputs = layer.map((node) => combineAffine(node.weights, before, node.bias, n));
    neurons.push(outputs);
    signals = outputs;
  }
  return { form: signals[0] as Affine, neurons };
}

/** A witness in which one input changes, the others are simple numbers; null when there is none of that kind. */
function simpleWitness(network: Network<Rational>, domain: Domain): Witness | null {
  const n = network.inputs.length;
  const bases = [simplePoint(network, domain), onesPoint(network, domain)];
  for (const base of bases) {
    for (let i = 0; i < n; i++) {
      const witness = witnessOnLine(network, domain, axisLine(base, i));
      if (witness) return witness;
    }
  }
  return null;
}

function axisLine(base: readonly Rational[], i: number): Line {
  return { base: base.map((b, k) => (k === i ? ZERO : b)), direction: base.map((_, k) => (k === i ? ONE : ZERO)) };
}

/** The simplest number of each input's range: the origin, where it belongs to the domain. */
function simplePoint(network: Network<Rational>, domain: Domain): Rational[] {
  return network.inputs.map((_, i) => {
    const { min, max } = inputRange(domain, i);
    return simplestIn({ low: min, high: max, lowIncluded: true, highIncluded: true });
  });
}

/** 1, 2, 3 ... where these belong to the domain; else the simplest number inside. */
function onesPoint(network: Network<Rational>, domain: Domain): Rational[] {
  return network.inputs.map((_, i) => {
    const { min, max } = inputRange(domain, i);
    const from = min && min.n > 0n ? min : ZERO;
    return simplestIn({ low: max && max.n <= 0n ? min : from, high: max, lowIncluded: false, highIncluded: false });
  });
}

/**
 * A witness at a crease of a bent form. A line in the direction of input i, a_i not 0, through a point of the crease on
 * no other hyperplane bends there; and `innerPoint` finds such a point, as finitely many hyperplanes can't hold all.
 * A line through simpler numbers that crosses the crease inside the domain will mostly do as well.
 */
function witnessAcross(network: Network<Rational>, domain: Domain, { row }: Crease): Witness {
  const n = network.inputs.length;
  const h = integerVector(row);
  const rows = domainRows(domain, n);
  const { above } = split(coneOf(n, rows), h, negateVector(h));
  const part = above as Cone;
  const crease = facetCone(part, part.rows.length - 1);
  const i = row.findIndex((entry) => entry !== 0n);
  const shadow = rows.map((bound) => eliminate(toBigIntegers(bound), row, i));
  for (let spread = 1n; ; spread++) {
    const point = innerPoint(crease, spread);
    const witness =
      witnessOnLine(network, domain, axisLine(simplified(point, shadow), i)) ??
      witnessOnLine(network, domain, axisLine(point, i));
    if (witness) return witness;
  }
}

/** What the inequality says of a point of the hyperplane, without its coordinate i; the hyperplane's entry i is positive. */
function eliminate(inequality: readonly bigint[], plane: readonly bigint[], i: number): bigint[] {
  return inequality.map((entry, k) => (plane[i] as bigint) * entry - (inequality[i] as bigint) * (plane[k] as bigint));
}

/**
 * A witness for two cells of different forms f and g: on the line from a point inside the first to a point y inside the
 * second with f(y) not g(y), the network starts as f and does not end as f.
 */
function witnessBetween(network: Network<Rational>, domain: Domain, first: Cell, second: Cell): Witness {
  const f = formOf(first);
  const g = formOf(second);
  const x = readablePoint(first.cone);
  let y = readablePoint(second.cone);
  for (let spread = 1n; equal(evaluateAffine(f, y), evaluateAffine(g, y)); spread++)
    y = innerPoint(second.cone, spread);
  const line = { base: x, direction: y.map((value, i) => subtract(value, x[i] as Rational)) };
  const witness = witnessOnLine(network, domain, line);
  if (!witness) throw new Error('two forms on one line, and no bend between them');
  return witness;
}
