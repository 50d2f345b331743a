/** A table of the reader's own: read as d3-dsv reads it, and never a crash, whatever is pasted. */
import { dsvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal, rational, toDecimalText, type Rational } from '../src/number/rational.ts';
import { generatorsOf, nextBelow } from '../src/train/generator.ts';
import { recordsOf, type Delimiter } from '../src/train/delimited.ts';
import { TABLE_LIMITS, chosenRows, parseTable, type Table } from '../src/train/table.ts';
import { keptOutText, tableErrorText } from '#words/table-words.ts';

const delimiters = fc.constantFrom<Delimiter>('\t', ';', ',');

/** The cells of a text, by an independent reader; blank lines are not there. */
function byD3(text: string, delimiter: Delimiter): string[][] {
  return dsvFormat(delimiter)
    .parseRows(text)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

function read(text: string): Table {
  const table = parseTable(text);
  if (!table.ok) throw new Error(tableErrorText(table.error));
  return table.value;
}

const cellTexts = fc.string({
  unit: fc.constantFrom('a', '1', '.', ',', ';', '\t', '"', '\n', '\r', ' ', 'é', '“'),
  maxLength: 6,
});

describe('cells', () => {
  it('are those of d3-dsv, quotes, delimiters and line ends in them included', () => {
    const cells = fc.array(fc.array(cellTexts, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        cells,
        delimiters,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (rows, delimiter, end, closed) => {
          const quoted = (cell: string) =>
            /["\n\r\t;,]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell;
          const text = rows.map((row) => row.map(quoted).join(delimiter)).join(end) + (closed ? end : '');
          const { records } = recordsOf(text, delimiter, 100);
          expect(records.map((record) => record.cells)).toEqual(byD3(text, delimiter));
          expect(records.map((record) => record.cells)).toEqual(
            rows.filter((row) => row.some((cell) => cell.trim() !== '')),
          );
        },
      ),
      { numRuns: 800 },
    );
  });

  it('stand on the lines that a text editor counts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1,2', '', '"a\nb",3', '"x\r\ny",4', ' '), { maxLength: 12 }), (lines) => {
        let line = 1;
        const expected: number[] = [];
        for (const text of lines) {
          if (text.trim() !== '') expected.push(line);
          line += text.split('\n').length;
        }
        expect(recordsOf(lines.join('\n'), ',', 100).records.map((record) => record.line)).toEqual(expected);
      }),
    );
  });
});

const decimals = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([n, places]): Rational => rational(n, 10 ** places));

