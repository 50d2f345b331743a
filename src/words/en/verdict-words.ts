/** The verdict in words. */
import type { Network } from '../../model/network.ts';
import { plural, thousands } from './count.ts';
import { capital } from './names.ts';

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Small numbers as words, `two`; others as everywhere, `8,364`. */
export function countWord(count: number): string {
  return NUMBERS[count] ?? thousands(count);
}

/** `two creases`, `one crease`, `no creases` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countWord(count)} ${plural(count, one, many)}`;
}

/** `Three inputs, two hidden nodes` */
export function sizeText(network: Network<unknown>): string {
  const inputs = counted(network.inputs.length, 'input');
  const hidden = network.layers.slice(0, -1);
  const nodes = counted(
    hidden.reduce((n, layer) => n + layer.length, 0),
    'hidden node',
  );
  if (hidden.length === 0) return capital(`${inputs}, no hidden layer`);
  return capital(`${inputs}, ${nodes}${hidden.length > 1 ? ` in ${countWord(hidden.length)} layers` : ''}`);
}

/** What is known of the bends: creases are counted where one hidden layer is all that bends. */
export interface Bends {
  readonly creases: number | null;
  readonly pieces: number | null;
}

export const VERDICT = {
  badge: {
    collapses: 'Collapses',
    bends: 'Does not collapse',
    undecided: 'Not decided',
    stopped: 'Not decided',
    failed: 'Not decided',
    unknown: 'Deciding …',
  },
  /** For screen readers and tests: the whole verdict as plain text. */
  collapsesTo: (model: string) => `Collapses to ${model}.`,
  bendsPlain: (bends: Bends) => {
    const known = bendsKnown(bends);
    return known === '' ? 'Does not collapse.' : `Does not collapse: ${known}.`;
  },
  bendsSentence: (bends: Bends) => {
    const known = bendsKnown(bends);
    return known === '' ? 'It bends: no single linear model equals it.' : capital(`${known}.`);
  },
  onNonnegative: (model: string) => `On inputs of at least 0 it never bends, and is still ${model} there.`,
  bendsOnNonnegative: 'It bends on inputs of at least 0 too.',
  equalsOne: (size: string) => `${size}, and all of it equals one linear model:`,
  yetOne: (size: string) => `${size}, not all of it linear, and yet it equals one linear model everywhere:`,
  onInputs: 'On inputs',
  neverBends: 'it never bends, and is still',
  there: 'there.',
  undecided: 'The page can’t prove that it bends, or that it doesn’t, and it won’t guess.',
  stopped: 'You stopped the search before it was decided.',
  failed: 'The search failed before it was decided.',
  unknown: 'Looking at every piece …',
  chosen: 'For',
  from: 'from',
  to: 'to',
  endOf: {
    min: (name: string) => `start of the range of ${name}`,
    max: (name: string) => `end of the range of ${name}`,
  },
  refuseEnd: {
    min: (other: string) => `The range ends at ${other}: type a smaller number, or move its end first.`,
    max: (other: string) => `The range starts at ${other}: type a greater number, or move its start first.`,
  },
  and: 'and',
  chosenVerdict: {
    collapses: 'it is flat: one linear model.',
    bends: 'it bends.',
    undecided: 'that is not decided.',
    stopped: 'that is not decided.',
    failed: 'that is not decided.',
    unknown: 'the page is still looking …',
  },
  showMe: 'Show me',
  hide: 'Hide',
  simplest: 'Simplest equal network',
  looking: 'Looking for two inputs that show it …',
} as const;

function bendsKnown({ creases, pieces }: Bends): string {
  const parts = [
    ...(creases === null ? [] : [counted(creases, 'crease')]),
    ...(pieces === null ? [] : [counted(pieces, 'flat piece')]),
  ];
  return parts.join(', ');
}
