/** The words of the pieces. */
import type { ActivationKind } from '../model/activation.ts';
import { hiddenLayerCount, nodeAt, type Network, type NodeAt } from '../model/network.ts';
import { countText, thousands } from './count.ts';
import { capital, nodeNumber } from './names.ts';
import { countWord } from './verdict.ts';

export const CASES = {
  name: 'Pieces',
  equals: 'equals',
  here: 'the current input',
  filter: 'Filter',
  stop: 'Stop',
  again: 'Look again',
  shown: (shown: number, all: number) =>
    shown === all ? countText(all, 'piece') : `${thousands(shown)} of ${countText(all, 'piece')}`,
  noneShown: 'No piece fits that.',
  range: (from: number, to: number, all: number) => `${thousands(from)} to ${thousands(to)} of ${thousands(all)}`,
  earlier: 'Earlier ones',
  later: 'Later ones',
  showHere: 'Show the current one',
  running: (atLeast: number) =>
    atLeast < 2 ? 'Looking for the pieces …' : `Looking for the pieces: at least ${thousands(atLeast)} so far …`,
  stopped: (atLeast: number) => `Stopped. ${CASES.unfinished(atLeast)}.`,
  tooMany: (atLeast: number, mostCells: number) =>
    `${CASES.unfinished(atLeast)}: the page looks at no more than ${thousands(mostCells)} ways of nodes being on and off.`,
  unfinished: (atLeast: number) => `At least ${countText(Math.max(1, atLeast), 'piece')}, not finished`,
  smooth: 'Smooth nodes bend everywhere: there are no flat pieces to list.',
  parts: (count: number) => `${countWord(count)} parts`,
  joined: (count: number) =>
    `${capital(countWord(count))} parts, and crossing from one into the next changes nothing: one piece.`,
  moreParts: (count: number) => (count === 1 ? 'and one more part' : `and ${thousands(count)} more parts`),
  or: 'or',
  conditions: (condition: string) => `Where exactly: ${condition}`,
  everywhere: 'for all inputs',
  above: 'is greater than',
  below: 'is at most',
} as const;

/** What each piece of an activation is called; the hidden node's number comes before it. Null: it has no kink. */
const SIDES: Readonly<Record<ActivationKind, readonly string[] | null>> = {
  linear: null,
  relu: ['off', 'on'],
  leakyRelu: ['leaking', 'on'],
  abs: ['negative', 'positive'],
  hardTanh: ['low', 'middle', 'high'],
  tanh: null,
  sigmoid: null,
  softplus: null,
  gelu: null,
  silu: null,
};

interface BentNode extends NodeAt {
  readonly number: string;
  readonly kind: ActivationKind;
  readonly sides: readonly string[];
}

function bentNodes(network: Network<unknown>): BentNode[] {
  return network.layers.slice(0, -1).flatMap((nodes, layer) =>
    nodes.flatMap(({ activation: { kind } }, node) => {
      const sides = SIDES[kind];
      return sides ? [{ layer, node, number: nodeNumber(network, { layer, node }), kind, sides }] : [];
    }),
  );
}

/**
 * `both on`, `only node 1 on`, `node 1 on, node 2 negative`: where a piece is, from its pattern. A node with `*` in the
 * pattern may be on either side, and is not named.
 */
export function caseCondition(network: Network<unknown>, pattern: string): string {
  const digits = pattern.split('|');
  const bent = bentNodes(network).map((node) => {
    return { ...node, side: node.sides[Number(digits[node.layer]?.[node.node] ?? '*')] ?? null };
  });
  const named = bent.filter((node) => node.side !== null);
  if (named.length === 0) return 'everywhere';
  if (named.length === bent.length && bent.every((node) => node.kind === 'relu')) {
    const on = bent.filter((node) => node.side === 'on').map((node) => node.number);
    if (bent.length === 1) return on.length === 1 ? 'node on' : 'node off';
    if (on.length === bent.length) return bent.length === 2 ? 'both on' : 'all on';
    if (on.length === 0) return bent.length === 2 ? 'both off' : 'all off';
    return `only ${on.length === 1 ? 'node' : 'nodes'} ${on.join(', ')} on`;
  }
  return named.map((node) => `node ${node.number} ${node.side}`).join(', ');
}

