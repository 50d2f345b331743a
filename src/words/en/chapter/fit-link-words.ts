/** What is wrong with the part `fit` of a link, in one sentence. */
import { visible } from '../visible.ts';

export interface FitLinkError {
  /** As it is written in the link. */
  readonly item: string;
  /** `range`: rows or weights are too few, too many, or not all of one length. */
  readonly kind: 'unknown' | 'repeated' | 'missing' | 'value' | 'range';
  readonly text: string;
}

export function fitLinkSentence({ item, kind, text }: FitLinkError): string {
  const found = `“${shortened(text)}”`;
  const start = 'The training in this link can’t be opened:';
  switch (kind) {
    case 'unknown':
      return `${start} ${found} is not something that a link says about a training.`;
    case 'repeated':
      return `${start} it has ${item} twice.`;
    case 'missing':
      return `${start} it says nothing about ${item}, ${MEANING[item] ?? 'its data'}.`;
    case 'value':
      return `${start} ${found} can’t be ${item}, ${MEANING[item] ?? 'its data'}.`;
    case 'range':
      return item === 'start'
        ? `${start} start has more or fewer numbers than the network has weights.`
        : `${start} ${item} has rows of different lengths, or too many.`;
  }
}

const MEANING: Readonly<Record<string, string>> = {
  data: 'the name of its data',
  points: 'numbers of points',
  table: 'numbers of a table',
  in: 'names of the inputs',
  scaled: 'whether columns are scaled: 0 or 1',
  hidden: 'how many nodes each hidden layer has: 1 to 4 layers of 1 to 8',
  f: 'the activation that is compared with linear',
  by: 'the method: sgd, momentum or adam',
  rate: 'a learning rate above 0',
  batch: 'the points of a step: a count, or all',
  seed: 'the seed: a whole number below 2^32',
  start: 'weights to start from',
  step: 'the step: a whole number up to a million',
};

function shortened(text: string): string {
  const characters = [...visible(text)];
  return characters.length <= 24 ? characters.join('') : `${characters.slice(0, 23).join('')}…`;
}
