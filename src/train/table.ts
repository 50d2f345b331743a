/**
 * A table of the reader's own: pasted or dropped text to exact rows. Tab, semicolon or comma between cells; decimals with a
 * point, or with a comma where cells are not parted by commas; a line of names or none. A row that can't be read is kept
 * out and says why, by its line.
 */
import { fail, ok, type Result } from '../number/result.ts';
import { toNumber, type Rational } from '../number/rational.ts';
import { delimiterOf, recordsOf, type Delimiter, type TextRecord } from './delimited.ts';
import { parseExactNumber } from './exact-number.ts';

export interface Table {
  readonly delimiter: Delimiter;
  readonly decimalMark: '.' | ',';
  /** One for each column; null where the table has no line of names, or no name there. */
  readonly names: readonly (string | null)[];
  readonly records: readonly TextRecord[];
  /** There are more rows than are read. */
  readonly hasMore: boolean;
}

export type TableError =
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge'; readonly characters: number }
  | { readonly kind: 'oneColumn' }
  | { readonly kind: 'tooManyColumns'; readonly columns: number }
  | { readonly kind: 'onlyNames' };

export const TABLE_LIMITS = { inputs: 6, rows: 5000, columns: 100, characters: 5_000_000 } as const;

/** The table that a text is. */
export function parseTable(text: string): Result<Table, TableError> {
  if (text.length > TABLE_LIMITS.characters) return fail({ kind: 'tooLarge', characters: text.length });
  const clean = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(clean);
  const { records: all, hasMore } = recordsOf(clean, delimiter, TABLE_LIMITS.rows + 1);
  const first = all[0];
  if (!first) return fail({ kind: 'empty' });
  const decimalMark = delimiter !== ',' && usesComma(all) ? ',' : '.';
  const hasNames = first.cells.some((cell) => cell.trim() !== '' && !readCell(cell, decimalMark).ok);
  const records = hasNames ? all.slice(1) : all.slice(0, TABLE_LIMITS.rows);
  const columns = Math.max(first.cells.length, hasNames ? commonWidth(records) : 0);
  if (columns < 2) return fail({ kind: 'oneColumn' });
  if (columns > TABLE_LIMITS.columns) return fail({ kind: 'tooManyColumns', columns });
  if (records.length === 0) return fail({ kind: 'onlyNames' });
  const names = Array.from(
    { length: columns },
    (_, c) => (hasNames && shortened(first.cells[c]?.trim() ?? '')) || null,
  );
  return ok({
    delimiter,
    decimalMark,
    names,
    records,
    hasMore: hasMore || records.length < all.length - Number(hasNames),
  });
}

/** Why a row is kept out: in the words of `#words/table-words.ts`. */
export type RowProblem =
  | { readonly kind: 'openQuote' }
  | { readonly kind: 'cells'; readonly found: number; readonly expected: number }
  | { readonly kind: 'missing'; readonly column: number }
  | { readonly kind: 'notANumber'; readonly column: number; readonly text: string }
  | { readonly kind: 'groupedDigits'; readonly column: number; readonly text: string };

export interface KeptOut {
  readonly line: number;
  readonly problem: RowProblem;
}

export interface ChosenRows {
  /** x1, ..., y in each. */
  readonly rows: readonly (readonly Rational[])[];
  readonly keptOut: readonly KeptOut[];
}

/** The rows of the chosen columns, by their indices. */
export function chosenRows(table: Table, inputs: readonly number[], output: number): ChosenRows {
  const rows: Rational[][] = [];
  const keptOut: KeptOut[] = [];
  for (const record of table.records) {
    const row = readRow(table, record, [...inputs, output]);
    if (row.ok) rows.push(row.value);
    else keptOut.push({ line: record.line, problem: row.error });
  }
  return { rows, keptOut };
}

function readRow(
  table: Table,
  { cells, isOpen }: TextRecord,
  columns: readonly number[],
): Result<Rational[], RowProblem> {
  if (isOpen) return fail({ kind: 'openQuote' });
  const expected = table.names.length;
  const found = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (found > expected) return fail({ kind: 'cells', found, expected });
  const row: Rational[] = [];
  for (const column of columns) {
    const number = readCell(cells[column] ?? '', table.decimalMark);
    if (!number.ok) return fail({ ...number.error, column });
    row.push(number.value);
  }
  return ok(row);
}

type CellProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'notANumber'; readonly text: string }
  | { readonly kind: 'groupedDigits'; readonly text: string };

const MOST_DIGITS = 40;
const MINUS_SIGNS = /^[\u2212\u2013\uFE63\uFF0D]/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** Points or commas every three digits, as in 1,234,567.8: which of them is the decimal one differs by country. */
const GROUPED =
  /^[+-]?\d{1,3}(?:(?:,\d{3})+(?:\.\d*)?|(?:\.\d{3})+,\d*|(?:\.\d{3}){2,}|(?:[ \u00A0\u202F']\d{3})+(?:[.,]\d*)?)$/;

/** A decimal, exactly. Fractions are left out: in a spreadsheet 1/2 may be a day. */
function readCell(cell: string, decimalMark: '.' | ','): Result<Rational, CellProblem> {
  const text = cell.trim().replace(MINUS_SIGNS, '-');
  if (text === '') return fail({ kind: 'missing' });
  const plain = decimalMark === ',' ? text.replace(',', '.') : text;
  const hasOtherMark = decimalMark === ',' && text.includes('.');
  if (!hasOtherMark && text.length <= MOST_DIGITS && DECIMAL.test(plain)) {
    const number = parseExactNumber(plain.replace(/\.(?=[eE]|$)/, ''));
    // What is beyond doubles can't be trained on.
    if (number.ok && Number.isFinite(toNumber(number.value))) return number;
  }
  return fail({ kind: GROUPED.test(text) ? 'groupedDigits' : 'notANumber', text: shortened(text) });
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_DIGITS ? `${line.slice(0, MOST_DIGITS)}…` : line;
}

/** Are there decimals with a comma, and none with a point? */
function usesComma(records: readonly TextRecord[]): boolean {
  const cells = records.flatMap(({ cells: all }) => all.map((cell) => cell.trim()));
  return (
    cells.some((cell) => /^\S?\d*,\d+(?:[eE]\S+)?$/.test(cell)) && !cells.some((cell) => /^\S?\d*\.\d+$/.test(cell))
  );
}

/** The number of cells that most rows have. */
function commonWidth(records: readonly TextRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let common = 0;
  for (const [width, count] of counts) if (count > (counts.get(common) ?? 0)) common = width;
  return common;
}
