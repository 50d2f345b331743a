/**
 * Text of a spreadsheet as records of cells (RFC 4180, with tab, semicolon or comma between cells). A cell in double
 * quotes may hold any of these, line ends too, and two double quotes in it are one. Never throws.
 */

export type Delimiter = '\t' | ';' | ',';

export interface TextRecord {
  /** The line that it starts on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote that is opened and never closed; then the record is what is left of its line. */
  readonly isOpen: boolean;
}

/** The records that are not blank, at most `most` of them, and whether there are more. */
export function recordsOf(
  text: string,
  delimiter: Delimiter,
  most: number,
): { readonly records: readonly TextRecord[]; readonly hasMore: boolean } {
  const records: TextRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length;) {
    const { record, end, lines } = readRecord(text, at, line, delimiter);
    if (record.cells.some((cell) => cell.trim() !== '') || record.isOpen) {
      if (records.length === most) return { records, hasMore: true };
      records.push(record);
    }
    at = end;
    line += lines;
  }
  return { records, hasMore: false };
}

/** The one that most lines agree on, of those that the text has; a tab first, then a semicolon. */
export function delimiterOf(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE);
  const found = ([...DELIMITERS] as Delimiter[]).filter((delimiter) => sample.includes(delimiter));
  const agreeing = found.find((delimiter) => {
    const { records } = recordsOf(sample, delimiter, 20);
    // The sample may end within its last record.
    const widths = records.slice(0, Math.max(1, records.length - 1)).map(({ cells }) => cells.length);
    const width = widths[0] ?? 0;
    return width > 1 && 2 * widths.filter((each) => each === width).length > widths.length;
  });
  return agreeing ?? found[0] ?? ',';
}

const DELIMITERS = ['\t', ';', ','] as const;
const SAMPLE = 4000;

interface Read {
  readonly record: TextRecord;
  /** Where the next record starts, and how many lines further down. */
  readonly end: number;
  readonly lines: number;
}

function readRecord(text: string, start: number, line: number, delimiter: Delimiter): Read {
  const cells: string[] = [];
  let lines = 0;
  for (let at = start; ;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, delimiter);
    if (!cell) return readOpen(text, start, line);
    cells.push(cell.value);
    lines += cell.lines;
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (at >= text.length) return { record: { line, cells, isOpen: false }, end: at, lines };
    const width = lineEndAt(text, at);
    // What follows a closing quote up to the next delimiter belongs to its cell.
    if (width > 0) return { record: { line, cells, isOpen: false }, end: at + width, lines: lines + 1 };
    const rest = readPlain(text, at, delimiter);
    cells.push((cells.pop() ?? '') + rest.value);
    at = rest.end;
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    const last = lineEndAt(text, at);
    return { record: { line, cells, isOpen: false }, end: at + last, lines: lines + Number(last > 0) };
  }
}

/** What is left of the line. */
function readOpen(text: string, start: number, line: number): Read {
  let end = start;
  while (end < text.length && lineEndAt(text, end) === 0) end++;
  const width = lineEndAt(text, end);
  return {
    record: { line, cells: [text.slice(start, end)], isOpen: true },
    end: end + width,
    lines: Number(width > 0),
  };
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

function readPlain(text: string, start: number, delimiter: Delimiter): Cell {
  let end = start;
  while (end < text.length && text[end] !== delimiter && lineEndAt(text, end) === 0) end++;
  return { value: text.slice(start, end), end, lines: 0 };
}

/** Null when the quote is never closed. */
function readQuoted(text: string, start: number): Cell | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1, lines: value.match(/\r\n|\r|\n/g)?.length ?? 0 };
    value += '"';
    from = quote + 2;
  }
}

/** The length of the line end at a place: 2 for CR LF, 1 for either alone, 0 where there is none. */
function lineEndAt(text: string, at: number): number {
  if (text[at] === '\n') return 1;
  if (text[at] !== '\r') return 0;
  return text[at + 1] === '\n' ? 2 : 1;
}
