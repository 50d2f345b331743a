/** The words of the pieces. */
import type { Network } from '../model/network.ts';
import type { ActivationKind } from '../model/activation.ts';
import { nodeNumber } from './names.ts';
import { countWord } from './verdict.ts';

export const CASES = {
  name: 'Pieces',
  equals: 'equals',
  here: 'the current input',
  filter: 'Filter',
  filterExample: 'node 1',
  stop: 'Stop',
  shown: (shown: number, all: number) => (shown === all ? `${all} pieces` : `${shown} of ${all} pieces`),
  running: (cells: number) =>
    cells === 0 ? 'Looking for the pieces …' : `Looking for the pieces: ${cells} found so far …`,
  unfinished: (cells: number) => `At least ${cells} pieces, not finished.`,
  tooMany: (cells: number) => `${cells} pieces where each node is on one side of its kinks: too many to list here.`,
  smooth: 'Smooth nodes bend everywhere: there are no flat pieces to list.',
  why: (count: number) =>
    `Each bent node holds its terms inside, so like terms can’t reach each other and there is nothing to add up. ${capital(countWord(count))} piece${count === 1 ? '' : 's'}${count > 1 ? ', not one' : ''}.`,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What each piece of an activation is called; the hidden node's number comes before it. */
const SIDES: Partial<Record<ActivationKind, readonly string[]>> = {
  relu: ['off', 'on'],
  leakyRelu: ['leaking', 'on'],
  abs: ['negative', 'positive'],
  hardTanh: ['low', 'middle', 'high'],
};

/**
 * `both on`, `only node 1 on`, `node 1 on, node 2 negative`: where a piece is, from its pattern. A node with `*` in the
 * pattern may be on either side, and is not named.
 */
export function caseCondition(network: Network<unknown>, pattern: string): string {
  const digits = pattern.split('|');
  const bent = network.layers.slice(0, -1).flatMap((layer, l) =>
    layer.flatMap(({ activation: { kind } }, j) => {
      const sides = SIDES[kind];
      const digit = digits[l]?.[j] ?? '*';
      return sides
        ? [{ number: nodeNumber(network, { layer: l, node: j }), kind, side: sides[Number(digit)] ?? null }]
        : [];
    }),
  );
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
