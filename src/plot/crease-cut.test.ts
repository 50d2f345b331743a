/** Creases between smooth parts: as lines, where they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundArea, rectangleOf, sheetCases } from '../../tests/arbitrary-slice.ts';
import { ACTIVATION_KINDS } from '../activation/activation.ts';
import { rational, type Rational } from '../number/rational.ts';
import type { Network, Node } from '../model/network.ts';
import { cutAlongKinks } from './crease-cut.ts';
import { meshOf } from './mesh.ts';
import { sampler } from './sample.ts';

const options = { tolerance: 0.02, maxTriangles: 300 };

function cutSheet(network: Network<Rational>, ground: Parameters<typeof cutAlongKinks>[2]) {
  const sample = sampler(network);
  return {
    sample,
    ground,
    surface: cutAlongKinks(meshOf(sample.value, sample.pattern, ground, options).surface, sample, ground),
  };
}

describe('a sheet that is cut along its kinks', () => {
  it('tiles the rectangle without gaps, on the function', () => {
    fc.assert(
      fc.property(sheetCases(ACTIVATION_KINDS), ({ network, box }) => {
        const { sample, surface, ground } = cutSheet(network, rectangleOf(box));
        const areas = surface.faces.map((_, face) => groundArea(surface, face));
        const whole = (ground.xMax - ground.xMin) * (ground.yMax - ground.yMin);
        // Rounding may turn around what a cut leaves without width.
        expect(Math.min(...areas)).toBeGreaterThan(-1e-12 * whole);
        expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(whole, 6);
        // Euler: vertices - edges + faces = 1 for a disc; a gap would leave an edge too many.
        const used = new Set(surface.faces.flatMap(({ corners }) => corners));
        expect(used.size - surface.edges.length + surface.faces.length).toBe(1);
        surface.zs.forEach((z, v) => expect(z).toBe(sample.value([surface.xs[v] as number, surface.ys[v] as number])));
      }),
      { numRuns: 20 },
    );
  });

  it('has no face on both sides of a kink of the first layer', () => {
    fc.assert(
      fc.property(sheetCases(ACTIVATION_KINDS), ({ network, box }) => {
        const { sample, surface, ground } = cutSheet(network, rectangleOf(box));
        const kinks = sample.aboveKinks([0, 0]).length;
        const firstLayer = sampler({ ...network, layers: [network.layers[0] as readonly Node<Rational>[]] });
        const own = firstLayer.aboveKinks([0, 0]).length;
        fc.pre(kinks > 0 && own > 0);
        const scale = Math.max(ground.xMax - ground.xMin, ground.yMax - ground.yMin);
        for (const { corners } of surface.faces) {
          const above = corners.map((v) => firstLayer.aboveKinks([surface.xs[v] as number, surface.ys[v] as number]));
          for (let k = 0; k < own; k++) {
            const values = above.map((list) => list[k] as number);
            // What goes through a corner of the mesh is off by a part of an edge.
            const slack = 1e-3 * scale * 20;
            expect(Math.min(...values) > -slack || Math.max(...values) < slack).toBe(true);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('marks a straight crease from end to end, and nothing where nothing bends', () => {
    const node = (weights: readonly number[], bias: number, kind: 'relu' | 'tanh' | 'linear'): Node<Rational> => ({
      weights: weights.map((w) => rational(w)),
      bias: rational(bias),
      activation: { kind },
    });
    const network = (out: readonly number[]): Network<Rational> => ({
      inputs: ['A', 'B'],
      layers: [
        [node([2, 1], -1, 'relu'), node([1, -1], 0, 'tanh'), node([2, 1], -1, 'relu')],
        [node(out, 0, 'linear')],
      ],
    });
    const ground = { xMin: -2, xMax: 2, yMin: -2, yMax: 2 };
    const { surface } = cutSheet(network([1, 1, 1]), ground);
    const creases = surface.edges.filter(({ crease }) => crease);
    const at = (v: number) => [surface.xs[v] as number, surface.ys[v] as number] as const;
    let length = 0;
    for (const { from, to } of creases) {
      const [[px, py], [qx, qy]] = [at(from), at(to)];
      for (const [x, y] of [at(from), at(to)]) expect(2 * x + y - 1).toBeCloseTo(0, 2);
      length += Math.hypot(px - qx, py - qy);
    }
    // 2 A + B = 1 enters the window at B = 2 and leaves it at B = -2.
    expect(length).toBeCloseTo(Math.hypot(2, 4), 2);
    // The two ReLUs cancel: the slope does not jump.
    expect(cutSheet(network([1, 1, -1]), ground).surface.edges.some(({ crease }) => crease)).toBe(false);
    expect(cutSheet(network([0, 1, 0]), ground).surface.edges.some(({ crease }) => crease)).toBe(false);
  });
});
