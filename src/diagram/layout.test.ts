import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestNetwork } from '../../tests/arbitrary-document.ts';
import { LIMITS, parameterKey, parametersOf } from '../model/network.ts';
import { ONE } from '../number/rational.ts';
import { PRESETS } from '../state/preset.ts';
import { presetDocument } from '../state/preset-document.ts';
import { keyOfNode } from '../state/highlight.ts';
import { overlap, type Rect } from './chip-placement.ts';
import { biasPoint, outputLabelBox } from './around-node.ts';
import { MAX_LABELLED_EDGES } from './chip-size.ts';
import type { Shape } from './diagram-box.ts';
import { canBeDrawn, layoutNetwork, type Layout } from './layout.ts';
import { minimumHeight } from './row-places.ts';
import { coveredOutputs } from './shown-chips.ts';
import type { Point } from './link.ts';

const shape: fc.Arbitrary<Shape> = fc.record({
  inputs: fc.integer(LIMITS.inputs),
  hidden: fc.array(fc.integer(LIMITS.nodesPerLayer), {
    minLength: LIMITS.hiddenLayers.min,
    maxLength: LIMITS.hiddenLayers.max,
  }),
  longestName: fc.integer({ min: 1, max: LIMITS.nameLength }),
});
const pointer = fc.constantFrom('fine' as const, 'coarse' as const);
const size = fc.record({ width: fc.integer({ min: 320, max: 1300 }), height: fc.integer({ min: 0, max: 900 }) });

const CHAPTER: Shape = { inputs: 3, hidden: [2], longestName: 1 };

function chipsShown(layout: Layout, selected: { readonly layer: number; readonly node: number }): Rect[] {
  return layout.edges.flatMap((pair, layer) =>
    pair.flatMap(({ parameter, chip, chipOfTarget, chipOfSource }) => {
      const at = (point: Point | null): Rect[] =>
        point ? [{ ...point, width: layout.chip.width, height: layout.chip.height }] : [];
      if (!layout.crowded[layer]) return at(chip);
      if (layer === selected.layer && parameter.node === selected.node) return at(chipOfTarget);
      if (layer === selected.layer + 1 && parameter.input === selected.node) return at(chipOfSource);
      return [];
    }),
  );
}

function overlaps(boxes: readonly Rect[]): number {
  let count = 0;
  boxes.forEach((box, i) => boxes.slice(i + 1).forEach((other) => (count += overlap(box, other, 0) ? 1 : 0)));
  return count;
}