/** What the filter takes, with the first bent node's own words: `node 1 on`, `node 1 high`. */
export function filterExample(network: Network<unknown>): string {
  const first = bentNodes(network)[0];
  return first ? `node ${first.number} ${first.sides.at(-1) ?? ''}` : '';
}

/** `node 1 on`, `output off`: on which side of its kinks one node is. */
export function sideName(network: Network<unknown>, at: NodeAt, piece: number): string {
  const sides = SIDES[nodeAt(network, at).activation.kind];
  const name = at.layer === hiddenLayerCount(network) ? 'output' : `node ${nodeNumber(network, at)}`;
  return `${name} ${sides?.[piece] ?? ''}`.trim();
}

/**
 * Which patterns a typed text asks for, phrase by phrase: `node 1 on, node 2 off`; a node without a side is one that is
 * on; the side may be half typed. Any other phrase is looked for in `caseCondition`.
 */
export function pieceFilter(network: Network<unknown>, text: string): (pattern: string) => boolean {
  const phrases = text
    .toLowerCase()
    .split(/,|\band\b/)
    .map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '))
    .filter((phrase) => phrase !== '' && !/^(?:only|nodes?)$/.test(phrase));
  const bent = bentNodes(network);
  const tests = phrases.map((phrase) => {
    const [, number, side = ''] = /^(?:only )?(?:nodes? )?([\d.]*\d) ?([a-z]*)$/.exec(phrase) ?? [];
    if (number === undefined) return (pattern: string) => caseCondition(network, pattern).includes(phrase);
    const node = bent.find((candidate) => candidate.number === number);
    if (!node) return () => false;
    const wanted = node.sides.flatMap((name, i) => ((side === '' ? i > 0 : name.startsWith(side)) ? [String(i)] : []));
    return (pattern: string) => {
      const digit = pattern.split('|')[node.layer]?.[node.node] ?? '';
      return digit === '*' || wanted.includes(digit);
    };
  });
  return (pattern) => tests.every((test) => test(pattern));
}

/** A part of the sentence that says why: words, the function of a node (in its colour), or an input. */
export type WhyPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'function'; readonly text: string; readonly at: NodeAt }
  | { readonly kind: 'input'; readonly input: number };

/** As it stands in a line that holds its terms; null: no line of pieces has it. */
const FUNCTIONS: Readonly<Record<ActivationKind, string | null>> = {
  linear: null,
  relu: 'max',
  leakyRelu: 'leaky',
  abs: '| |',
  hardTanh: 'hardtanh',
  tanh: null,
  sigmoid: null,
  softplus: null,
  gelu: null,
  silu: null,
};

/**
 * Why nothing can be added up, and how many pieces that makes. `held`: the nodes that hold terms inside; `shared`: an input
 * that stands inside all of them, if there is one.
 */
export function whyParts(
  network: Network<unknown>,
  held: readonly NodeAt[],
  shared: number | null,
  pieces: number,
): WhyPart[] {
  const text = (words: string): WhyPart => ({ kind: 'text', text: words });
  if (pieces === 1) {
    return [
      text('The terms are held inside, and yet nothing bends in the end: one piece, the same linear model everywhere.'),
    ];
  }
  const count = text(` ${capital(countWord(pieces))} pieces, not one.`);
  const names = held.map((at): WhyPart | null => {
    const name = FUNCTIONS[nodeAt(network, at).activation.kind];
    return name === null ? null : { kind: 'function', text: name, at };
  });
  const [first, second] = names;
  if (first && names.length === 1) {
    return [
      text('The '),
      first,
      text(' holds its terms inside, so what stands outside can’t be added to them.'),
      count,
    ];
  }
  if (first && second && names.length === 2 && shared !== null) {
    return [
      text('Each '),
      first,
      text(' and '),
      second,
      text(' holds its terms inside. One '),
      { kind: 'input', input: shared },
      text(' cannot reach the other, so there is nothing to add up.'),
      count,
    ];
  }
  return [
    text('Each bent node holds its terms inside: like terms can’t reach each other, so there is nothing to add up.'),
    count,
  ];
}
