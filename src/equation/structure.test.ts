import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents, typableRationals } from '../../tests/arbitrary-document.ts';
import { PIECEWISE, smallRationals } from '../../tests/arbitrary-network.ts';
import { ALL } from '../algebra/domain.ts';
import { rational } from '../number/rational.ts';
import { parameterKey, parametersOf } from '../model/network.ts';
import { analyseNow } from '../facts/analysis.ts';
import type { Document } from '../state/document.ts';
import { Cell, Computed } from '../live/signal.ts';
import { knowledgeOf, type Knowledge } from '../live/knowledge.ts';
import { createCreaseStore } from '../state/store.ts';
import { entriesOf, matrixRows, type MatrixRow } from './matrix.ts';
import { entryTex, sameRow } from './matrix-structure.ts';
import { plainKind, plainText } from './plain-piece.ts';
import { selectRows } from './rows.ts';
import { sameStructure } from './structure.ts';
import { texAt, type Written } from './written.ts';
import { writtenPiece } from './written-piece.ts';

/** Each form of a number and each sign: 0, 1 and −1 too, fractions, and what is rounded because it is long. */
const numbers = fc.oneof(
  { weight: 3, arbitrary: smallRationals },
  { weight: 2, arbitrary: fc.integer({ min: -99999, max: 99999 }).map((n) => rational(n, 100)) },
  { weight: 1, arbitrary: typableRationals },
);

interface Line<T> {
  readonly value: T;
  readonly same: (before: T, after: T) => boolean;
  readonly texts: (value: T) => readonly string[];
  /** What else is drawn of each: the term and the node that it belongs to, the control on it, where it may break. */
  readonly marks: (value: T) => readonly unknown[];
  readonly textAt: (value: T, index: number) => string | undefined;
}

/** By name: what is drawn line by line. A line keeps its elements for as long as its name is there. */
type Lines<T> = ReadonlyMap<string, Line<T>>;

const writtenLine = (value: Written): Line<Written> => ({
  value,
  same: sameStructure,
  texts: ({ segments }) => segments.map(({ tex }) => tex),
  marks: ({ segments }) =>
    segments.map(({ role, term, via, parameter, breakBefore }) => [role, term, via, parameter, breakBefore]),
  textAt: texAt,
});

const matrixLine = (value: MatrixRow): Line<MatrixRow> => ({
  value,
  same: sameRow,
  texts: (row) => entriesOf(row).map(({ tex }) => tex),
  marks: (row) => entriesOf(row).map(({ via, parameter }) => [via, parameter]),
  textAt: entryTex,
});

const VIEWS = {
  lines: {
    // Names that leave little room: a longer number makes the line break elsewhere.
    drawn: documents({ numbers, maxNodes: 2, maxHiddenLayers: 2 }).map(({ network, x }): Document => ({
      network: { ...network, inputs: network.inputs.map((_, i) => `temperature${i}`) },
      x,
    })),
    read: (known: Knowledge): Lines<Written> =>
      new Map(selectRows(known).map((row) => [`${row.number}`, writtenLine(row)])),
  },
  pieces: {
    drawn: documents({ kinds: PIECEWISE, numbers, maxNodes: 2, maxHiddenLayers: 2 }),
    read: (known: Knowledge): Lines<Written> => {
      const network = known.network;
      const pieces = analyseNow(network, ALL)?.pieces ?? [];
      return new Map(pieces.map((piece) => [piece.cells[0] ?? '', writtenLine(writtenPiece({ network, piece }))]));
    },
  },
  matrices: {
    drawn: documents({ numbers, maxNodes: 3, maxHiddenLayers: 3 }),
    read: (known: Knowledge): Lines<MatrixRow> =>
      new Map(matrixRows(known.network).map((value) => [`${value.number}`, matrixLine(value)])),
  },
};

/** Each text of a line, with what it belongs to. */
type Shown = readonly (readonly [text: string, mark: unknown])[];

const pairs = (texts: readonly string[], marks: readonly unknown[]): Shown => texts.map((text, i) => [text, marks[i]]);