describe('layout', () => {
  it("keeps the chips of the chapter's network apart, all of them, from phone to desktop", () => {
    for (let width = 340; width <= 900; width += 10) {
      for (const height of [300, 320, 360]) {
        const layout = layoutNetwork(CHAPTER, { width, height });
        expect(layout.crowded).toEqual([false, false]);
        const chips = chipsShown(layout, { layer: 0, node: 0 });
        expect(chips).toHaveLength(8);
        expect(overlaps(chips), `at ${width} x ${height}`).toBe(0);
      }
    }
  });

  it('keeps the chips that are shown apart in every network, whichever node is selected', () => {
    fc.assert(
      fc.property(shape, size, pointer, (s, box, by) => {
        const layout = layoutNetwork(s, box, by);
        [...s.hidden, 1].forEach((count, layer) => {
          for (let node = 0; node < count; node++) {
            expect(overlaps(chipsShown(layout, { layer, node }))).toBe(0);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('lays no chip on a unit, nor on an output that is shown, whichever node is chosen', () => {
    fc.assert(
      fc.property(shape, size, pointer, (s, box, by) => {
        const layout = layoutNetwork(s, box, by);
        const units = [...layout.inputs, ...layout.hidden.flat(), layout.output];
        s.hidden.concat(1).forEach((count, layer) => {
          for (let node = 0; node < count; node++) {
            const chosen = { layer, node };
            const covered = coveredOutputs(layout, chosen);
            const outputs = layout.hidden.flatMap((column, l) =>
              column.flatMap((rect, j) => {
                const isHidden = layout.stacked || covered.has(keyOfNode({ layer: l, node: j }));
                return isHidden ? [] : [outputLabelBox(rect)];
              }),
            );
            for (const chip of chipsShown(layout, chosen)) {
              expect(units.filter((unit) => overlap(chip, unit, 0))).toEqual([]);
              // Of a chip's box a little is not drawn.
              expect(outputs.filter((label) => overlap(chip, label, -2))).toEqual([]);
            }
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('has room for every number of the largest two layers on a wide screen: at the node that it enters', () => {
    const { edges } = layoutNetwork({ inputs: 6, hidden: [8, 8], longestName: 1 }, { width: 758, height: 262 });
    for (const { chipOfTarget } of edges.flat()) expect(chipOfTarget).not.toBeNull();
  });

  it('keeps everything inside the box, which is as high as was asked for or as it has to be', () => {
    fc.assert(
      fc.property(shape, size, pointer, (s, box, by) => {
        const layout = layoutNetwork(s, box, by);
        const { width, height } = layout.size;
        expect(width).toBe(box.width);
        expect(height).toBe(Math.max(box.height, minimumHeight(s, box.width, by)));
        const units = [...layout.inputs, ...layout.hidden.flat(), layout.output];
        for (const unit of units) {
          expect(unit.x - unit.width / 2).toBeGreaterThanOrEqual(0);
          expect(unit.x + unit.width / 2).toBeLessThanOrEqual(width);
          expect(unit.y - unit.height / 2).toBeGreaterThanOrEqual(0);
          expect(unit.y + unit.height / 2).toBeLessThanOrEqual(height);
        }
        for (const { chip, chipOfSource, chipOfTarget } of layout.edges.flat()) {
          for (const { x, y } of [chip, chipOfSource, chipOfTarget].filter((point) => point !== null)) {
            expect(x - layout.chip.width / 2).toBeGreaterThanOrEqual(0);
            expect(x + layout.chip.width / 2).toBeLessThanOrEqual(width);
            expect(y - layout.chip.height / 2).toBeGreaterThanOrEqual(0);
            expect(y + layout.chip.height / 2).toBeLessThanOrEqual(height);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps units apart, and columns in order', () => {
    fc.assert(
      fc.property(shape, size, pointer, (s, box, by) => {
        const layout = layoutNetwork(s, box, by);
        const columns = [layout.inputs, ...layout.hidden, [layout.output]];
        expect(overlaps(columns.flat())).toBe(0);
        columns.slice(1).forEach((column, i) => {
          for (const left of columns[i] ?? [])
            for (const right of column) expect(left.x + left.width / 2).toBeLessThan(right.x - right.width / 2);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('gives a finger 44 px in each node, each input and each value below one', () => {
    fc.assert(
      fc.property(shape, size, (s, box) => {
        const { inputs, hidden, output, valuesBeside } = layoutNetwork(s, box, 'coarse');
        for (const { height } of [...inputs, ...hidden.flat(), output]) expect(height).toBeGreaterThanOrEqual(44);
        const below = valuesBeside ? 0 : 44;
        inputs.slice(1).forEach((input, i) => {
          const above = inputs[i] as Rect;
          expect(input.y - input.height / 2 - (above.y + above.height / 2)).toBeGreaterThanOrEqual(below - 1e-9);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the bias of a dense node off the numbers of all nodes, and off its own chips', () => {
    const dense: Shape = { inputs: 6, hidden: [8, 8], longestName: 1 };
    const widths = [330, 366, 390, 600, 608, 680, 758, 900];
    for (const [by, width] of (['fine', 'coarse'] as const).flatMap((by) => widths.map((w) => [by, w] as const))) {
      const layout = layoutNetwork(dense, { width, height: 262 }, by);
      expect(layout.density).toBe('dense');
      // Of a capsule only what is written in it counts: a bias may touch its rim.
      const numbers = layout.hidden
        .flat()
        .map((node) => ({ ...node, width: node.width - 12, height: node.height - 8 }));
      layout.hidden.forEach((column, layer) =>
        column.forEach((rect, node) => {
          const bias = { ...biasPoint(rect, layout), width: 38, height: 18 };
          const own = (layout.edges[layer] ?? []).filter(({ parameter }) => parameter.node === node);
          const chips = layout.stacked
            ? []
            : own.flatMap(({ chipOfTarget }) => (chipOfTarget ? [{ ...chipOfTarget, ...layout.chip }] : []));
          expect(
            [...numbers, ...chips].filter((box) => overlap(bias, box, 0)),
            `at ${width}, ${by}`,
          ).toEqual([]);
        }),
      );
    }
  });

  it('has one edge for each weight, in the order of the network', () => {
    fc.assert(
      fc.property(shape, (s) => {
        const layout = layoutNetwork(s, { width: 760, height: 320 });
        const widths = [s.inputs, ...s.hidden, 1];
        const layers = widths.slice(1).map((count, l) =>
          Array.from({ length: count }, () => ({
            weights: Array.from({ length: widths[l] as number }, () => 0),
            bias: 0,
            activation: { kind: 'linear' } as const,
          })),
        );
        const weights = parametersOf({ inputs: Array.from({ length: s.inputs }, (_, i) => `${i}`), layers }).filter(
          ({ input }) => input !== null,
        );
        expect(layout.edges.flat().map(({ key }) => key)).toEqual(weights.map(parameterKey));
        layout.crowded.forEach((crowded, l) => {
          if ((layout.edges[l] ?? []).length > MAX_LABELLED_EDGES) expect(crowded).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('what can be drawn', () => {
  it('is every preset, and not the largest network', () => {
    for (const { id } of PRESETS) expect(canBeDrawn(presetDocument(id).network), id).toBe(true);
    expect(canBeDrawn(largestNetwork(ONE, { kind: 'relu' }))).toBe(false);
  });
});
