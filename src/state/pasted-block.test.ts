import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents, typableRationals } from '../../tests/arbitrary-document.ts';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { rational, toShortText, type Rational } from '../number/rational.ts';
import { parseTypedNumber } from '../number/typed-number.ts';
import { MAX_BLOCK, parseBlock } from './pasted-block.ts';
import { placeBlock } from './place-block.ts';
import { applyEdit } from './edit.ts';
import { equalNetwork } from './document.ts';

const matrix = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 8 })).chain(([rows, columns]) =>
  fc.array(fc.array(typableRationals, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);
const join = (rows: readonly (readonly Rational[])[], cell: string, row: string, decimal = '.') =>
  rows.map((each) => each.map((value) => toShortText(value).replace('.', decimal)).join(cell)).join(row);
const nested = (rows: readonly (readonly Rational[])[], cell = ', ') => `[[${join(rows, cell, '],\n [')}]]`;

/** How people have a matrix. */
const FORMS: Readonly<Record<string, (rows: readonly (readonly Rational[])[]) => string>> = {
  'a spreadsheet': (rows) => `${join(rows, '\t', '\r\n')}\r\n`,
  'a spreadsheet with decimal commas': (rows) => join(rows, '\t', '\n', ','),
  semicolons: (rows) => join(rows, ';', '\n', ','),
  CSV: (rows) => join(rows, ',', '\n'),
  'spaces between': (rows) => join(rows, '  ', '\n'),
  'a list of lists': nested,
  NumPy: (rows) => nested(rows, '  ').replaceAll(',', ''),
  'an array': (rows) => `array(${nested(rows)})`,
  PyTorch: (rows) => `tensor(${nested(rows)}, requires_grad=True)`,
  Mathematica: (rows) => nested(rows).replaceAll('[', '{').replaceAll(']', '}'),
  MATLAB: (rows) => `[${join(rows, ' ', '; ')}]`,
  'brackets and semicolons': (rows) => `[[${join(rows, '; ', '], [', ',')}]]`,
};

/** With decimal commas: is every one of them before three digits, as in 1,125? */
function isUnclear(rows: readonly (readonly Rational[])[]): boolean {
  const cells = rows.flat().map((value) => toShortText(value).replace('.', ','));
  return cells.every((cell) => !cell.includes(',') || /^-?[1-9]\d{0,2},\d{3}$/.test(cell));
}

describe('a pasted block', () => {
  it.each(Object.entries(FORMS))('%s has the numbers that it is made of', (name, write) => {
    fc.assert(
      fc.property(matrix, (rows) => {
        // Where each comma could part thousands, it is asked about.
        fc.pre(!write(rows).includes(',') || write([[rational(1, 2)]]).includes('.') || !isUnclear(rows));
        const read = parseBlock(write(rows))?.map((row) => row.map((cell) => parseTypedNumber(cell)));
        expect(read, name).toEqual(rows.map((row) => row.map((value) => ({ ok: true, value }))));
      }),
      { numRuns: 40 },
    );
  });

  it('is null or has cells in every row, whatever the text, and no more than are read', () => {
    const soup = fc.array(
      fc.constantFrom('[', ']', '{', ',', ';', '\t', '\n', ' ', '1', '-0.5', '1/2', '"', 'x', 'tensor('),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          soup.map((parts) => parts.join('')),
        ),
        (text) => {
          const block = parseBlock(text);
          if (block === null) return;
          expect(block.length).toBeGreaterThan(0);
          expect(block.every((row) => row.length > 0)).toBe(true);
        },
      ),
    );
    expect(parseBlock('1\t'.repeat(MAX_BLOCK.characters))).toBeNull();
  });
});

describe('a block in a layer', () => {
  const network = documents({ numbers: smallRationals, maxNodes: 4, maxHiddenLayers: 2 });

  it('that holds a whole layer makes the layer, and changes nothing else', () => {
    fc.assert(
      fc.property(network, network, fc.nat(), fc.boolean(), (document, other, where, withNames) => {
        const layer = where % document.network.layers.length;
        const nodes = document.network.layers[layer] ?? [];
        const source = other.network.layers[0] ?? [];
        const wanted = nodes.map((node, j) => ({
          weights: node.weights.map((_, i) => source[j % source.length]?.weights[i % source.length] ?? node.bias),
          bias: source[j % source.length]?.bias ?? node.bias,
          activation: node.activation.kind === 'leakyRelu' ? node.activation : { kind: 'relu' as const },
        }));
        const names = withNames ? `\t${wanted[0]?.weights.map((_, i) => `w${i}`).join('\t')}\tbias\tf\n` : '';
        const text = wanted.map(({ weights, bias, activation }, j) =>
          [...(withNames ? [`node ${j + 1}`] : []), ...[...weights, bias].map(toShortText), activation.kind].join('\t'),
        );
        const block = parseBlock(names + text.join('\n'));
        const placed = block && placeBlock(document.network, { layer, node: 0, column: 0 }, block);
        if (!placed?.ok) throw new Error(JSON.stringify(placed));
        const after = applyEdit(document, placed.value.edit);
        const layers = document.network.layers.map((each, l) => (l === layer ? wanted : each));
        expect(equalNetwork(after.network, { ...document.network, layers })).toBe(true);
        expect(after.network.layers.every((each, l) => l === layer || each === document.network.layers[l])).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused whole: by its size, by rows of other lengths, and cell by cell', () => {
    const one = { weights: [1, 2].map((n) => ({ n: BigInt(n), d: 1n })), bias: { n: 0n, d: 1n } };
    const node = { ...one, activation: { kind: 'relu' as const } };
    const two = {
      inputs: ['A', 'B'],
      layers: [[node, node, node], [{ ...node, weights: [...one.weights, one.bias] }]],
    };
    const place = (text: string, column = 0, at = 0) =>
      placeBlock(two, { layer: 0, node: at, column }, parseBlock(text) ?? []);
    expect(place('1 2 3\n4 5 6', 0, 2)).toMatchObject({
      error: { kind: 'size', found: { rows: 2, columns: 3 }, room: { rows: 1, columns: 4 }, turned: false },
    });
    expect(place('1 2\n3 4\n5 6\n7 8')).toMatchObject({ error: { kind: 'size', turned: true } });
    expect(place('1 2\n3')).toMatchObject({ error: { kind: 'ragged', row: 2, found: 1, expected: 2 } });
    expect(place('A\tB\n1\tx\n1/0\t4')).toMatchObject({
      error: {
        kind: 'cells',
        problems: [
          { row: 2, column: 2, error: { error: { kind: 'notANumber' } } },
          { row: 3, column: 1, error: { error: { kind: 'zeroDenominator' } } },
        ],
      },
    });
    expect(place('1 step', 2)).toMatchObject({ error: { problems: [{ column: 2, error: { kind: 'activation' } }] } });
  });
});