describe('a table of numbers', () => {
  it('comes back exactly, with any delimiter, decimal mark, line of names and order of columns', () => {
    const rows = fc
      .integer({ min: 2, max: 7 })
      .chain((width) =>
        fc.array(fc.array(decimals, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
      );
    fc.assert(
      fc.property(rows, delimiters, fc.boolean(), fc.boolean(), (given, delimiter, comma, named) => {
        const mark = comma && delimiter !== ',' ? ',' : '.';
        const write = (value: Rational) => (toDecimalText(value) ?? '').replace('.', mark);
        const names = (given[0] ?? []).map((_, c) => `column ${c + 1}`);
        const lines = given.map((row) => row.map(write).join(delimiter));
        const text = `\uFEFF${[...(named ? [names.join(delimiter)] : []), ...lines].join('\r\n')}\r\n`;
        const table = read(text);
        expect(table.names).toEqual(named ? names : names.map(() => null));
        const columns = names.map((_, c) => c).reverse();
        const { rows: found, keptOut } = chosenRows(table, columns.slice(0, -1), 0);
        expect(keptOut).toEqual([]);
        expect(found).toEqual(given.map((row) => [...row].reverse()));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps out what it can’t read, by line and with its reason', () => {
    const text = ['x;y;note', '0,5;1;a', ';2;b', '1,5;n/a;c', '1.234,5;2;d', '3;4;e;f', '"5;6;g', '', '7;8'].join('\n');
    const table = read(text);
    expect(table).toMatchObject({ delimiter: ';', decimalMark: ',', names: ['x', 'y', 'note'] });
    const { rows, keptOut } = chosenRows(table, [0], 1);
    expect(rows).toEqual([
      [rational(1, 2), rational(1)],
      [rational(7), rational(8)],
    ]);
    expect(keptOut.map((row) => keptOutText(row, table.names))).toEqual([
      'Line 3 is left out: there is nothing in column x.',
      'Line 4 is left out: “n/a” in column y is not a number.',
      'Line 5 is left out: “1.234,5” in column x can be read in two ways; write it without marks between thousands.',
      'Line 6 is left out: it has 4 cells, and the table has 3 columns.',
      'Line 7 is left out: a quotation mark is opened in it and never closed.',
    ]);
  });

  it('has so many rows at most, and says that there are more', () => {
    const line = (_: unknown, i: number) => `${i}\t${2 * i}`;
    for (const [count, head] of [
      [TABLE_LIMITS.rows, ''],
      [TABLE_LIMITS.rows, 'a\tb\n'],
      [TABLE_LIMITS.rows + 1, ''],
      [TABLE_LIMITS.rows + 1, 'a\tb\n'],
    ] as const) {
      const table = read(head + Array.from({ length: count }, line).join('\n'));
      expect(table.records.length).toBe(TABLE_LIMITS.rows);
      expect(table.hasMore).toBe(count > TABLE_LIMITS.rows);
    }
  });

  it('reads numbers as spreadsheets write them', () => {
    const table = read('a\tb\n−1\t+2.50\n 3.\t.5 \n1e-3\t2E+2');
    const { rows } = chosenRows(table, [0], 1);
    const expected = [
      [rational(-1), rational(5, 2)],
      [rational(3), rational(1, 2)],
      [rational(1, 1000), rational(200)],
    ];
    expect(rows.every((row, r) => row.every((value, c) => equal(value, expected[r]?.[c] as Rational)))).toBe(true);
    const odd = read('a\tb\n1/2\t1\n0x1\t1\nInfinity\t1\n1e999\t1\n1,234.5\t1');
    expect(chosenRows(odd, [0], 1).keptOut.map(({ problem }) => problem.kind)).toEqual([
      'notANumber',
      'notANumber',
      'notANumber',
      'notANumber',
      'groupedDigits',
    ]);
  });
});

const CELLS = ['1', '2.5', '-3,5', '1e9', '1.000,5', 'x', '€', ' ', '\u0000', '\uFEFF', '\uD800', '\u2028', "'"];
const MARKS = [',', ',', ';', ';', '\t', '\t', '"', '"', '""', '\n', '\n', '\r\n', '\r'];
const PIECES = [...CELLS, ...MARKS];

/** Up to 40 pieces; from every other seed with some random units between them. */
function hostileText(seed: number): string {
  const { order } = generatorsOf(seed);
  let text = '';
  for (let left = nextBelow(order, 41); left > 0; left--) {
    const isWild = seed % 2 === 1 && nextBelow(order, 5) === 0;
    text += isWild ? String.fromCharCode(nextBelow(order, 2 ** 16)) : PIECES[nextBelow(order, PIECES.length)];
  }
  return text;
}

describe('hostile tables', () => {
  it('are read or refused in a sentence; every row is there or kept out', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.nat(3), fc.nat(3), (seed, input, output) => {
        const text = hostileText(seed);
        const table = parseTable(text);
        if (!table.ok) {
          expect(tableErrorText(table.error)).toMatch(/^[A-Z][^\n]*\.$/);
          return;
        }
        const { records, names } = table.value;
        const { rows, keptOut } = chosenRows(table.value, [input], output);
        expect(rows.length + keptOut.length).toBe(records.length);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const row of keptOut) {
          expect(row.line >= 1 && row.line <= lines).toBe(true);
          expect(keptOutText(row, names)).toMatch(/^Line \d+ is left out: [^\n]+\.$/);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('are refused for what they are', () => {
    const kinds = ['', ' \n\t\n', '1\n2\n3', 'a,b', ','.repeat(200), 'x'.repeat(5_000_001)].map((text) => {
      const table = parseTable(text);
      return table.ok ? 'read' : table.error.kind;
    });
    expect(kinds).toEqual(['empty', 'empty', 'oneColumn', 'onlyNames', 'empty', 'tooLarge']);
  });
});
