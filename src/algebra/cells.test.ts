import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxQuestions,
  boxes,
  piecewiseNetworks,
  pointsIn,
  questions,
  type AskedNetwork,
  type Size,
} from '../../tests/arbitrary-question.ts';
import { TEXTBOOK } from '../../tests/textbook.ts';
import { isOutputLayer, nodeAt, type Network, type Node } from '../model/network.ts';
import { pieceIndex, pieces, type PiecewiseLinear } from '../activation/pieces.ts';
import { evaluateAffine, type Affine } from './affine.ts';
import { eachCell, enumerateCells, formOf, patternOf, type Cell } from './cells.ts';
import { decideAffine } from './collapse.ts';
import { coneOf, facetCone, isZeroOn, split } from './cone.ts';
import { bentForm, bentWithin, evaluateBent, type BentForm } from './crease.ts';
import { difference, equalOn, withBranch } from './difference.ts';
import { ALL, NONNEGATIVE, type Domain } from './domain.ts';
import { domainRows } from './domain-rows.ts';
import { forward } from './forward.ts';
import {
  combine,
  integerVector,
  negateVector,
  withMachineIntegersBelow,
  type IntegerVector,
} from './integer-vector.ts';
import { analyseNodes, nodeRanges } from './neuron-range.ts';
import {
  facetIndices,
  facetsOf,
  innerPoint,
  measureOf,
  orderedVertices,
  readablePoint,
  verticesOf,
} from './polyhedron.ts';
import {
  ONE,
  ZERO,
  add,
  compare,
  dot,
  equal,
  multiply,
  rational,
  sign,
  subtract,
  sum,
  toFractionText,
  type Rational,
} from '../number/rational.ts';
import { regionsOf } from './region.ts';
import { simplest, type Simplest } from './simplest.ts';

const SMALL: Size = { maxInputs: 3, maxHiddenLayers: 3, maxNodes: 3 };
const WIDE: Size = { maxInputs: 3, maxHiddenLayers: 1, maxNodes: 6 };
const SIZES = fc.constantFrom(SMALL, SMALL, WIDE);
const anyQuestion = SIZES.chain(questions);
const anyBoxQuestion = SIZES.chain(boxQuestions);

function withPoint({ network, domain }: AskedNetwork) {
  return pointsIn(domain, network.inputs.length).map((x) => ({ network, domain, x }));
}

/** row . (x, 1) */
function valueAt(row: readonly bigint[], x: readonly Rational[]): Rational {
  return sum([...x.map((value, i) => multiply(rational(row[i] as bigint), value)), rational(row[x.length] as bigint)]);
}

function contains(cell: Cell, x: readonly Rational[]): boolean {
  return facetsOf(cell.cone).every((row) => sign(valueAt(row, x)) >= 0);
}

function answersOf(network: Network<Rational>, domain: Domain): string[] {
  const { cells } = enumerateCells(network, domain);
  const { regionOf } = regionsOf(cells);
  return cells.map((cell, i) =>
    [patternOf(cell), formText(formOf(cell)), regionOf[i], facetsOf(cell.cone).join(';')].join(' '),
  );
}

function formText({ coef, intercept }: Affine): string {
  return [...coef, intercept].map(toFractionText).join(' ');
}

