/**
 * The part `fit` of a link (`docs/link-format.md`): what is trained, how, and up to which step. Every weight follows from
 * it, bit for bit.
 *
 *   data:v;hidden:4;f:relu;by:sgd;rate:0.05;batch:all;seed:52;step:500
 */
import { isActivationKind } from '../../activation/activation.ts';
import { LIMITS, NAME_PATTERN } from '../../model/network.ts';
import { fail, ok, type Result } from '../../number/result.ts';
import { toNumber, toShortText, type Rational } from '../../number/rational.ts';
import { MAX_FIGURE } from '../../state/codec.ts';
import { DATA_NAMES, type DataName } from '../../train/data-sets.ts';
import { parseExactNumber } from '../../train/exact-number.ts';
import { MAX_SEED } from '../../train/generator.ts';
import { OPTIMIZERS, type Optimizer } from '../../train/optimizer.ts';
import { TABLE_LIMITS } from '../../train/table.ts';
import type { FitLinkError } from '#words/chapter/fit-link-words.ts';
import { MOST_POINTS, dataOf, pointsOf, tableOf, type FitData } from './fit-data.ts';
import { MOST_STEPS } from './fit-store.ts';
import type { FitSetup } from './fit-setup.ts';

export interface LinkedFit {
  readonly setup: FitSetup;
  readonly step: number;
}

/** Null: the data are too many for a link. */
export function encodeFit({ setup, step }: LinkedFit): string | null {
  const { data, hidden, activation, optimizer, rate, batch, seed, start } = setup;
  const items = [
    ...dataItems(data),
    `hidden:${hidden.join(',')}`,
    `f:${activation}`,
    `by:${optimizer}`,
    `rate:${rate}`,
    `batch:${batch ?? 'all'}`,
    `seed:${seed}`,
    ...(start ? [`start:${start.join(',')}`] : []),
    `step:${step}`,
  ];
  const text = items.join(';');
  return text.length <= MAX_FIGURE ? text : null;
}

function dataItems({ name, inputs, rows, scalings }: FitData): string[] {
  if (name !== 'points' && name !== 'table') return [`data:${name}`];
  const values = rows.map((row) => row.map(toShortText).join(',')).join('~');
  return name === 'points'
    ? [`points:${values}`]
    : [`table:${values}`, `in:${inputs.map(encodeURIComponent).join(',')}`, `scaled:${scalings ? 1 : 0}`];
}

class Broken {
  constructor(readonly error: FitLinkError) {}
}

/** One bad item fails the whole. Items may stand in any order. */
export function decodeFit(text: string): Result<LinkedFit, FitLinkError> {
  try {
    return ok(read(itemsOf(unescaped(text))));
  } catch (thrown) {
    if (thrown instanceof Broken) return fail(thrown.error);
    throw thrown;
  }
}

/** Other programs may have escaped characters of the link on its way. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const ITEMS = new Set('data,points,table,in,scaled,hidden,f,by,rate,batch,seed,start,step'.split(','));

type Items = ReadonlyMap<string, string>;

function itemsOf(text: string): Items {
  const items = new Map<string, string>();
  for (const piece of text.split(';')) {
    const [item = '', value = '', ...more] = piece.split(':');
    if (!ITEMS.has(item)) broken(item, 'unknown', piece);
    if (items.has(item)) broken(item, 'repeated', value);
    if (more.length > 0) broken(item, 'value', [value, ...more].join(':'));
    items.set(item, value);
  }
  return items;
}

function read(items: Items): LinkedFit {
  const data = readData(items);
  const hidden = wanted(items, 'hidden')
    .split(',')
    .map((text) => wholeNumber('hidden', text, 1, LIMITS.nodesPerLayer.max));
  if (hidden.length > LIMITS.hiddenLayers.max) broken('hidden', 'value', wanted(items, 'hidden'));
  const activation = wanted(items, 'f');
  if (!isActivationKind(activation) || activation === 'linear') broken('f', 'value', activation);
  const optimizer = wanted(items, 'by') as Optimizer;
  if (!OPTIMIZERS.includes(optimizer)) broken('by', 'value', optimizer);
  const rateText = wanted(items, 'rate');
  const rate = finite('rate', rateText);
  if (rate <= 0) broken('rate', 'value', rateText);
  const batch = wanted(items, 'batch');
  return {
    setup: {
      data,
      hidden,
      activation,
      optimizer,
      rate,
      batch: batch === 'all' ? null : wholeNumber('batch', batch, 1, TABLE_LIMITS.rows),
      seed: wholeNumber('seed', wanted(items, 'seed'), 0, MAX_SEED),
      start: readStart(items.get('start'), [data.inputs.length, ...hidden, 1]),
    },
    step: wholeNumber('step', wanted(items, 'step'), 0, MOST_STEPS),
  };
}

function readData(items: Items): FitData {
  const points = items.get('points');
  const table = items.get('table');
  if (points !== undefined) {
    const rows = readRows('points', points, 2, 2);
    return rows.length <= MOST_POINTS ? pointsOf(rows) : broken('points', 'range', points.slice(0, 20));
  }
  if (table === undefined) {
    const name = wanted(items, 'data') as DataName;
    return DATA_NAMES.includes(name) ? dataOf(name) : broken('data', 'value', name);
  }
  const rows = readRows('table', table, 2, TABLE_LIMITS.inputs + 1);
  const names = wanted(items, 'in').split(',');
  if (names.length !== (rows[0]?.length ?? 0) - 1) broken('in', 'range', wanted(items, 'in'));
  for (const [i, name] of names.entries()) {
    if (!NAME_PATTERN.test(name) || names.indexOf(name) !== i) broken('in', 'value', name);
  }
  return tableOf(names, rows, wholeNumber('scaled', wanted(items, 'scaled'), 0, 1) === 1);
}

function readRows(item: string, text: string, least: number, most: number): Rational[][] {
  const rows = text.split('~').map((row) => row.split(',').map((value) => exact(item, value)));
  const width = rows[0]?.length ?? 0;
  const odd = rows.find((row) => row.length !== width || width < least || width > most);
  if (odd || rows.length > TABLE_LIMITS.rows) broken(item, 'range', (odd ?? []).map(toShortText).join(','));
  return rows;
}

/** So many numbers as a network of these widths has. */
function readStart(text: string | undefined, widths: readonly number[]): number[] | null {
  if (text === undefined) return null;
  const numbers = text.split(',').map((value) => finite('start', value));
  const count = widths.slice(1).reduce((sum, nodes, l) => sum + nodes * ((widths[l] ?? 0) + 1), 0);
  return numbers.length === count ? numbers : broken('start', 'range', text.slice(0, 20));
}

function exact(item: string, text: string): Rational {
  const number = parseExactNumber(text);
  if (!number.ok || !Number.isFinite(toNumber(number.value))) return broken(item, 'value', text);
  return number.value;
}

/** A double as it prints itself. */
function finite(item: string, text: string): number {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : broken(item, 'value', text);
}

function wholeNumber(item: string, text: string, min: number, max: number): number {
  return /^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max
    ? Number(text)
    : broken(item, 'value', text);
}

function wanted(items: Items, item: string): string {
  return items.get(item) ?? broken(item, 'missing', '');
}

function broken(item: string, kind: FitLinkError['kind'], text: string): never {
  throw new Broken({ item, kind, text });
}
