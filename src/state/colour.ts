/**
 * Which hue says "this came from that hidden node". Hidden nodes have the hues --h1 ... --h8 in running order; later ones,
 * and all that belongs to the output, are ink. The values are CSS: a theme costs no render.
 */
import { isOutputLayer, type Network, type NodeAt } from '../model/network.ts';

/** How many hues the style sheet has. */
const HUES = 8;

/** Colour for strokes and text. */
export function nodeColour(network: Network<unknown>, at: NodeAt): string {
  const hue = hueOf(network, at);
  return hue === null ? 'var(--ink)' : `var(--h${hue})`;
}

/** The same hue as a background. */
export function softNodeColour(network: Network<unknown>, at: NodeAt): string {
  const hue = hueOf(network, at);
  return hue === null ? 'var(--soft)' : `var(--h${hue}-soft)`;
}

/**
 * The colour of an edge: that of the hidden node that it enters, as its term stands inside that node's bracket; an edge
 * that enters the output has the colour of the node that it leaves. `input` is the unit that it comes from.
 */
export function edgeColour(
  network: Network<unknown>,
  { layer, node, input }: NodeAt & { readonly input: number },
): string {
  if (!isOutputLayer(network, layer)) return nodeColour(network, { layer, node });
  return layer === 0 ? 'var(--ink)' : nodeColour(network, { layer: layer - 1, node: input });
}

/** 1 to 8, or null for ink. */
function hueOf(network: Network<unknown>, { layer, node }: NodeAt): number | null {
  if (isOutputLayer(network, layer)) return null;
  const before = network.layers.slice(0, layer).reduce((count, nodes) => count + nodes.length, 0);
  const hue = before + node + 1;
  return hue <= HUES ? hue : null;
}
