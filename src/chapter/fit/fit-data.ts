/** What is fitted: a set with a name, points of the reader's own, or columns of their table. Plain data. */
import { memoize } from '../../facts/memoize.ts';
import { LIMITS, NAME_CHARACTERS, NAME_PATTERN } from '../../model/network.ts';
import type { Rational } from '../../number/rational.ts';
import { namedData, type DataName } from '../../train/data-sets.ts';
import { scaledRows, scalingsOf, type Scaling } from '../../train/scaling.ts';

/** Rows x1, ..., y. */
export type Rows = readonly (readonly Rational[])[];

export interface FitData {
  readonly name: DataName | 'points' | 'table';
  /** Names as a network has them. */
  readonly inputs: readonly string[];
  /** As they are given. There is at least one. */
  readonly rows: Rows;
  /** How the columns are brought to the range from -1 to 1 for the training, y last; null: they are not. */
  readonly scalings: readonly Scaling[] | null;
}

const NUMBERS = ['1', '2', '3', '4', '5', '6'];

/** A set by its name; its inputs are numbered. */
export function dataOf(name: DataName): FitData {
  const { inputs, rows } = namedData(name);
  return { name, inputs: NUMBERS.slice(0, inputs.length), rows, scalings: null };
}

/** So many can be set by hand. */
export const MOST_POINTS = 100;

/** Points of one input. */
export function pointsOf(rows: Rows): FitData {
  return { name: 'points', inputs: NUMBERS.slice(0, 1), rows, scalings: null };
}

/** Columns of a table, under names of their own where a network can bear them. */
export function tableOf(columns: readonly (string | null)[], rows: Rows, isScaled: boolean): FitData {
  return { name: 'table', inputs: inputNames(columns), rows, scalings: isScaled ? scalingsOf(rows) : null };
}

const NO_NAME_CHARACTERS = new RegExp(`[^${NAME_CHARACTERS}]+`, 'gu');

/** `price (€)` is `price`; one that has no letter, or is there already, is a number. */
function inputNames(columns: readonly (string | null)[]): string[] {
  const names: string[] = [];
  columns.forEach((column, i) => {
    const words = (column ?? '').replace(NO_NAME_CHARACTERS, ' ').trim();
    const name = words.slice(0, LIMITS.nameLength).trim();
    names.push(NAME_PATTERN.test(name) && !names.includes(name) && !/^\d$/.test(name) ? name : String(i + 1));
  });
  return names;
}

const scaledOf = memoize(({ rows, scalings }: FitData): Rows => (scalings ? scaledRows(rows, scalings) : rows));

/** The rows as they are trained on. */
export function trainedRows(data: FitData): Rows {
  return data.scalings ? scaledOf(data) : data.rows;
}

/** More dots than these are a blur, and take longer than a frame. */
export const MOST_DRAWN = 400;

/** The rows that are drawn: all, or so many of them at even distances. */
export const drawnRows = memoize(({ rows }: FitData): Rows => {
  if (rows.length <= MOST_DRAWN) return rows;
  return Array.from({ length: MOST_DRAWN }, (_, i) => rows[Math.floor((i * rows.length) / MOST_DRAWN)] ?? []);
});