/** A line as the page has it: drawn when its structure changes; whenever a number changes, its digits are written. */
function onScreen<T>(): (line: Line<T>) => Shown {
  let newest: Cell<Line<T>> | null = null;
  let kept: Computed<Line<T>> | null = null;
  let drawn: Line<T> | null = null;
  let written: readonly string[] = [];
  return (line) => {
    newest ??= new Cell(line);
    kept ??= new Computed(newest.get, (before, after) => line.same(before.value, after.value));
    newest.write(line);
    const structure = kept.get();
    const before = structure === drawn ? written : line.texts(line.value).map(plainText);
    drawn = structure;
    const texts = line.texts(structure.value);
    written = texts.map((_, i) => {
      const now = line.textAt(line.value, i);
      return now !== undefined && plainKind(now) !== null ? plainText(now) : (before[i] ?? '');
    });
    const seen = texts.map((tex, i) => seenOf(tex, written[i]));
    return pairs(seen, line.marks(structure.value));
  };
}

/** Of a plain piece, its kind and the text in it; of any other the TeX that it is drawn from. */
function seenOf(tex: string, text: string | undefined): string {
  const kind = plainKind(tex);
  return kind === null ? tex : `${kind} ${text}`;
}

/** One number that is dragged or typed: through some values, to the last one. */
const gestures = fc.array(fc.record({ choice: fc.nat(), values: fc.array(numbers, { minLength: 1, maxLength: 4 }) }), {
  minLength: 1,
  maxLength: 4,
});

/**
 * The law that lets a drag write numbers into a line without drawing it again: whatever was edited, the line as it was
 * drawn last, with what was written since, is what a fresh page draws.
 */
function expectLaw<T>(drawn: fc.Arbitrary<Document>, read: (known: Knowledge) => Lines<T>): { stayed: number } {
  const count = { stayed: 0 };
  fc.assert(
    fc.property(drawn, gestures, (document, list) => {
      const known = knowledgeOf(createCreaseStore({ document, step: 0 }));
      const { actions } = known;
      const screens = new Map<string, (line: Line<T>) => Shown>();
      const shown = new Map<string, Shown>();
      const look = () => {
        const lines = read(known);
        for (const name of screens.keys()) if (!lines.has(name)) screens.delete(name);
        shown.clear();
        for (const [name, line] of lines) {
          const screen = screens.get(name) ?? onScreen<T>();
          if (screens.has(name)) count.stayed++;
          screens.set(name, screen);
          shown.set(name, screen(line));
        }
      };
      look();
      for (const { choice, values } of list) {
        const parameters = parametersOf(document.network);
        const parameter = parameters[choice % parameters.length];
        if (!parameter) continue;
        actions.setActive(parameterKey(parameter));
        look();
        actions.begin();
        for (const value of values) {
          actions.edit({ kind: 'setParameter', parameter, value });
          look();
        }
        actions.commit();
        actions.setActive(null);
        look();
      }
      const fresh = createCreaseStore({ document: known.document, step: 0 });
      const expected = [...read(knowledgeOf(fresh))].map(([name, line]) => [
        name,
        pairs(
          line.texts(line.value).map((tex) => seenOf(tex, plainText(tex))),
          line.marks(line.value),
        ),
      ]);
      expect([...shown]).toEqual(expected);
    }),
    { numRuns: 200 },
  );
  return count;
}

describe('a line whose numbers are written as they change', () => {
  it.each([
    ['of the derivation', () => expectLaw(VIEWS.lines.drawn, VIEWS.lines.read)],
    ['of the list of pieces', () => expectLaw(VIEWS.pieces.drawn, VIEWS.pieces.read)],
    ['with matrices', () => expectLaw(VIEWS.matrices.drawn, VIEWS.matrices.read)],
  ])('is what a fresh page draws: %s', (_name, law) => {
    // Else it would have said nothing.
    expect(law().stayed).toBeGreaterThan(200);
  });
});
