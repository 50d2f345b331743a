/** The colour of a facet: that of the hidden nodes that are on there. CSS values, so that a theme costs no render. */
import { isPiecewiseLinear } from '../model/activation.ts';
import type { Network, NodeAt } from '../model/network.ts';
import { reachesOutput } from '../algebra/reach.ts';
import type { Rational } from '../algebra/rational.ts';
import { nodeColour } from '../state/colour.ts';

/** Which hidden nodes can be on: bent ones that the output listens to, and the piece on which they are. */
export function switches(network: Network<Rational>): readonly (NodeAt & { readonly on: string })[] {
  const reaches = reachesOutput(network);
  return network.layers.slice(0, -1).flatMap((layer, l) =>
    layer.flatMap(({ activation: { kind } }, node) => {
      const bent = kind !== 'linear' && isPiecewiseLinear(kind);
      return bent && reaches[l]?.[node] ? [{ layer: l, node, on: '1' }] : [];
    }),
  );
}

/** The nodes of `switches` that are on in a pattern. */
export function onIn(pattern: string, all: ReturnType<typeof switches>): NodeAt[] {
  const digits = pattern.split('|');
  return all.filter(({ layer, node, on }) => digits[layer]?.[node] === on).map(({ layer, node }) => ({ layer, node }));
}

/** None on: grey. One: its colour. Several: their mean, towards ink, because there their terms add up. */
export function facetColour(network: Network<unknown>, on: readonly NodeAt[]): string {
  const [first, ...rest] = on;
  if (!first) return 'var(--sheet-blank)';
  let mean = nodeColour(network, first);
  rest.forEach((at, k) => {
    mean = `color-mix(in oklab, ${nodeColour(network, at)} ${share(1 / (k + 2))}, ${mean})`;
  });
  if (rest.length > 0) mean = `color-mix(in oklab, var(--ink) ${share(0.3)}, ${mean})`;
  return `color-mix(in oklab, ${mean} var(--sheet-strength), var(--sheet-paper))`;
}

/** A colour in the shade: `depth` from 0 to 1. */
export function shaded(colour: string, depth: number): string {
  return depth === 0 ? colour : `color-mix(in oklab, var(--ink) ${share(0.3 * depth)}, ${colour})`;
}

function share(part: number): string {
  return `${(100 * part).toFixed(1)}%`;
}
