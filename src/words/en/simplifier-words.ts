/** The words of the simplifier. */
import { ACTIVATIONS, type ActivationKind } from '../../activation/activation.ts';
import type { NodeFate } from '../../algebra/node-fate.ts';
import { ZERO, isZero } from '../../number/rational.ts';
import type { Simplest } from '../../algebra/simplest.ts';
import { LIMITS, nodeAt, type Network, type NodeAt } from '../../model/network.ts';
import { isSimpler, sizeOf, type Obstacle, type Size } from '../../state/adopt.ts';
import { countText, plural, thousands } from './count.ts';
import { nodeNumber } from './names.ts';
import { counted } from './verdict-words.ts';

export const SIMPLIFIER = {
  title: 'The simplest equal network',
  equal: 'Equal',
  all: 'for all inputs',
  chosen: 'for the chosen range',
  before: 'Now',
  after: 'Simplest',
  nodes: 'Node by node',
  running: (looks: number) =>
    looks === 0 ? 'Looking for it …' : `Looking for it: ${thousands(looks)} pieces compared so far …`,
  stop: 'Stop',
  again: 'Look again',
  cancelled: 'Stopped before it was found.',
  failed: 'The search failed before it was found.',
  outOfTime: (seconds: number) => `Not found within ${seconds} seconds: comparing so many pieces takes longer.`,
  unavailable:
    'Smooth nodes in more than one layer: their curves never fall into straight pieces that can be compared exactly, so there is no simplest network to show here.',
  already: 'This network is as simple as can be: no node can be left out.',
  alreadyFound: 'Nothing simpler was found.',
  equalOnAll: 'Equal for every input: proved, not sampled.',
  equalOnChosen: 'Equal for every input in the range above: proved, not sampled. Outside of it the two may differ.',
  use: 'Use this network',
  used: 'This network is in use now. Undo brings the old one back.',
} as const;

/** What a linear model looks like over so many inputs, where it can be drawn. */
const FLAT: Readonly<Partial<Record<number, string>>> = { 1: 'a straight line', 2: 'a plane' };

/** What is left, in one sentence: `This 8-node network is exactly 3 creases plus a plane.` */
export function summaryText(network: Network<unknown>, simplest: Simplest, everywhere: boolean): string {
  const { network: found, direct, creases, bentNodes } = simplest;
  const { hidden } = sizeOf(network);
  const which = hidden === 0 ? 'network' : `${hidden}-node network`;
  const name = everywhere ? `This ${which}` : `In the chosen range this ${which}`;
  const flat = FLAT[network.inputs.length] ?? 'one linear model';
  if (!direct) {
    if (bentNodes === 0) return `${name} is exactly its output’s own function of ${flat}.`;
    return `${name} needs only ${countText(bentNodes, 'bent node')} in ${countText(found.layers.length - 1, 'layer')}.`;
  }
  const sloped = direct.coef.some((c) => !isZero(c));
  const bends = creases === null ? countText(bentNodes, 'bent node') : countText(creases, 'crease');
  if ((creases ?? bentNodes) === 0)
    return `${name} is exactly ${sloped ? flat : 'a constant'}, and needs no hidden node.`;
  if (sloped) return `${name} is exactly ${bends} plus ${flat}.`;
  return isZero(direct.intercept)
    ? `${name} is exactly ${bends}, and no more.`
    : `${name} is exactly ${bends} plus a constant.`;
}

/** `8 hidden nodes in two layers, 6 of them bent; 97 weights and biases` */
export function sizeText({ hidden, bent, layers, parameters }: Size): string {
  const numbers = countText(parameters, 'weight').replace(/weights?$/, 'weights and biases');
  if (hidden === 0) return `no hidden node; ${numbers}`;
  const where = layers > 1 ? ` in ${counted(layers, 'layer')}` : '';
  const which =
    bent === hidden ? (bent === 1 ? ', bent' : ', all bent') : bent === 0 ? ', none bent' : `, ${bent} bent`;
  return `${countText(hidden, 'hidden node')}${where}${which}; ${numbers}`;
}

