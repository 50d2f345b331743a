/** A table of the reader's own on its way to being data: what was pasted or dropped, and what is chosen of it. */
import { memoize } from '../../facts/memoize.ts';
import { TABLE_LIMITS, chosenRows, parseTable, type KeptOut, type Table, type TableError } from '../../train/table.ts';
import { tableOf, type FitData } from './fit-data.ts';

export interface TableDraft {
  /** What stands in the field; a large file does not. */
  readonly text: string;
  readonly file: string | null;
  readonly read: ReadTable | null;
  readonly error: TableError | null;
}

/** A table, and which of its columns are taken: by their indices, in their order. */
export interface ReadTable {
  readonly table: Table;
  readonly inputs: readonly number[];
  readonly output: number;
  readonly isScaled: boolean;
}

export const NO_TABLE: TableDraft = { text: '', file: null, read: null, error: null };

/** A longer text would make the field slow. */
const MOST_SHOWN = 100_000;

/** What is made of a text: numbers in its last column are the output, those before it the inputs. */
export function draftOf(text: string, file: string | null = null): TableDraft {
  const shown = text.length > MOST_SHOWN ? '' : text;
  if (text.trim() === '') return { ...NO_TABLE, text: shown, file };
  const table = parseTable(text);
  if (!table.ok) return { text: shown, file, read: null, error: table.error };
  return { text: shown, file, read: { table: table.value, ...usualColumns(table.value), isScaled: true }, error: null };
}

/** Rows that are looked at to tell a column of numbers. */
const SAMPLE = 40;

/** The columns most of whose cells are numbers, the last one as the output; where there are too few, whatever there is. */
function usualColumns(table: Table): Pick<ReadTable, 'inputs' | 'output'> {
  const sample = { ...table, records: table.records.slice(0, SAMPLE) };
  const columns = table.names.map((_, c) => c);
  const read = columns.filter((c) => 2 * chosenRows(sample, [c], c).rows.length > sample.records.length);
  const [first = 0, ...more] = read.length < 2 ? columns : read;
  const output = more.at(-1) ?? first;
  return { inputs: [first, ...more.slice(0, -1)].slice(0, TABLE_LIMITS.inputs), output };
}

/** A column as an input, or not; the output is none, and one stays. */
export function withInput(read: ReadTable, column: number, isTaken: boolean): ReadTable {
  const others = read.inputs.filter((input) => input !== column);
  const inputs = isTaken ? [...others, column].sort((p, q) => p - q) : others;
  if (column === read.output || inputs.length === 0 || inputs.length > TABLE_LIMITS.inputs) return read;
  return { ...read, inputs };
}

/** Another column as the output. Where it was the only input, the old output takes its place. */
export function withOutput(read: ReadTable, output: number): ReadTable {
  const inputs = read.inputs.filter((input) => input !== output);
  return { ...read, output, inputs: inputs.length > 0 ? inputs : [read.output] };
}

export interface TableData {
  /** Null: no row can be read. */
  readonly data: FitData | null;
  readonly keptOut: readonly KeptOut[];
}

/** The rows of the chosen columns, as data to be fitted. */
export const dataOfTable = memoize((read: ReadTable): TableData => {
  const { table, inputs, output, isScaled } = read;
  const { rows, keptOut } = chosenRows(table, inputs, output);
  const names = inputs.map((column) => table.names[column] ?? null);
  return { data: rows.length > 0 ? tableOf(names, rows, isScaled) : null, keptOut };
});
