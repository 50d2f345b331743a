/** The colour of a facet: that of the hidden nodes that are on there. CSS values, so that a theme costs no render. */
import type { Network, NodeAt } from '../model/network.ts';
import { reachesOutput } from '../algebra/reach.ts';
import type { Rational } from '../number/rational.ts';
import { nodeColour } from '../state/colour.ts';
import { memoize } from '../facts/memoize.ts';
import { nodesOn } from '../facts/piece-at.ts';

const heard = memoize(reachesOutput);

/** The hidden nodes that are on in a pattern, and that the output listens to. */
export function onIn(network: Network<Rational>, pattern: string): NodeAt[] {
  const reaches = heard(network);
  return nodesOn(network, pattern).filter(({ layer, node }) => reaches[layer]?.[node]);
}

/** None on: grey. One: its colour. Several: their mean, towards ink, because there their terms add up. */
export function facetColour(network: Network<unknown>, on: readonly NodeAt[]): string {
  if (on.length === 0) return 'var(--sheet-blank)';
  // Nodes have few colours: a mean of all their names would take the browser four times as long to read.
  const counts = new Map<string, number>();
  for (const at of on) {
    const colour = nodeColour(network, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  let mean = '';
  let total = 0;
  for (const [colour, count] of counts) {
    total += count;
    mean = mean === '' ? colour : `color-mix(in oklab, ${colour} ${share(count / total)}, ${mean})`;
  }
  if (on.length > 1) mean = `color-mix(in oklab, var(--ink) ${share(0.3)}, ${mean})`;
  return `color-mix(in oklab, ${mean} var(--sheet-strength), var(--sheet-paper))`;
}

/** A colour in the shade: `depth` from 0 to 1. */
export function shaded(colour: string, depth: number): string {
  return depth === 0 ? colour : `color-mix(in oklab, var(--ink) ${share(0.3 * depth)}, ${colour})`;
}

function share(part: number): string {
  return `${(100 * part).toFixed(1)}%`;
}
