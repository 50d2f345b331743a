/**
 * The simplest equal network over a domain: nodes that never bend the function there dropped or folded into a direct
 * linear part, kinks on one hyperplane merged. Conventions: SPEC.md, S1 to S6.
 */
import type { Network } from '../model/network.ts';
import type { Affine } from './affine.ts';
import { eachCell, formOf, type Cell } from './cells.ts';
import { bentForm, type BentForm, type Crease } from './crease.ts';
import { equalOn } from './difference.ts';
import type { Domain } from './domain.ts';
import { bigDot, integerVector } from './integer-vector.ts';
import { nodeRanges, type NodeRange, type RangeOptions } from './neuron-range.ts';
import { composeFates, type NodeFate } from './node-fate.ts';
import { equal, negate, type Rational } from '../number/rational.ts';
import { regionsOf } from './region.ts';
import { simplifyLayers } from './simplest-deep.ts';
import { oneLayerFates, oneLayerNetwork, plusRow } from './simplest-one-layer.ts';

export interface Simplest {
  /** Equal to the original on the domain. A direct linear part is carried by a linear hidden node. */
  readonly network: Network<Rational>;
  /** nodes[layer][node] of the original; the output node is always kept. */
  readonly nodes: readonly (readonly NodeFate[])[];
  /** With one hidden layer or none: f = direct + the bent hidden nodes times their outgoing weights; else null. */
  readonly direct: Affine | null;
  /** The hyperplanes that bend f inside the domain, where one hidden layer will do; else null. */
  readonly creases: number | null;
  /** Hidden nodes of `network` that are not linear. */
  readonly bentNodes: number;
  /**
   * No network of one hidden layer and a direct linear part has fewer kinks. (A hard tanh node has two, so there may be
   * fewer bent nodes than creases; all others have one.)
   */
  readonly minimal: boolean;
}

/**
 * The simplest equal network, null when stopped. Deep networks are simplified layer by layer; where one hidden layer with
 * no more bent nodes will do (proved by equality on all cells), it is that. Throws a RangeError when a node is smooth.
 */
export function simplest(network: Network<Rational>, domain: Domain, options: RangeOptions = {}): Simplest | null {
  const ranges = nodeRanges(network, domain, options);
  if (!ranges) return null;
  const bent = bentForm(network, domain);
  if (bent) return oneLayer(network, bent, ranges);

  const whole = asOneLayer(network, domain, options);
  if (whole === 'stopped') return null;
  if (whole?.creases.length === 0) return oneLayer(network, whole, ranges);

  const layered = simplifyLayers(network, domain, options);
  if (!layered) return null;
  const bentLater = bentForm(layered.network, domain);
  if (bentLater) {
    const rangesLater = nodeRanges(layered.network, domain, options);
    if (!rangesLater) return null;
    const again = oneLayer(layered.network, bentLater, rangesLater);
    return { ...again, nodes: composeFates(layered.nodes, again.nodes) };
  }
  const bentNodes = layered.network.layers.slice(0, -1).flat().filter(isBent).length;
  if (whole && whole.creases.length <= bentNodes) {
    const rewritten = oneLayer(network, whole, ranges);
    const survives = (fate: NodeFate) => fate.kind === 'kept' || fate.kind === 'merged';
    const nodes = layered.nodes.map((layer, l) =>
      layer.map((fate, j) => (survives(fate) ? ((rewritten.nodes[l] as NodeFate[])[j] as NodeFate) : fate)),
    );
    return { ...rewritten, nodes };
  }
  return { ...layered, direct: null, creases: null, bentNodes, minimal: false };
}

function isBent({ activation }: Network<Rational>['layers'][0][0]): boolean {
  return activation.kind !== 'linear';
}

function oneLayer(network: Network<Rational>, form: BentForm, ranges: readonly (readonly NodeRange[])[]): Simplest {
  const layer = oneLayerNetwork(network.inputs, form, network);
  return {
    network: layer.network,
    nodes: oneLayerFates(network, form, ranges, layer),
    direct: layer.direct,
    creases: form.creases.length,
    bentNodes: layer.units.length,
    minimal: true,
  };
}

/** Deep networks of more cells are not tried as one hidden layer. */
const MOST_CELLS = 5000;

/**
 * The bent form of a deep network that happens to have one: if each hyperplane has one jump on all its crease facets,
 * there is one candidate, and equality decides.
 */
function asOneLayer(network: Network<Rational>, domain: Domain, options: RangeOptions): BentForm | null | 'stopped' {
  const cells: Cell[] = [];
  for (const cell of eachCell(network, domain)) {
    cells.push(cell);
    if (options.shouldStop?.()) return 'stopped';
    if (cells.length > MOST_CELLS) return null;
  }
  const creases = new Map<string, Crease>();
  for (const { row, jump } of regionsOf(cells).creaseFacets) {
    const key = row.join(' ');
    const known = creases.get(key);
    if (known && !equal(known.jump, jump)) return null;
    creases.set(key, { row, jump, members: [] });
  }
  const start = cells[0] as Cell;
  let affine: Affine = formOf(start);
  for (const { row, jump } of creases.values()) {
    // The form of the first cell contains the jumps of those creases that the cell lies above.
    const h = integerVector(row);
    if (start.cone.rays.some((ray) => bigDot(h, ray) > 0n)) affine = plusRow(affine, negate(jump), row);
  }
  const form: BentForm = { affine, creases: [...creases.values()], cancelled: [] };
  const equals = equalOn(domain, network, oneLayerNetwork(network.inputs, form, null).network, options);
  return equals === null ? 'stopped' : equals ? form : null;
}
