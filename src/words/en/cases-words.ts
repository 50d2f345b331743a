/** The words of the pieces. */
import { ACTIVATIONS, type ActivationKind } from '../../activation/activation.ts';
import { isOutputLayer, nodeAt, type Network, type NodeAt } from '../../model/network.ts';
import type { Piece } from '../../facts/analysis.ts';
import { isOn } from '../../facts/piece-at.ts';
import { ACTIVATION_WORDS } from './activation-words.ts';
import { countText, plural, thousands } from './count.ts';
import { capital, nodeNumber } from './names.ts';
import { countWord } from './verdict-words.ts';

export const CASES = {
  name: 'Pieces',
  equals: 'equals',
  copy: 'Copy all pieces',
  here: 'at this input',
  filter: 'Filter',
  stop: 'Stop',
  again: 'Look again',
  shown: (shown: number, all: number) =>
    shown === all ? countText(all, 'piece') : `${thousands(shown)} of ${countText(all, 'piece')}`,
  noneShown: 'No piece fits that.',
  range: (from: number, to: number, all: number) => `${thousands(from)} to ${thousands(to)} of ${thousands(all)}`,
  earlier: 'Earlier ones',
  later: 'Later ones',
  showHere: 'Show the one at this input',
  running: (atLeast: number) =>
    atLeast < 2 ? 'Looking for the pieces …' : `Looking for the pieces: at least ${thousands(atLeast)} so far …`,
  stopped: (atLeast: number) => `Stopped. ${CASES.unfinished(atLeast)}.`,
  failed: (atLeast: number) => `The search failed. ${CASES.unfinished(atLeast)}.`,
  tooMany: (atLeast: number, mostCells: number) =>
    `${CASES.unfinished(atLeast)}: the page looks at no more than ${thousands(mostCells)} ways of nodes being on and off.`,
  unfinished: (atLeast: number) => `At least ${countText(Math.max(1, atLeast), 'piece')}, not finished`,
  smooth: 'A smooth node has no straight pieces: there are none to list.',
  parts: (count: number) => `${countWord(count)} parts`,
  joined: (count: number) =>
    `${capital(countWord(count))} parts, and crossing from one into the next changes nothing: one piece.`,
  moreParts: (count: number) => plural(count, 'and one more part', `and ${thousands(count)} more parts`),
  or: 'or',
  conditions: (condition: string) => `Where exactly: ${condition}`,
  everywhere: 'for all inputs',
  above: 'is greater than',
  below: 'is at most',
} as const;

interface BentNode extends NodeAt {
  /** `node 1`, `node 2.1`, `output`. */
  readonly name: string;
  readonly kind: ActivationKind;
  readonly sides: readonly string[];
}

function bentNodes(network: Network<unknown>): BentNode[] {
  return network.layers.flatMap((nodes, layer) =>
    nodes.flatMap(({ activation: { kind } }, node) => {
      const { sides } = ACTIVATION_WORDS[kind];
      return sides ? [{ layer, node, name: shortName(network, { layer, node }), kind, sides }] : [];
    }),
  );
}

function shortName(network: Network<unknown>, at: NodeAt): string {
  return isOutputLayer(network, at.layer) ? 'output' : `node ${nodeNumber(network, at)}`;
}

/**
 * `both on`, `only node 1 on`, `node 1 on, node 2 negative`, `both on, output off`: where a piece is, from its pattern.
 * A node with `*` in the pattern may be on either side, and is not named.
 */
export function caseCondition(network: Network<unknown>, pattern: string): string {
  const digits = pattern.split('|');
  const bent = bentNodes(network).map((node) => {
    return { ...node, side: node.sides[Number(digits[node.layer]?.[node.node] ?? '*')] ?? null };
  });
  const hidden = bent.filter(({ layer }) => !isOutputLayer(network, layer));
  const isInBrief =
    hidden.length > 0 &&
    hidden.length === network.layers.slice(0, -1).flat().length &&
    hidden.every(({ kind, side }) => kind === 'relu' && side !== null);
  const phrases = [
    ...(isInBrief
      ? [
          onInBrief(
            network,
            hidden.length,
            hidden.filter(({ side }) => side === 'on'),
          ),
        ]
      : []),
    ...(isInBrief ? bent.slice(hidden.length) : bent).flatMap(({ name, side }) => (side ? [`${name} ${side}`] : [])),
  ];
  return phrases.length === 0 ? EVERYWHERE : phrases.join(', ');
}

const EVERYWHERE = 'everywhere';

/** Which of `count` nodes are on, where they are all that there are, and ReLUs. */
function onInBrief(network: Network<unknown>, count: number, on: readonly NodeAt[]): string {
  if (count === 1) return on.length === 1 ? 'node on' : 'node off';
  if (on.length === count) return count === 2 ? 'both on' : 'all on';
  if (on.length === 0) return count === 2 ? 'both off' : 'all off';
  return `only ${plural(on.length, 'node', 'nodes')} ${on.map((at) => nodeNumber(network, at)).join(', ')} on`;
}

/**
 * The condition of each piece of a list, no two of them alike. What all parts of a piece have in common may be said of
 * another piece too, or of all inputs: then the parts are named, `node on, output off or node off, output on`.
 */
export function caseConditions(network: Network<unknown>, pieces: readonly Piece[]): (piece: Piece) => string {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { pattern } of pieces) (seen.has(pattern) ? shared : seen).add(pattern);
  return ({ pattern, cells }) => {
    const condition = caseCondition(network, pattern);
    if (pieces.length === 1 || (condition !== EVERYWHERE && !shared.has(pattern))) return condition;
    const named = cells.slice(0, MOST_NAMED).map((cell) => caseCondition(network, cell));
    const more = cells.length - named.length;
    return `${named.join(` ${CASES.or} `)}${more > 0 ? ` ${CASES.moreParts(more)}` : ''}`;
  };
}

/** At most so many parts of a piece are named. */
const MOST_NAMED = 2;

/** What the filter takes, with the first bent node's own words: `node 1 on`, `node 1 high`. */
export function filterExample(network: Network<unknown>): string {
  const first = bentNodes(network)[0];
  return first ? `${first.name} ${first.sides.at(-1) ?? ''}` : '';
}

/** `node 1 on`, `output off`: on which side of its kinks one node is. */
export function sideName(network: Network<unknown>, at: NodeAt, piece: number): string {
  const { sides } = ACTIVATION_WORDS[nodeAt(network, at).activation.kind];
  return `${shortName(network, at)} ${sides?.[piece] ?? ''}`.trim();
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
    const [, number, side = ''] = /^(?:only )?(?:nodes? )?([\d.]*\d|output) ?([a-z]*)$/.exec(phrase) ?? [];
    if (number === undefined) return (pattern: string) => caseCondition(network, pattern).includes(phrase);
    const node = bent.find(({ name }) => name === number || name === `node ${number}`);
    if (!node) return () => false;
    const wanted = node.sides.flatMap((name, i) =>
      (side === '' ? isOn(`${i}`) : name.startsWith(side)) ? [`${i}`] : [],
    );
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
    const f = ACTIVATIONS[nodeAt(network, at).activation.kind];
    const name = f.shape === 'straight' ? f.symbol : null;
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
      text(' can’t reach the other: as they stand, there is nothing to add up.'),
      count,
    ];
  }
  return [
    text(
      'Each node that bends holds its terms inside. Like terms can’t reach each other: as they stand, there is nothing to add up.',
    ),
    count,
  ];
}
