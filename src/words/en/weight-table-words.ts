/** The words of the table of weights, and what is wrong with a block that is pasted into it. */
import { isOutputLayer, type Network } from '../../model/network.ts';
import type { BlockProblem, CellProblem, Size } from '../../state/place-block.ts';
import { countText, plural } from './count.ts';
import { OUTPUT_SYMBOL } from './names.ts';
import { typedNumberSentence } from './number-error.ts';
import { visible } from './visible.ts';

export const WEIGHT_TABLE = {
  hint: 'Enter goes on to the next cell, and arrow keys move. Paste a block from a spreadsheet, or a matrix as a program prints it.',
  bias: 'bias',
  activation: 'activation',
  output: OUTPUT_SYMBOL,
  activationOf: (node: string) => `activation of ${node}`,
  noBlock: 'There are no numbers in what was pasted.',
  pasted: ({ rows, columns }: Size) => `Pasted: ${countText(rows, 'row')}, ${countText(columns, 'column')}.`,
} as const;

/** `Hidden layer`, `Hidden layer 2`, `Output`. */
export function layerTitle(network: Network<unknown>, layer: number): string {
  if (isOutputLayer(network, layer)) return 'Output';
  return network.layers.length === 2 ? 'Hidden layer' : `Hidden layer ${layer + 1}`;
}

/** So many wrong cells are named. */
const MOST_NAMED = 3;

/** Sentences; nothing has been changed. */
export function blockProblemText(problem: BlockProblem): string {
  switch (problem.kind) {
    case 'size':
      return sizeText(problem.found, problem.room, problem.turned);
    case 'ragged':
      return `Row ${problem.row} of the block has ${countText(problem.found, 'cell')}, and the first has ${problem.expected}.`;
    case 'cells': {
      const { problems } = problem;
      const named = problems.slice(0, MOST_NAMED).map(cellText);
      const more = problems.length - named.length;
      return [...named, ...(more > 0 ? [`${countText(more, 'more cell')} can’t be read.`] : [])].join(' ');
    }
  }
}

function sizeText(found: Size, room: Size, turned: boolean): string {
  const size = `The block has ${countText(found.rows, 'row')} and ${countText(found.columns, 'column')}`;
  const fit = `from this cell on there ${plural(room.rows, 'is', 'are')} ${countText(room.rows, 'row')} and ${countText(room.columns, 'column')}`;
  return `${size}; ${fit}.${turned ? ' With its rows and columns exchanged it would fit.' : ''}`;
}

function cellText({ row, column, error }: CellProblem): string {
  const where = `Row ${row}, column ${column}`;
  if (error.kind === 'activation') return `${where}: “${visible(error.text)}” is not an activation function.`;
  return error.error.kind === 'empty' ? `${where} is empty.` : `${where}: ${typedNumberSentence(error.error)}`;
}
