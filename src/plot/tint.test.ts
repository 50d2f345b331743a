import { describe, expect, it } from 'vitest';
import { chapterNetwork } from '../../tests/arbitrary-network.ts';
import { ZERO } from '../number/rational.ts';
import { mapNumbers } from '../model/network.ts';
import { SHADES, shades } from './shading.ts';
import { facetColour, onIn, shaded } from './tint.ts';

describe('the colour of a facet', () => {
  const relu = chapterNetwork('relu');

  it('is that of the node that is on; grey for none; a mean for several', () => {
    const colour = (pattern: string) => facetColour(relu, onIn(relu, pattern));
    expect(onIn(relu, '10|0')).toEqual([{ layer: 0, node: 0 }]);
    expect(colour('10|0')).toContain('--h1');
    expect(colour('10|0')).not.toContain('--h2');
    expect(colour('01|0')).toContain('--h2');
    expect(colour('00|0')).not.toMatch(/--h\d/);
    for (const hue of ['--h1', '--h2', '--ink']) expect(colour('11|0')).toContain(hue);
  });

  it('counts each node once, however many have the same colour', () => {
    const nodes = Array.from({ length: 11 }, () => relu.layers[0]?.[0] as (typeof relu.layers)[number][number]);
    const wide = { ...relu, layers: [nodes, ...relu.layers.slice(1)] };
    const mean = facetColour(
      wide,
      nodes.map((_, node) => ({ layer: 0, node })),
    );
    // 8 hues, and three of 11 in ink.
    expect(mean).toContain('var(--ink) 27.3%');
    expect(mean.match(/color-mix/g)).toHaveLength(8 + 2);
  });

  it('of hard tanh is the same on its upper flat piece', () => {
    const network = chapterNetwork('hardTanh');
    expect(facetColour(network, onIn(network, '20|0'))).toBe(facetColour(network, onIn(network, '10|0')));
    expect(facetColour(network, onIn(network, '20|0'))).toContain('--h1');
  });

  it('does not name nodes that nobody listens to', () => {
    const dead = mapNumbers(relu, (n) => n);
    const layers = dead.layers.map((layer, l) =>
      l === 1 ? layer.map((node) => ({ ...node, weights: node.weights.map((w, i) => (i === 0 ? ZERO : w)) })) : layer,
    );
    expect(onIn({ ...dead, layers }, '11|0')).toEqual([{ layer: 0, node: 1 }]);
  });

  it('is darker in the shade', () => {
    expect(shaded('var(--h1)', 0)).toBe('var(--h1)');
    expect(shaded('var(--h1)', 1)).toContain('--ink');
  });
});

describe('shading', () => {
  it('depends on the slope alone, and is least for what is turned to the light', () => {
    const face = (a: number, b: number) => ({
      xs: Float64Array.from([0, 1, 1, 0]),
      ys: Float64Array.from([0, 0, 1, 1]),
      zs: Float64Array.from([0, a, a + b, b]),
      faces: [{ corners: [0, 1, 2, 3], pattern: '', region: 0 }],
      edges: [],
      regionCount: 1,
      exact: null,
    });
    const ground = { xMin: 0, xMax: 1, yMin: 0, yMax: 1 };
    const shade = (a: number, b: number) => shades(face(a, b), ground, [0, 1], 1)[0] as number;
    // The light comes from the left and the back, (-0.45, 0.35, 0.82): this plane is square to it.
    expect(shade(0.45 / 0.82, -0.35 / 0.82)).toBe(0);
    expect(shade(-3, 3)).toBeGreaterThan(shade(0, 0));
    for (const slope of [-50, -1, 0, 1, 50]) expect(shade(slope, -slope)).toBeLessThanOrEqual(SHADES);
  });
});
