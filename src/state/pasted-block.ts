/**
 * A block of cells out of a text: what a spreadsheet copies, a file of values, or a matrix as programs print it. Only the
 * cells are found here, as text; what they mean is asked where they are put. Never throws.
 *
 *   1 ⇥ 0,5          1;0,5          1,0.5          [[0.83,-1.27], [1, 2]]          [1 2; 3 4]
 */
import { delimiterOf, recordsOf } from '../train/delimited.ts';

/** Rows of cells, trimmed. No row is empty; rows may differ in length. */
export type PastedBlock = readonly (readonly string[])[];

/** A longer text is no block of weights. */
export const MAX_BLOCK = { characters: 20_000, rows: 200 } as const;

/** Null: the text has no cells, or is too long to be looked into. */
export function parseBlock(text: string): PastedBlock | null {
  if (text.length > MAX_BLOCK.characters) return null;
  const clean = text.replace(/^\uFEFF/, '');
  const rows = /[[{]/.test(clean) ? bracketRows(clean) : plainRows(clean);
  if (rows.length === 0) return null;
  return usesComma(rows) ? rows.map((row) => row.map((cell) => cell.replace(',', '.'))) : rows;
}

/** As it would stand between thousands: 1,125. */
const GROUPED = /^\D?[1-9]\d{0,2},\d{3}(?!\d)/;

/** One comma that can be none but the decimal one leaves the others no second reading. */
function usesComma(rows: PastedBlock): boolean {
  const cells = rows.flat();
  return cells.some((cell) => cell.includes(',') && !GROUPED.test(cell)) && !cells.some((cell) => cell.includes('.'));
}

/** What is between two innermost brackets is a row, whatever stands around: `tensor([[…], […]], requires_grad=True)`. */
function bracketRows(text: string): PastedBlock {
  const groups = [...text.matchAll(/[[{]([^[\]{}]*)[\]}]/g)].map(([, inside = '']) => inside);
  // One pair of brackets around all of it: semicolons part rows, as in `[1 2; 3 4]`.
  const isOne = groups.length === 1 && !/[[{]\s*[[{]/.test(text);
  const rows = (isOne ? (groups[0] ?? '').split(';') : groups).map(cellsIn);
  return rows.filter((row) => row.length > 0);
}

/** Semicolons part cells before commas do, and commas before spaces. */
function cellsIn(text: string): string[] {
  const closed = text.replace(/\s*\/\s*/g, '/').trim();
  if (closed === '') return [];
  const mark = [';', ','].find((each) => closed.includes(each));
  const cells = mark === undefined ? closed.split(/\s+/) : closed.split(mark);
  // A comma behind the last one ends the row.
  if (mark !== undefined && cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((cell) => cell.trim());
}

function plainRows(text: string): PastedBlock {
  const closed = text.replace(/ *\/ */g, '/');
  if (!/[\t;,]/.test(closed)) {
    const lines = closed.split(/[\r\n]+/).map((line) => line.trim());
    return lines.filter((line) => line !== '').map((line) => line.split(/\s+/));
  }
  const { records } = recordsOf(closed, delimiterOf(closed), MAX_BLOCK.rows);
  return records.map(({ cells }) => cells.map((cell) => cell.trim()));
}
