import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS, type NodeAt } from '../model/network.ts';
import { overlap } from './chip-placement.ts';
import type { Shape } from './diagram-box.ts';
import { layoutNetwork, type Layout } from './layout.ts';
import { INPUT_LAYER, keyOfUnit } from './picture.ts';
import { layoutDirect, type Direct } from './route.ts';

const CHAPTER: Shape = { inputs: 3, hidden: [2], longestName: 1 };

/** Every input joined to the output. */
function fromInputs(inputs: number, layers: number): Direct[] {
  return Array.from({ length: inputs }, (_, node) => ({
    id: `x${node}`,
    from: { layer: INPUT_LAYER, node },
    to: { layer: layers, node: 0 },
  }));
}

/** The corners of a path of cubics, start, control points and ends: the curve stays inside their hull. */
function numbersOf(path: string): number[] {
  return path.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
}

function labels(layout: Layout, edges: readonly Direct[], gone: ReadonlySet<string>) {
  return [...layoutDirect(layout, edges, gone).values()].map(({ chip }) => ({ ...chip, ...layout.chip }));
}

describe('direct edges', () => {
  it('have labels that stay apart, from phone to desktop, where all nodes are gone', () => {
    for (let inputs = LIMITS.inputs.min; inputs <= LIMITS.inputs.max; inputs++) {
      const gone = new Set(['n0.0', 'n0.1']);
      for (let width = 340; width <= 1200; width += 86) {
        const layout = layoutNetwork({ ...CHAPTER, inputs }, { width, height: 262 });
        const boxes = labels(layout, fromInputs(inputs, 1), gone);
        boxes.forEach((box, i) =>
          boxes.slice(i + 1).forEach((other) => expect(overlap(box, other, 0), `${inputs} at ${width}`).toBe(false)),
        );
      }
    }
  });

  it('begin at their unit, end at the other, and stay inside the box, whatever stands between', () => {
    const shapes = fc.record({
      inputs: fc.integer(LIMITS.inputs),
      hidden: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      longestName: fc.constant(1),
    });
    fc.assert(
      fc.property(
        shapes,
        fc.integer({ min: 360, max: 1200 }),
        fc.infiniteStream(fc.boolean()),
        (shape, width, stays) => {
          const layout = layoutNetwork(shape, { width, height: 320 });
          const gone = new Set<string>();
          shape.hidden.forEach((count, layer) => {
            for (let node = 0; node < count; node++) {
              const at: NodeAt = { layer, node };
              if (stays.next().value !== true) gone.add(keyOfUnit(at));
            }
          });
          const edges = fromInputs(shape.inputs, shape.hidden.length);
          const places = layoutDirect(layout, edges, gone);
          expect([...places.keys()]).toEqual(edges.map(({ id }) => id));
          edges.forEach(({ id, from }) => {
            const numbers = numbersOf(places.get(id)?.path ?? '');
            const source = layout.inputs[from.node];
            if (!source) throw new Error('no such input');
            expect(numbers[0]).toBeCloseTo(source.x + source.width / 2, 1);
            expect(numbers[1]).toBeCloseTo(source.y, 1);
            expect(Math.abs((numbers.at(-2) ?? Number.NaN) - (layout.output.x - layout.output.width / 2))).toBeLessThan(
              3,
            );
            numbers.forEach((value, i) => {
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(i % 2 === 0 ? layout.size.width : layout.size.height);
            });
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});
