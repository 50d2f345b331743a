/**
 * Does a network with smooth nodes collapse? Decided exactly where that is known to be possible:
 *
 * 1. All atoms of the output cancel: it is affine, whatever the network's depth.
 * 2. Atoms are left, and each one's argument is an affine function of the inputs: it is not affine. Different atoms are
 *    independent, because of where they are singular or how they grow, and kinks bend where smooth functions don't: see
 *    tests/vectors/README.md, "Why it is exact" (H. J. Sussmann, Neural Networks 5, 1992, for tanh).
 * 3. The same on each cell that the piecewise linear nodes cut.
 *
 * Else a proved witness shows that it is not affine; and where none is found, it stays undecided. No guess.
 */
import { isSmooth } from '../activation/activation.ts';
import { isPiecewiseLinearNetwork, type Network, type Node } from '../model/network.ts';
import {
  AtomTable,
  bendingTerms,
  constantPart,
  constantSignal,
  inputSignal,
  isAffineSignal,
  shiftSignal,
  sumSignals,
  type Atom,
  type Side,
  type Signal,
} from './atoms.ts';
import { decideAffine } from './collapse.ts';
import { coneOf, split, type Cone } from './cone.ts';
import type { Domain } from './domain.ts';
import { domainRows } from './domain-rows.ts';
import { coprimeOf, negateVector } from './integer-vector.ts';
import { kinksOf, nodeSignals, sideByBounds, withoutDeadNodes } from './node-signals.ts';
import { innerPoint } from './polyhedron.ts';
import { ZERO, equal, isZero, negate, type Rational } from '../number/rational.ts';
import { findWitness, halvingPairs, isWitness, readablePairs, type Pair } from './smooth-witness.ts';
import { preActivationBounds } from './value-bounds.ts';
import type { Bounds } from '../activation/function.ts';

/** How it was found out: all atoms gone or independent; that on each cell; by a witness only. */
export type SmoothMethod = 'groups' | 'cells' | 'numeric';

export type SmoothVerdict =
  | {
      readonly kind: 'affine';
      readonly method: SmoothMethod;
      readonly coef: readonly Rational[];
      /** A constant; not rational when a smooth node is constant. */
      readonly intercept: Signal;
    }
  | {
      readonly kind: 'not-affine';
      readonly method: SmoothMethod;
      /** null: proved not to be affine, but the defect is too small for the bits that were spent on it. */
      readonly witness: Pair | null;
    }
  | { readonly kind: 'undecided' };

export interface SmoothOptions {
  /** Asked after each cell, with the number of cells so far: true stops, and it stays undecided. */
  readonly shouldStop?: (cells: number) => boolean;
}

const QUICK_BITS = [80, 320] as const;
const PATIENT_BITS = [80, 320, 1280, 5120] as const;
const MANY_CELLS = 4000;

/** Decides whether the network is affine on the domain, whatever its activations. */
export function decideSmooth(network: Network<Rational>, domain: Domain, options: SmoothOptions = {}): SmoothVerdict {
  const living = withoutDeadNodes(network);
  if (isPiecewiseLinearNetwork(living)) return decideStraight(living, domain, options);
  const n = living.inputs.length;
  const output = nodeSignals(living, domain, new AtomTable()).a.at(-1)?.[0] as Signal;
  const atoms = bendingTerms(output);
  if (atoms.length === 0) return affine('groups', output);
  if (atoms.every(([atom]) => isPlain(atom))) {
    return { kind: 'not-affine', method: 'groups', witness: witnessOfAtoms(living, domain, output) };
  }
  const simple = findWitness(living, readablePairs(domain, n, 24), QUICK_BITS);
  if (simple) return { kind: 'not-affine', method: 'numeric', witness: simple };
  return decideByCells(living, domain, options);
}

/** All smooth nodes are dead: a question for collapse.ts. */
function decideStraight(network: Network<Rational>, domain: Domain, options: SmoothOptions): SmoothVerdict {
  const verdict = decideAffine(network, domain, options);
  switch (verdict.kind) {
    case 'affine': {
      const intercept = constantSignal(verdict.form.intercept, network.inputs.length);
      return { kind: 'affine', method: 'cells', coef: verdict.form.coef, intercept };
    }
    case 'not-affine':
      return { kind: 'not-affine', method: 'cells', witness: verdict.witness };
    case 'unfinished':
      return { kind: 'undecided' };
  }
}

/** Its argument is an affine function of the inputs with rational coefficients. */
function isPlain({ argument }: Atom): boolean {
  return isAffineSignal(argument);
}

function affine(method: SmoothMethod, output: Signal): SmoothVerdict {
  return { kind: 'affine', method, coef: output.coef, intercept: constantPart(output) };
}

