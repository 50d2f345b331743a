/** Section 6, data of the reader's own: a table, or points set by hand. */
import { countText, thousands } from '../count.ts';

export const OWN_DATA = {
  names: { points: 'Your points', table: 'Your table' },
  about: {
    points: 'Points of your own: move them, add some, take some away. Every change starts the training again.',
    table: 'A table of your own, from a spreadsheet or a file.',
  },
  points: {
    plot: 'Your points',
    hint: 'Press an empty place to put a point there; drag a point to move it.',
    keys: 'With keys: arrows move a point (with Shift ten times as far), Page Down goes to the next one, Enter adds one, Delete takes it away.',
    role: 'point',
    point: (position: number, x: string, y: string) => `Point ${position}: x ${x}, y ${y}`,
    table: 'Your points as numbers',
    cell: (axis: string, position: number) => `${axis} of point ${position}`,
    remove: (position: number) => `Remove point ${position}`,
    add: 'Add a point',
    count: (points: number) => countText(points, 'point'),
  },
  table: {
    paste: 'Paste your table here',
    placeholder: 'x\ty\n1\t2.5\n2\t3.1',
    open: 'Open a file…',
    drop: 'or drop it here. One row a line, with a tab, a comma or a semicolon between the cells.',
    private: 'Nothing is uploaded: it is read here, in your browser, and stays here.',
    dropHere: 'Drop the table here',
    clear: 'Empty it',
    isFile: (name: string) => `From the file ${name}`,
    fromLink: (rows: number) => `${countText(rows, 'row')}, from the link.`,
    unreadable: 'This file can’t be read.',
    rows: (rows: number) => `${countText(rows, 'row')} read`,
    allRead: 'none left out',
    leftOut: (rows: number) => `${countText(rows, 'row')} left out`,
    noRows: 'No row has a number in all of these columns.',
    more: (most: number) => `There are more: the first ${thousands(most)} rows are read.`,
    otherLines: (rows: number) => `The other ${thousands(rows)}`,
    andMore: (rows: number) => `And ${thousands(rows)} more.`,
    columns: 'Columns',
    inputs: 'Inputs',
    output: 'Output',
    mostInputs: (most: number) => `up to ${most}`,
    column: (position: number) => `Column ${position}`,
    scale: 'Train on columns from −1 to 1',
    scaleWhy:
      'Columns of very different sizes make learning slow, or make it blow up. So each column is shifted and shrunk to run from −1 to 1 while the networks learn. What you see is in your own units: the scaling is folded back into the weights, exactly.',
    drawn: (most: number, all: number) =>
      `${thousands(most)} of the ${thousands(all)} rows are drawn; all are trained on.`,
    many: (inputs: number) =>
      `With ${inputs} inputs there is no picture of the function. The plots show its prediction ŷ over the true y: on the dashed line it is right.`,
  },
} as const;