/** Is it minimal, and why may one say so? */
export function minimalText({ minimal, creases, bentNodes }: Simplest): string {
  if (!minimal) return 'Whether something smaller exists is not known: for several layers there is no proof of that.';
  if (creases === null) return 'It is minimal: no bent node can stand in for the curve of another.';
  if (creases === 0) return 'It is minimal: nothing is left that could be left out.';
  const most = bentNodes < creases ? ' (a hard tanh node makes two)' : '';
  const which = creases === 1 ? 'its one crease' : `each of its ${countText(creases, 'crease')}`;
  return `It is minimal: with one hidden layer ${which} needs a bend of its own${most}.`;
}

/** What is left of the original: nothing to do? */
export function isSimplestAlready(network: Network<unknown>, found: Simplest): boolean {
  return !isSimpler(sizeOf(found.network), sizeOf(network));
}

const DROPPED: Readonly<Record<Extract<NodeFate, { readonly kind: 'dropped' }>['why'], string>> = {
  'no-path': 'dropped: every way from it to the output goes through a weight of 0',
  constant: 'dropped: its sum never changes, so it is a constant',
  'never-on': 'dropped: never on, so it adds nothing',
};
const ALWAYS_FLAT = 'dropped: always on a flat part, so it is a constant';

const FOLDED: Readonly<Record<Extract<NodeFate, { readonly kind: 'folded' }>['why'], string>> = {
  linear: 'folded into the linear part: it is linear',
  'always-on': 'folded into the linear part: its sum never crosses a corner, so it never bends',
  unseen: 'folded into the linear part: where it bends, the output never shows it',
};

/** Is one of its flat parts another constant than 0? */
function isFlatAwayFrom0(kind: ActivationKind): boolean {
  const f = ACTIVATIONS[kind];
  return (
    f.shape === 'straight' &&
    f.pieces(ZERO).branches.some(({ slope, intercept }) => isZero(slope) && !isZero(intercept))
  );
}

/** What became of a node, and why. */
export function fateText(network: Network<unknown>, at: NodeAt, fate: NodeFate, found: Network<unknown>): string {
  switch (fate.kind) {
    case 'kept': {
      const [before, after] = [nodeNumber(network, at), nodeNumber(found, fate.at)];
      return before === after ? 'kept' : `kept, as node ${after}`;
    }
    case 'dropped':
      if (fate.why === 'never-on' && isFlatAwayFrom0(nodeAt(network, at).activation.kind)) return ALWAYS_FLAT;
      return DROPPED[fate.why];
    case 'folded':
      return FOLDED[fate.why];
    case 'merged':
      return fate.with.length === 0
        ? `merged into node ${nodeNumber(found, fate.into)}`
        : `merged with ${nodeList(network, fate.with)}: they bend in the same place`;
    case 'cancelled':
      return fate.with.length === 0
        ? 'cancelled: what it sends one way to the output comes back with the other sign'
        : `cancelled with ${nodeList(network, fate.with)}: where it bends, ${plural(fate.with.length, 'that bends', 'they bend')} back`;
    case 'rewritten':
      return 'rewritten: the new hidden layer makes its bends';
  }
}

/** `node 2`, `nodes 2 and 3`, `nodes 2, 3 and 5` */
function nodeList(network: Network<unknown>, nodes: readonly NodeAt[]): string {
  const numbers = nodes.map((at) => nodeNumber(network, at));
  const last = numbers.at(-1) ?? '';
  return numbers.length === 1 ? `node ${last}` : `nodes ${numbers.slice(0, -1).join(', ')} and ${last}`;
}

/** Why it can't be used on this page. */
export function obstacleText(obstacle: Obstacle, network: Network<unknown>): string {
  switch (obstacle) {
    case 'nodes': {
      const widest = Math.max(...network.layers.map((layer) => layer.length));
      return `It has ${widest} nodes in one layer, and this page has room for ${LIMITS.nodesPerLayer.max}.`;
    }
    case 'layers':
      return `It has more hidden layers than the ${LIMITS.hiddenLayers.max} that this page has room for.`;
    case 'digits':
      return 'Its numbers have more digits than this page has room for.';
  }
}