/** A witness for an output that bends in plain atoms only. */
function witnessOfAtoms(network: Network<Rational>, domain: Domain, output: Signal): Pair | null {
  const n = network.inputs.length;
  const atoms = bendingTerms(output);
  if (atoms.some(([{ family }]) => family !== 'abs')) {
    return findWitness(network, readablePairs(domain, n, 24), PATIENT_BITS);
  }
  // Kinks only: the bent part is a piecewise linear network of its own, and has the same defects.
  const bent: Network<Rational> = {
    inputs: network.inputs,
    layers: [
      atoms.map(([{ argument }]) => ({
        weights: argument.coef,
        bias: argument.intercept,
        activation: { kind: 'abs' as const },
      })),
      [{ weights: atoms.map(([, times]) => times), bias: ZERO, activation: { kind: 'linear' } }],
    ],
  };
  const verdict = decideAffine(bent, domain);
  return verdict.kind === 'not-affine' ? verdict.witness : null;
}

/** A cell on which all piecewise linear nodes that see affine signals keep to one piece, and the output there. */
interface SmoothCell {
  readonly cone: Cone;
  readonly output: Signal;
}

/**
 * Cell by cell. Affine exactly if it is affine on each cell, always with the same slopes (then the intercepts agree,
 * since it is continuous). Undecided where a cell's output holds atoms that are not plain.
 */
function decideByCells(network: Network<Rational>, domain: Domain, { shouldStop }: SmoothOptions): SmoothVerdict {
  let first: SmoothCell | null = null;
  let count = 0;
  let open = false;
  for (const cell of smoothCells(network, domain)) {
    count++;
    if (count > MANY_CELLS || shouldStop?.(count)) return { kind: 'undecided' };
    const atoms = bendingTerms(cell.output);
    if (atoms.length > 0 && !atoms.every(([atom]) => isPlain(atom))) {
      const witness = findWitness(network, innerPairs(cell.cone), QUICK_BITS);
      if (witness) return { kind: 'not-affine', method: 'numeric', witness };
      open = true;
    } else if (atoms.length > 0) {
      const witness = findWitness(network, innerPairs(cell.cone), PATIENT_BITS);
      return { kind: 'not-affine', method: 'cells', witness };
    } else if (!first) {
      first = cell;
    } else if (!cell.output.coef.every((c, i) => equal(c, (first as SmoothCell).output.coef[i] as Rational))) {
      return { kind: 'not-affine', method: 'cells', witness: witnessBetween(network, first, cell) };
    }
  }
  if (open || !first) return { kind: 'undecided' };
  return affine('cells', first.output);
}

/** Pairs of points strictly inside a cell. */
function innerPairs(cone: Cone): Pair[] {
  const points = [1n, 2n, 3n, 5n, 7n, 11n].map((spread) => innerPoint(cone, spread));
  return points.flatMap((p, i) => points.slice(i + 1).map((q) => ({ p, q })));
}

/**
 * The function is f around x, and another one around y: halving the way from y to x meets a defect, unless f(y) is by
 * chance the other one's value; not all inner points of a cell lie on that one hyperplane.
 */
function witnessBetween(network: Network<Rational>, first: SmoothCell, second: SmoothCell): Pair | null {
  const x = innerPoint(first.cone);
  for (const bits of PATIENT_BITS) {
    for (const spread of [1n, 2n, 3n, 5n]) {
      // Most often the first steps do; the many are for cells of very different sizes.
      const steps = halvingPairs(x, innerPoint(second.cone, spread), bits > 1000 ? 20 : 200);
      const found = steps.find((pair, k) => isWitness(network, pair, bits + 2 * k));
      if (found) return found;
    }
  }
  return null;
}

/** Cuts the domain by the nodes' kinks, layer by layer, where these are hyperplanes. */
function* smoothCells(network: Network<Rational>, domain: Domain): Generator<SmoothCell, void> {
  const n = network.inputs.length;
  const table = new AtomTable();
  const bounds = preActivationBounds(network, domain);

  function* walk(
    cone: Cone,
    l: number,
    before: readonly Signal[],
    done: readonly Signal[],
  ): Generator<SmoothCell, void> {
    const layer = network.layers[l];
    if (!layer) {
      yield { cone, output: before[0] as Signal };
      return;
    }
    const signals = [...done];
    for (let j = signals.length; j < layer.length; j++) {
      const node = layer[j] as Node<Rational>;
      const z = sumSignals(node.weights, before, node.bias, n);
      if (isSmooth(node.activation.kind)) {
        signals.push(table.smooth(node.activation.kind, z));
        continue;
      }
      const sides: Side[] = [];
      for (const kink of kinksOf(node)) {
        const above = shiftSignal(z, negate(kink));
        if (!isAffineSignal(above)) {
          sides.push(sideByBounds(above, kink, bounds[l]?.[j] as Bounds));
          continue;
        }
        if (above.coef.every(isZero)) {
          sides.push(above.intercept.n > 0n ? 'above' : 'below');
          continue;
        }
        const row = coprimeOf([...above.coef, above.intercept]);
        const parts = split(cone, row, negateVector(row));
        if (parts.below && parts.above) {
          // On either part this kink is settled: start the node again there.
          yield* walk(parts.below, l, before, signals);
          yield* walk(parts.above, l, before, signals);
          return;
        }
        sides.push(parts.above ? 'above' : 'below');
      }
      signals.push(table.straight(node.activation, z, sides));
    }
    yield* walk(cone, l + 1, signals, []);
  }

  const inputs = network.inputs.map((_, i) => inputSignal(i, n));
  yield* walk(coneOf(n, domainRows(domain, n)), 0, inputs, []);
}
