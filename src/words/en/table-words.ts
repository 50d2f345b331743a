/** Why rows of a reader's table are kept out, and why a text is no table. */
import type { KeptOut, RowProblem, TableError } from '../../train/table.ts';

/** `Line 7 is left out: "n/a" in column y is no number.` */
export function keptOutText({ line, problem }: KeptOut, names: readonly (string | null)[]): string {
  return `Line ${line} is left out: ${problemText(problem, names)}.`;
}

function problemText(problem: RowProblem, names: readonly (string | null)[]): string {
  switch (problem.kind) {
    case 'openQuote':
      return 'a quotation mark is opened in it and never closed';
    case 'cells':
      return `it has ${problem.found} cells, and the table has ${problem.expected} columns`;
    case 'missing':
      return `there is nothing in ${columnText(problem.column, names)}`;
    case 'notANumber':
      return `“${problem.text}” in ${columnText(problem.column, names)} is not a number`;
    case 'groupedDigits':
      return `“${problem.text}” in ${columnText(problem.column, names)} can be read in two ways; write it without marks between thousands`;
  }
}

function columnText(column: number, names: readonly (string | null)[]): string {
  const name = names[column];
  return name ? `column ${name}` : `column ${column + 1}`;
}

/** One sentence. */
export function tableErrorText(error: TableError): string {
  switch (error.kind) {
    case 'empty':
      return 'There is nothing in it.';
    case 'tooLarge':
      return `That is ${Math.ceil(error.characters / 1e6)} million characters; up to 5 million can be read.`;
    case 'oneColumn':
      return 'That is one column, and two are needed: an input and an output, with a tab, a semicolon or a comma between.';
    case 'tooManyColumns':
      return `That is ${error.columns} columns; up to 100 can be read.`;
    case 'onlyNames':
      return 'That is a line of names without any numbers below it.';
  }
}
