/**
 * The cell with a given pattern, found again: a pattern says on which piece each node is, and each piece lies between
 * kinks of the node's pre-activation. So a list of many cells need not hold more than their patterns.
 */
import type { Network, NodeAt } from '../model/network.ts';
import { pieces as shapeOf } from '../activation/pieces.ts';
import { addAffine, combineAffine, constant, coordinate, scaleAffine, type Affine } from './affine.ts';
import { coneOf, type Cone } from './cone.ts';
import { coprimeOf, integerText, isConstantRow, negateVector, type IntegerVector } from './integer-vector.ts';
import { facetIndices, readablePoint } from './polyhedron.ts';
import { negate, type Rational } from '../number/rational.ts';

/** z > kink (above), or z <= kink: a kink belongs to the piece below it. */
export interface Bound {
  readonly at: NodeAt;
  readonly kink: Rational;
  readonly above: boolean;
  /** The node's pre-activation on the cell, a function of the inputs; never constant. */
  readonly z: Affine;
}

export interface PatternCell {
  /** The network's output on the cell. */
  readonly form: Affine;
  /** No one of them follows from the others, and together they are the cell. Layer by layer; none for all of space. */
  readonly bounds: readonly Bound[];
  /** Strictly inside, in numbers as simple as they come. */
  readonly point: readonly Rational[];
}

/**
 * The cell, over all inputs, of a pattern that some input has (pieces as digits, layers apart by `|`); null when a node is
 * smooth. Throws a RangeError for a pattern that no open set of inputs has.
 */
export function cellOfPattern(network: Network<Rational>, pattern: string): PatternCell | null {
  const n = network.inputs.length;
  const digits = pattern.split('|');
  /** By the text of its row, so that two nodes that say the same are one. */
  const bounds = new Map<string, { readonly bound: Bound; readonly row: IntegerVector }>();
  let signals: readonly Affine[] = network.inputs.map((_, i) => coordinate(i, n));
  for (const [layer, nodes] of network.layers.entries()) {
    const next: Affine[] = [];
    for (const [node, { weights, bias, activation }] of nodes.entries()) {
      const shape = shapeOf(activation);
      if (!shape) return null;
      const piece = Number(digits[layer]?.[node]);
      const branch = shape.branches[piece];
      if (!branch) throw new RangeError(`${pattern} is not a pattern of this network`);
      const z = combineAffine(weights, signals, bias, n);
      for (const [kink, above] of [
        [shape.kinks[piece - 1], true],
        [shape.kinks[piece], false],
      ] as const) {
        if (!kink) continue;
        const height = coprimeOf([...z.coef, addAffine(z, constant(negate(kink), n)).intercept]);
        if (isConstantRow(height)) continue;
        const row = above ? height : negateVector(height);
        const key = integerText(row);
        if (!bounds.has(key)) bounds.set(key, { bound: { at: { layer, node }, kink, above, z }, row });
      }
      next.push(addAffine(scaleAffine(branch.slope, z), constant(branch.intercept, n)));
    }
    signals = next;
  }
  const all = [...bounds.values()];
  const cone = coneOf(
    n,
    all.map(({ row }) => row),
  );
  const needed = facetTexts(cone);
  return {
    form: signals[0] as Affine,
    bounds: all.filter(({ row }) => needed.has(integerText(row))).map(({ bound }) => bound),
    point: readablePoint(cone),
  };
}

function facetTexts(cone: Cone): ReadonlySet<string> {
  return new Set(facetIndices(cone).map((c) => integerText(cone.rows[c] as IntegerVector)));
}
