import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundArea, sheetCases } from '../../tests/arbitrary-slice.ts';
import { exactVertex, formOfFace } from '../../tests/exact-surface.ts';
import { readVectors } from '../../tests/read-vectors.ts';
import { enumerateCells } from '../algebra/cells.ts';
import { forward } from '../algebra/forward.ts';
import {
  equal,
  multiply,
  rational,
  subtract,
  sum,
  toFractionText,
  toNumber,
  ZERO,
  type Rational,
} from '../number/rational.ts';
import { facetsOf, slopesOfFace } from './facet.ts';
import type { Surface } from './surface.ts';

function surfaceOf(...question: Parameters<typeof facetsOf>): Surface {
  const { surface } = facetsOf(...question);
  if (!surface) throw new Error('no surface without a limit');
  return surface;
}

/** By the shoelace formula; positive for corners that go counter-clockwise. */
function exactArea(surface: Surface, face: number): Rational {
  const points = (surface.faces[face]?.corners ?? []).map((vertex) => exactVertex(surface, face, vertex));
  const terms = points.map((p, k) => {
    const q = points[(k + 1) % points.length] as typeof p;
    return subtract(multiply(p[0], q[1]), multiply(q[0], p[1]));
  });
  return multiply(rational(1, 2), sum(terms));
}

describe('facets', () => {
  it('tile the box: every area is positive, and they add up to it', () => {
    fc.assert(
      fc.property(sheetCases(), ({ network, box }) => {
        const surface = surfaceOf(network, box);
        const areas = surface.faces.map((_, face) => exactArea(surface, face));
        expect(areas.every(({ n }) => n > 0n)).toBe(true);
        const [width = ZERO, depth = ZERO] = box.max.map((end, i) => subtract(end, box.min[i] as Rational));
        expect(sum(areas)).toEqual(multiply(width, depth));
        areas.forEach((area, face) => expect(groundArea(surface, face)).toBeCloseTo(toNumber(area), 8));
      }),
    );
  });

  it('have the height of the network at every corner, exactly and in doubles', () => {
    fc.assert(
      fc.property(sheetCases(), ({ network, box }) => {
        const surface = surfaceOf(network, box);
        surface.faces.forEach(({ corners }, face) => {
          for (const vertex of corners) {
            const [x, y, z] = exactVertex(surface, face, vertex);
            expect(z).toEqual(forward(network, [x, y]).y);
            expect([surface.xs[vertex], surface.ys[vertex], surface.zs[vertex]]).toEqual([x, y, z].map(toNumber));
          }
        });
      }),
    );
  });

  it('have the slopes of their form', () => {
    fc.assert(
      fc.property(sheetCases(), ({ network, box }) => {
        const surface = surfaceOf(network, box);
        surface.faces.forEach((_, face) =>
          expect(slopesOfFace(surface, face)).toEqual(formOfFace(surface, face).coef.map(toNumber)),
        );
      }),
    );
  });

  it('meet edge to edge: every inner edge has two facets, every border edge lies on the border', () => {
    fc.assert(
      fc.property(sheetCases(), ({ network, box }) => {
        const surface = surfaceOf(network, box);
        const sides = surface.faces.reduce((count, { corners }) => count + corners.length, 0);
        const inner = surface.edges.filter(({ right }) => right >= 0);
        expect(2 * inner.length + (surface.edges.length - inner.length)).toBe(sides);
        for (const { from, to, left, right } of surface.edges) {
          if (right >= 0) continue;
          const [p, q] = [from, to].map((vertex) => exactVertex(surface, left, vertex));
          const onBorder = [0, 1].some((axis) =>
            [box.min, box.max].some((ends) =>
              [p, q].every((point) => point && equal(point[axis] as Rational, ends[axis] as Rational)),
            ),
          );
          expect(onBorder).toBe(true);
        }
      }),
    );
  });

  it('stop at the limit, and say so', () => {
    fc.assert(
      fc.property(sheetCases(), fc.integer({ min: 1, max: 20 }), ({ network, box }, limit) => {
        const { cells } = enumerateCells(network, box);
        const { surface, found } = facetsOf(network, box, limit);
        expect(surface === null).toBe(cells.length > limit);
        expect(found).toBe(Math.min(limit, cells.length));
      }),
    );
  });
});

describe('the shared vectors', () => {
  const flat = readVectors().filter(
    ({ network, domain, answers }) =>
      network.inputs.length === 2 &&
      domain.kind === 'box' &&
      Array.isArray((answers['regions'] as { cells: unknown } | null)?.cells),
  );

  it('have some with two inputs over a box', () => {
    expect(flat.length).toBeGreaterThan(10);
  });

  it.each(flat)('$name: corners, areas and creases', ({ network, domain, answers }) => {
    if (domain.kind !== 'box') throw new Error('not a box');
    const surface = surfaceOf(network, domain);
    const regions = answers['regions'] as {
      region_count: number;
      cells: { pattern: string; region: number; measure: string; vertices: string[][] }[];
      crease_facets: unknown[];
    };
    expect(surface.regionCount).toBe(regions.region_count);
    expect(surface.edges.filter(({ crease }) => crease)).toHaveLength(regions.crease_facets.length);
    const found = surface.faces.map(({ pattern, region, corners }, face) => {
      const points = corners.map((vertex) => exactVertex(surface, face, vertex));
      return {
        pattern,
        region,
        measure: toFractionText(exactArea(surface, face)),
        vertices: points.map(([x, y]) => [x, y].map(toFractionText)),
      };
    });
    for (const { pattern, region, measure, vertices } of regions.cells) {
      const mine = found.find((cell) => cell.pattern === pattern);
      const start = mine?.vertices.findIndex((point) => point.join() === vertices[0]?.join()) ?? -1;
      expect(mine && { ...mine, vertices: [...mine.vertices.slice(start), ...mine.vertices.slice(0, start)] }).toEqual({
        pattern,
        region,
        measure,
        vertices,
      });
    }
  });
});
