import { describe, expect, it } from 'vitest';
import { readVectors } from '../../tests/read-vectors.ts';
import { enumerateCells, formOf, patternOf } from './cells.ts';
import { facetsOf, measureOf, orderedVertices, readablePoint } from './polyhedron.ts';
import { add, multiply, rational, sign, toFractionText, type Rational } from '../number/rational.ts';
import { regionsOf } from './region.ts';

const vectors = readVectors().filter((vector) => vector.isPiecewiseLinear);

interface RegionsAnswer {
  readonly cell_count: number;
  readonly form_count: number;
  readonly region_count: number;
  readonly cells: readonly (Record<string, unknown> & { pattern: string; facets: string[]; point: string[] })[] | null;
  readonly crease_facets: readonly unknown[] | null;
}

describe('the shared vectors', () => {
  it.each(vectors)('R1 $name: cells, forms, regions, crease facets', ({ network, domain, answers }) => {
    const expected = answers['regions'] as RegionsAnswer;
    const { cells, finished } = enumerateCells(network, domain);
    const regions = regionsOf(cells);
    expect(finished).toBe(true);
    expect([cells.length, regions.formCount, regions.regionCount]).toEqual([
      expected.cell_count,
      expected.form_count,
      expected.region_count,
    ]);
    if (!expected.cells || !expected.crease_facets) return;
    const n = network.inputs.length;
    const bounded = domain.kind === 'box';
    const answer = cells.map((cell, i) => {
      const { coef, intercept } = formOf(cell);
      const measure = bounded && n <= 3 ? measureOf(cell.cone) : null;
      return {
        pattern: patternOf(cell),
        on_kink: cell.onKink.map(({ layer, node }) => [layer, node]),
        coef: coef.map(toFractionText),
        intercept: toFractionText(intercept),
        region: regions.regionOf[i],
        facets: facetsOf(cell.cone).map((row) => row.join(' ')),
        ...(measure ? { measure: toFractionText(measure) } : {}),
        ...(bounded && n <= 2
          ? { vertices: orderedVertices(cell.cone).map((vertex) => vertex.map(toFractionText)) }
          : {}),
      };
    });
    // R5 has the points: any point inside will do.
    expect(answer).toEqual(expected.cells.map((cell) => ({ ...cell, point: undefined })));
    // A set: the vectors sort it in their own way.
    const texts = (facets: readonly unknown[]) => facets.map((facet) => JSON.stringify(facet)).sort();
    const creaseFacets = regions.creaseFacets.map(({ row, below, above, jump }) => ({
      row: row.map(String),
      below,
      above,
      jump: toFractionText(jump),
    }));
    expect(texts(creaseFacets)).toEqual(texts(expected.crease_facets));
  });

  it.each(vectors)('R5 $name: the point is strictly inside each cell', ({ network, domain }) => {
    for (const { cone } of enumerateCells(network, domain, { limit: 200 }).cells) {
      const x = readablePoint(cone);
      for (const row of facetsOf(cone)) expect(sign(valueAt(row, x))).toBe(1);
    }
  });
});

function valueAt(row: readonly bigint[], x: readonly Rational[]): Rational {
  return x.reduce(
    (sum, value, i) => add(sum, multiply(rational(row[i] as bigint), value)),
    rational(row.at(-1) as bigint),
  );
}