describe('pieces', () => {
  it('P1 tile the box: their measures add up to its own', () => {
    fc.assert(
      fc.property(anyBoxQuestion, ({ network, domain }) => {
        const measures = [...eachCell(network, domain)].map(({ cone }) => measureOf(cone) as Rational);
        expect(measures.every((measure) => sign(measure) > 0)).toBe(true);
        const sides = domain.max.map((max, i) => subtract(max, domain.min[i] as Rational));
        expect(toFractionText(sum(measures))).toBe(toFractionText(sides.reduce(multiply, ONE)));
      }),
      { numRuns: 150 },
    );
  });

  it('P2 share no interior', () => {
    fc.assert(
      fc.property(questions({ maxInputs: 3, maxHiddenLayers: 2, maxNodes: 3 }), ({ network, domain }) => {
        const { cells } = enumerateCells(network, domain, { limit: 25 });
        for (const [i, cell] of cells.entries()) {
          for (const other of cells.slice(0, i)) {
            let common: Cell['cone'] | null = cell.cone;
            for (const row of facetsOf(other.cone).map(integerVector)) {
              common = common && split(common, row, negateVector(row)).above;
            }
            expect(common).toBeNull();
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('P3 agree with the forward pass at points of the domain, whichever piece they are on', () => {
    fc.assert(
      fc.property(anyQuestion.chain(withPoint), ({ network, domain, x }) => {
        const { y } = forward(network, x);
        const around = [...eachCell(network, domain)].filter((cell) => contains(cell, x));
        expect(around.length).toBeGreaterThan(0);
        for (const cell of around) expect(evaluateAffine(formOf(cell), x)).toEqual(y);
      }),
      { numRuns: 200 },
    );
  });

  it('P4 have the pattern and the form of the forward pass inside, and the form on their borders', () => {
    fc.assert(
      fc.property(anyQuestion, ({ network, domain }) => {
        for (const cell of eachCell(network, domain)) {
          const form = formOf(cell);
          for (const x of [readablePoint(cell.cone), innerPoint(cell.cone, 3n)]) {
            const { z, y } = forward(network, x);
            expect(evaluateAffine(form, x)).toEqual(y);
            expect(patternAt(network, z)).toBe(patternOf(cell));
          }
          for (const x of verticesOf(cell.cone)) expect(evaluateAffine(form, x)).toEqual(forward(network, x).y);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('P5 count as theory says: planes in general position make sum C(n, k) pieces', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 }), (n, planes) => {
        const network = generalPosition(n, planes);
        const far = rational(10n ** 9n);
        const min = network.inputs.map(() => rational(-(10n ** 9n)));
        const box: Domain = { kind: 'box', min, max: network.inputs.map(() => far) };
        expect(enumerateCells(network, ALL).cells.length).toBe(piecesInTheory(n, planes));
        expect(enumerateCells(network, box).cells.length).toBe(piecesInTheory(n, planes));
      }),
    );
    // More hyperplanes than a machine word has bits.
    expect(enumerateCells(generalPosition(2, 70), ALL).cells.length).toBe(1 + 70 + 35 * 69);
  });

  it('P6 have facets that are needed, and rays that are on as many', () => {
    fc.assert(
      fc.property(anyQuestion, ({ network, domain }) => {
        const n = network.inputs.length;
        for (const cell of enumerateCells(network, domain, { limit: 20 }).cells) {
          const facets = facetsOf(cell.cone);
          // Without one of them the set is larger: there the cut by it leaves something below.
          for (const [i, facet] of facets.entries()) {
            const others = coneOf(n, facets.filter((_, k) => k !== i).map(integerVector));
            const row = integerVector(facet);
            expect(split(others, row, negateVector(row)).below).not.toBeNull();
          }
          // And all of them together are the cell: built anew they have the same rays.
          if (cell.cone.lines.length > 0) continue;
          const again = coneOf(n, facets.map(integerVector));
          expect(raySet(again.rays)).toEqual(raySet(cell.cone.rays));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('P12 have extreme rays only, also where many hyperplanes meet in one point', () => {
    const entry = fc.integer({ min: -1, max: 1 }).map((n) => rational(n));
    const node = fc.array(entry, { minLength: 4, maxLength: 4 }).map((weights): Node<Rational> => {
      return { weights, bias: ZERO, activation: { kind: 'relu' } };
    });
    const four = [1, 1, 1, 1];
    const cube: Domain = { kind: 'box', min: four.map(() => rational(-1)), max: four.map(() => ONE) };
    fc.assert(
      fc.property(
        fc.array(node, { minLength: 4, maxLength: 7 }),
        fc.constantFrom<Domain>(ALL, NONNEGATIVE, cube),
        (hidden, domain) => {
          const output: Node<Rational> = { weights: hidden.map(() => ONE), bias: ZERO, activation: { kind: 'linear' } };
          const network: Network<Rational> = { inputs: ['a', 'b', 'c', 'd'], layers: [hidden, [output]] };
          for (const { cone } of eachCell(network, domain)) {
            const zeros = cone.rays.map((_, r) => cone.rows.flatMap((_, c) => (isZeroOn(cone, c, r) ? [c] : [])));
            for (const [r, own] of zeros.entries()) {
              // A ray that is not extreme would lie between others, which are zero wherever it is.
              expect(zeros.some((other, k) => k !== r && own.every((c) => other.includes(c)))).toBe(false);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('P7 have their vertices in order: a polygon turns left all the way', () => {
    fc.assert(
      fc.property(boxQuestions({ maxInputs: 2, maxHiddenLayers: 2, maxNodes: 4 }), ({ network, domain }) => {
        for (const { cone } of eachCell(network, domain)) {
          const vertices = orderedVertices(cone);
          expect(vertices.length).toBe(verticesOf(cone).length);
          if (network.inputs.length === 1) {
            expect(compare(vertices[0]?.[0] as Rational, vertices[1]?.[0] as Rational)).toBeLessThan(0);
            continue;
          }
          const doubleArea = sum(vertices.map((p, i) => cross(p, vertices[(i + 1) % vertices.length] as Rational[])));
          expect(doubleArea).toEqual(multiply(rational(2), measureOf(cone) as Rational));
        }
      }),
      { numRuns: 80 },
    );
  });

  it('P8 do not depend on machine integers: with big integers everywhere, or on a low limit, all answers are the same', () => {
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(0, 50, 1e6), ({ network, domain }, limit) => {
        const normal = answersOf(network, domain);
        expect(withMachineIntegersBelow(limit, () => answersOf(network, domain))).toEqual(normal);
      }),
      { numRuns: 60 },
    );
    // Numbers so large that machine integers overflow at every turn.
    const large = fc.bigInt(-(10n ** 9n), 10n ** 9n).map((n) => rational(n));
    const layer = fc.array(fc.array(large, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(layer, boxes(2), (rows, box) => {
        const hidden = rows.map(([v, w, bias]): Node<Rational> => ({
          weights: [v as Rational, w as Rational],
          bias: bias as Rational,
          activation: { kind: 'relu' },
        }));
        const output: Node<Rational> = { weights: hidden.map(() => ONE), bias: ZERO, activation: { kind: 'linear' } };
        const network: Network<Rational> = { inputs: ['x', 'y'], layers: [hidden, [output]] };
        for (const domain of [ALL, box]) {
          const normal = answersOf(network, domain);
          expect(withMachineIntegersBelow(0, () => answersOf(network, domain))).toEqual(normal);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('P9 stop at a limit, and say so', () => {
    fc.assert(
      fc.property(anyQuestion, fc.integer({ min: 0, max: 12 }), ({ network, domain }, limit) => {
        const all = enumerateCells(network, domain).cells.map(patternOf);
        const some = enumerateCells(network, domain, { limit });
        expect(some.finished).toBe(all.length <= limit);
        expect(some.cells.map(patternOf)).toEqual(all.slice(0, limit));
        const stopped = enumerateCells(network, domain, { shouldStop: (found) => found > limit });
        expect(stopped.finished).toBe(all.length <= limit);
      }),
      { numRuns: 60 },
    );
  });

  it('P10 come in the order of their patterns', () => {
    fc.assert(
      fc.property(anyQuestion, ({ network, domain }) => {
        const patterns = [...eachCell(network, domain)].map(patternOf);
        expect(patterns).toEqual([...new Set(patterns)].sort());
      }),
      { numRuns: 60 },
    );
  });
});

/** ReLU nodes on the moment curve: any n of their planes meet in one point, no n + 1 do. */
function generalPosition(n: number, planes: number): Network<Rational> {
  const hidden = Array.from({ length: planes }, (_, j): Node<Rational> => ({
    weights: Array.from({ length: n }, (_, i) => rational((j + 1) ** (i + 1))),
    bias: rational((j + 1) ** (n + 1)),
    activation: { kind: 'relu' },
  }));
  const output: Node<Rational> = { weights: hidden.map(() => ONE), bias: ZERO, activation: { kind: 'linear' } };
  return { inputs: ['x', 'y', 'z'].slice(0, n), layers: [hidden, [output]] };
}

/** The sum of C(planes, k) for k up to n. */
function piecesInTheory(n: number, planes: number): number {
  let total = 0;
  for (let k = 0, binomial = 1; k <= n; binomial = (binomial * (planes - k)) / (k + 1), k++) total += binomial;
  return total;
}

function patternAt(network: Network<Rational>, z: readonly (readonly Rational[])[]): string {
  return network.layers
    .map((layer, l) =>
      layer.map((node, j) => pieceIndex(pieces(node.activation) as PiecewiseLinear, z[l]?.[j] as Rational)).join(''),
    )
    .join('|');
}

function raySet(rays: readonly IntegerVector[]): string[] {
  return rays.map(({ small, big }) => (small ?? big ?? []).join(' ')).sort();
}

function cross([px, py]: readonly Rational[], [qx, qy]: readonly Rational[]): Rational {
  return subtract(multiply(px as Rational, qy as Rational), multiply(qx as Rational, py as Rational));
}

describe('regions', () => {
  it('R2 the cells on both sides of a facet are one region, or a crease facet with the jump between their forms', () => {
    fc.assert(
      fc.property(anyQuestion, ({ network, domain }) => {
        const { cells, finished } = enumerateCells(network, domain, { limit: 60 });
        if (!finished) return;
        const { regionOf, creaseFacets } = regionsOf(cells);
        const domainFacets = new Set(
          domainRows(domain, network.inputs.length).map((row) => (row.small ?? []).join(' ')),
        );
        for (const [i, { cone }] of cells.entries()) {
          for (const c of facetIndices(cone)) {
            const row = facetsOfRow(cone.rows[c] as IntegerVector);
            if (domainFacets.has(row.join(' '))) continue;
            // A point of the facet on no other hyperplane: one other cell is there, on the other side.
            const x = innerPoint(facetCone(cone, c), 1009n);
            const there = cells.flatMap((cell, k) => (k !== i && contains(cell, x) ? [k] : []));
            expect(there.length).toBe(1);
            const k = there[0] as number;
            const facets = creaseFacets.filter(
              ({ below, above }) => below + above === i + k && (below === i || above === i),
            );
            const sameForm = formText(formOf(cells[i] as Cell)) === formText(formOf(cells[k] as Cell));
            expect(facets.length).toBe(sameForm ? 0 : 1);
            if (sameForm) expect(regionOf[i]).toBe(regionOf[k]);
          }
        }
        for (const { row, below, above, jump } of creaseFacets) {
          const [f, g] = [formOf(cells[below] as Cell), formOf(cells[above] as Cell)];
          const difference = [...g.coef, g.intercept].map((c, i) =>
            subtract(c, [...f.coef, f.intercept][i] as Rational),
          );
          expect(difference).toEqual(row.map((entry) => multiply(jump, rational(entry))));
          expect(sign(valueAt(row, innerPoint(cells[above]?.cone as Cell['cone'])))).toBe(1);
          expect(sign(valueAt(row, innerPoint(cells[below]?.cone as Cell['cone'])))).toBe(-1);
        }
        expect(Math.max(...regionOf)).toBe(new Set(regionOf).size - 1);
      }),
      { numRuns: 120 },
    );
  });
});

describe('regions of cells that contain lines', () => {
  it('R3 do not depend on which rays stand for a cell', () => {
    fc.assert(
      fc.property(piecewiseNetworks({ maxInputs: 4, maxHiddenLayers: 2, maxNodes: 3 }), (network) => {
        const { cells } = enumerateCells(network, ALL);
        const size = network.inputs.length + 1;
        // A ray plus a multiple of a line stands for the same face, and so does any other basis of the lines.
        const others = cells.map((cell, i): Cell => {
          const { lines, rays } = cell.cone;
          const [first, second] = lines;
          if (!first) return cell;
          const shifted = rays.map((ray, r) => combine(integerVector([1n, BigInt((i + r) % 3)]), [ray, first], size));
          const basis = second ? [combine(integerVector([1n, 2n]), [first, second], size), ...lines.slice(1)] : lines;
          return { ...cell, cone: { ...cell.cone, rays: shifted, lines: basis } };
        });
        expect(regionsOf(others)).toEqual(regionsOf(cells));
      }),
      { numRuns: 100 },
    );
  });
});

function facetsOfRow({ small, big }: IntegerVector): (number | bigint)[] {
  return [...(small ?? big ?? [])];
}

describe('the verdict', () => {
  it('D3 is affine exactly when all pieces have one form, and then it is that form', () => {
    fc.assert(
      fc.property(anyQuestion, ({ network, domain }) => {
        const forms = new Set([...eachCell(network, domain)].map((cell) => formText(formOf(cell))));
        const verdict = decideAffine(network, domain);
        if (verdict.kind === 'affine') expect([...forms]).toEqual([formText(verdict.form)]);
        else {
          expect(verdict.kind).toBe('not-affine');
          expect(forms.size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('B2 a bent form is the function, on the whole domain', () => {
    fc.assert(
      fc.property(questions(WIDE).chain(withPoint), ({ network, domain, x }) => {
        const bent = bentForm(network, domain);
        if (bent) expect(evaluateBent(bent, x)).toEqual(forward(network, x).y);
      }),
      { numRuns: 200 },
    );
  });

  it('B2 what it is on all inputs says what it is on a part of them', () => {
    let asked = 0;
    fc.assert(
      fc.property(questions(WIDE), ({ network, domain }) => {
        const whole = bentForm(network, ALL);
        if (!whole) return;
        const { affine, creases } = bentForm(network, domain) as BentForm;
        expect(bentWithin(whole, domain)).toEqual({ affine, creases });
        if (domain.kind !== 'all' && creases.length < whole.creases.length) asked++;
      }),
      { numRuns: 200 },
    );
    expect(asked).toBeGreaterThan(5);
  });

  it('B3 each crease has the jump of the crease facets on it', () => {
    fc.assert(
      fc.property(questions(WIDE), ({ network, domain }) => {
        const bent = bentForm(network, domain);
        if (!bent) return;
        const { creaseFacets } = regionsOf(enumerateCells(network, domain).cells);
        const text = (row: readonly bigint[], jump: Rational) => `${row.join(' ')}: ${toFractionText(jump)}`;
        expect([...new Set(creaseFacets.map(({ row, jump }) => text(row, jump)))].sort()).toEqual(
          bent.creases.map(({ row, jump }) => text(row, jump)).sort(),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('nodes', () => {
  it('N2 z is within its range at every point, and the ends are reached', () => {
    fc.assert(
      fc.property(anyQuestion.chain(withPoint), ({ network, domain, x }) => {
        const ranges = nodeRanges(network, domain) ?? [];
        const points = [x, ...[...eachCell(network, domain)].flatMap(({ cone }) => verticesOf(cone))];
        const reached = points.map((point) => forward(network, point).z);
        ranges.forEach((layer, l) =>
          layer.forEach(({ zMin, zMax }, j) => {
            const values = reached.map((z) => z[l]?.[j] as Rational);
            if (zMin) expect(values.every((z) => compare(z, zMin) >= 0)).toBe(true);
            if (zMax) expect(values.every((z) => compare(z, zMax) <= 0)).toBe(true);
            if (domain.kind === 'all') return;
            if (zMin) expect(values.some((z) => equal(z, zMin))).toBe(true);
            if (zMax) expect(values.some((z) => equal(z, zMax))).toBe(true);
          }),
        );
      }),
      { numRuns: 120 },
    );
  });

  it('N3 folds to a piece exactly when the function with that branch is the same on all pieces', () => {
    fc.assert(
      fc.property(questions({ maxInputs: 2, maxHiddenLayers: 2, maxNodes: 3 }), ({ network, domain }) => {
        const cells = [...eachCell(network, domain)];
        analyseNodes(network, domain)?.forEach((layer, l) =>
          layer.forEach(({ foldsTo }, j) => {
            const shape = pieces(network.layers[l]?.[j]?.activation ?? { kind: 'linear' }) as PiecewiseLinear;
            for (const p of shape.branches.keys()) {
              const differs = cells.some(({ cone }) =>
                [1n, 5n, 11n].some((spread) => {
                  const x = innerPoint(cone, spread);
                  return !equal(forward(network, x).y, outputWithBranch(network, x, l, j, p));
                }),
              );
              // A difference at one point refutes; none at the points looked at must be none at all, or the fold is false.
              if (differs) expect(foldsTo).not.toContain(p);
              else if (!foldsTo.includes(p)) expect(someDifference(network, domain, l, j, p)).toBe(true);
            }
          }),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** The output with branch p of one node in place of its activation, from the forward pass. */
function outputWithBranch(
  network: Network<Rational>,
  x: readonly Rational[],
  l: number,
  j: number,
  p: number,
): Rational {
  let signal: readonly Rational[] = x;
  network.layers.forEach((layer, layerIndex) => {
    const before = signal;
    signal = layer.map((node, k) => {
      const z = add(dot(node.weights, before), node.bias);
      const shape = pieces(node.activation) as PiecewiseLinear;
      const piece = layerIndex === l && k === j ? p : pieceIndex(shape, z);
      const { slope, intercept } = shape.branches[piece] ?? { slope: ONE, intercept: ZERO };
      return add(multiply(slope, z), intercept);
    });
  });
  return signal[0] as Rational;
}

/** Is there a point where they differ? Looked for inside the cells of the difference. */
function someDifference(network: Network<Rational>, domain: Domain, l: number, j: number, p: number): boolean {
  const apart = difference(network, withBranch(network, { layer: l, node: j }, p));
  return [...eachCell(apart, domain)].some(({ cone }) =>
    [1n, 5n, 11n, 17n, 23n].some((spread) => {
      const x = innerPoint(cone, spread);
      return !equal(forward(network, x).y, outputWithBranch(network, x, l, j, p));
    }),
  );
}

describe('invariance', () => {
  const factors = fc.constantFrom(rational(2), rational(1, 3), rational(7, 5));
  const shuffled = ({ network, domain }: AskedNetwork) =>
    fc
      .tuple(
        ...network.layers.map((layer) => fc.shuffledSubarray([...layer.keys()], { minLength: layer.length })),
        fc.array(factors, { minLength: 40, maxLength: 40 }),
      )
      .map((parts) => {
        const scales = parts[parts.length - 1] as Rational[];
        const orders = parts.slice(0, -1) as number[][];
        return { network, domain, orders, scales };
      });

  it('I1 permuting nodes, or scaling a node by k > 0 and its output by 1/k, changes no answer', () => {
    fc.assert(
      fc.property(anyQuestion.chain(shuffled), ({ network, domain, orders, scales }) => {
        const other = rewritten(network, orders, scales);
        const [a, b] = [network, other].map((asked) => {
          const { cells } = enumerateCells(asked, domain);
          const { regionCount, formCount, creaseFacets } = regionsOf(cells);
          return {
            cells: cells.map((cell) => `${facetsOf(cell.cone).join(';')} ${formText(formOf(cell))}`).sort(),
            creases: creaseFacets.map(({ row, jump }) => `${row.join(' ')} ${toFractionText(jump)}`).sort(),
            regionCount,
            formCount,
            verdict: decideAffine(asked, domain).kind,
            creaseCount: bentForm(asked, domain)?.creases.length ?? null,
            bentNodes: (simplest(asked, domain) as Simplest).bentNodes,
          };
        });
        expect(b).toEqual(a);
        const folds = (asked: Network<Rational>) =>
          analyseNodes(asked, domain)?.map((layer) => layer.map(({ foldsTo }) => foldsTo));
        const before = folds(network) ?? [];
        const after = folds(other) ?? [];
        expect(after).toEqual(before.map((layer, l) => (orders[l] as number[]).map((j) => layer[j])));
      }),
      { numRuns: 60 },
    );
  });

  /** Node k of layer l is the old node orders[l][k]; scalable nodes have z times a factor, and their listeners 1/factor. */
  function rewritten(network: Network<Rational>, orders: number[][], scales: Rational[]): Network<Rational> {
    const factor = (l: number, j: number): Rational => {
      const kinks = TEXTBOOK[nodeAt(network, { layer: l, node: j }).activation.kind].kinks;
      const scalable = kinks?.every((kink) => kink === 0) && !isOutputLayer(network, l);
      return scalable ? (scales[(l * 7 + j) % scales.length] as Rational) : ONE;
    };
    return {
      inputs: network.inputs,
      layers: network.layers.map((layer, l) =>
        (orders[l] as number[]).map((j): Node<Rational> => {
          const node = layer[j] as Node<Rational>;
          const k = factor(l, j);
          const order = l === 0 ? network.inputs.map((_, i) => i) : (orders[l - 1] as number[]);
          const weights = order.map((i) => {
            const weight = multiply(k, node.weights[i] as Rational);
            if (l === 0) return weight;
            const { n, d } = factor(l - 1, i);
            return multiply(weight, rational(d, n));
          });
          return { weights, bias: multiply(k, node.bias), activation: node.activation };
        }),
      ),
    };
  }
});

describe('the simplest equal network', () => {
  it('S2 equals the original at every point of the domain', () => {
    fc.assert(
      fc.property(anyQuestion.chain(withPoint), ({ network, domain, x }) => {
        const result = simplest(network, domain) as Simplest;
        expect(forward(result.network, x).y).toEqual(forward(network, x).y);
        expect(equalOn(domain, network, result.network)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it('S3 is minimal for one hidden layer: as many kinks as there are hyperplanes that bend', () => {
    fc.assert(
      fc.property(questions(WIDE), ({ network, domain }) => {
        const bent = bentForm(network, domain);
        if (!bent) return;
        const { creases, minimal, bentNodes, network: small } = simplest(network, domain) as Simplest;
        const { creaseFacets } = regionsOf(enumerateCells(network, domain).cells);
        expect(minimal).toBe(true);
        expect(creases).toBe(new Set(creaseFacets.map(({ row }) => row.join(' '))).size);
        expect(bentNodes).toBeLessThanOrEqual(creases as number);
        expect(simplest(small, domain)?.bentNodes).toBe(bentNodes);
      }),
      { numRuns: 100 },
    );
  });

  it('S5 is not simpler the second time', () => {
    fc.assert(
      fc.property(anyQuestion, ({ network, domain }) => {
        const once = simplest(network, domain) as Simplest;
        expect(simplest(once.network, domain)?.bentNodes).toBe(once.bentNodes);
      }),
      { numRuns: 60 },
    );
  });

  it('S6 its direct part and its bent nodes add up to it', () => {
    fc.assert(
      fc.property(questions(WIDE).chain(withPoint), ({ network, domain, x }) => {
        const result = simplest(network, domain) as Simplest;
        if (!result.direct) return;
        const hidden = result.network.layers.length > 1 ? (result.network.layers[0] ?? []) : [];
        const output = result.network.layers.at(-1)?.[0] as Node<Rational>;
        const { a } = forward(result.network, x);
        const bent = hidden.map((node, j) =>
          node.activation.kind === 'linear' ? ZERO : multiply(output.weights[j] as Rational, a[0]?.[j] as Rational),
        );
        expect(add(evaluateAffine(result.direct, x), sum(bent))).toEqual(forward(network, x).y);
      }),
      { numRuns: 80 },
    );
  });
});

describe('domains', () => {
  it('P11 pieces over inputs >= 0 are those over a large box that reach into it', () => {
    fc.assert(
      fc.property(questions({ maxInputs: 2, maxHiddenLayers: 2, maxNodes: 3 }), ({ network }) => {
        const patterns = new Set([...eachCell(network, NONNEGATIVE)].map(patternOf));
        const everywhere = new Set([...eachCell(network, ALL)].map(patternOf));
        for (const pattern of patterns) expect(everywhere.has(pattern)).toBe(true);
        const far = rational(10n ** 12n);
        const box: Domain = { kind: 'box', min: network.inputs.map(() => ZERO), max: network.inputs.map(() => far) };
        expect([...eachCell(network, box)].map(patternOf)).toEqual([...patterns]);
      }),
      { numRuns: 60 },
    );
  });
});
