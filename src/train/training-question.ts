/**
 * The training command's question, from JSON that keeps the text of its numbers (exact-json.ts). Past this line every
 * number is exact, every length is right, and the network to start from is there.
 */
import { ACTIVATION_KINDS, isActivationKind, type Activation } from '../activation/activation.ts';
import { mapNumbers, type Network } from '../model/network.ts';
import { ok } from '../number/result.ts';
import {
  checkCount,
  describe,
  isFields,
  numberProblem,
  parseList,
  wrong,
  type Fields,
  type Parsed,
} from '../algebra/json-field.ts';
import { DEFAULT_ALPHA, QUESTION_LIMITS, parseNetwork } from '../algebra/question.ts';
import { lcm } from '../algebra/integer-vector.ts';
import { sign, toNumber, type Rational } from '../number/rational.ts';
import { isWrittenNumber, withDoubles } from './exact-json.ts';
import { parseExactNumber } from './exact-number.ts';
import { MAX_SEED, generatorsOf } from './generator.ts';
import { initialNetwork } from './initial-network.ts';
import { parameterList } from './memory-layout.ts';
import { OPTIMIZERS, type Optimizer } from './optimizer.ts';
import type { Settings } from './trainer.ts';

export interface TrainQuestion {
  /** x1, ..., xn, y in each. */
  readonly rows: readonly (readonly Rational[])[];
  /** The start. */
  readonly network: Network<number>;
  readonly settings: Settings;
  readonly seed: number;
  readonly steps: number;
}

const TRAIN_LIMITS = { rows: 100_000, steps: 100_000_000 } as const;

const FIELDS = [
  'data',
  'hidden',
  'activation',
  'alpha',
  'network',
  'optimizer',
  'rate',
  'batch',
  'seed',
  'steps',
  'name',
  'note',
];

/** One question; `field` is where it stands in a larger file, for instance `[2]`. */
export function parseTrainQuestion(json: unknown, field = ''): Parsed<TrainQuestion> {
  if (!isFields(json) || isWrittenNumber(json)) return wrong(field, `a question is an object, not ${shown(json)}`);
  const inside = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const unknown = Object.keys(json).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined) return wrong(inside(unknown), `is no field of a question: ${FIELDS.join(', ')} are`);

  const rows = parseRows(json['data'], inside('data'));
  if (!rows.ok) return rows;
  const seed = parseCount(json['seed'] ?? { number: '1' }, inside('seed'), 0, MAX_SEED);
  if (!seed.ok) return seed;
  const network = parseStart(json, inside, (rows.value[0]?.length ?? 0) - 1, seed.value);
  if (!network.ok) return network;
  const optimizer = parseOptimizer(json['optimizer'] ?? 'sgd', inside('optimizer'));
  if (!optimizer.ok) return optimizer;
  const rate = parseRate(json['rate'], inside('rate'));
  if (!rate.ok) return rate;
  const batch = parseCount(json['batch'], inside('batch'), 1, TRAIN_LIMITS.rows);
  if (!batch.ok) return batch;
  const steps = parseCount(json['steps'], inside('steps'), 0, TRAIN_LIMITS.steps);
  if (!steps.ok) return steps;
  const settings = { optimizer: optimizer.value, rate: rate.value, batch: batch.value };
  return ok({ rows: rows.value, network: network.value, settings, seed: seed.value, steps: steps.value });
}

function parseRows(json: unknown, field: string): Parsed<Rational[][]> {
  const rows = parseItems(json, field, 'rows', parseRow);
  if (!rows.ok) return rows;
  const count = checkCount(rows.value.length, field, 1, TRAIN_LIMITS.rows, 'rows');
  if (!count.ok) return count;
  const width = rows.value[0]?.length ?? 0;
  const odd = rows.value.findIndex((row) => row.length !== width);
  if (odd === -1) {
    const column = Array.from({ length: width }, (_, c) => c).find((c) => !hasShortDenominator(rows.value, c));
    return column === undefined ? rows : wrong(field, tooManyDenominators(column));
  }
  return wrong(
    `${field}[${odd}]`,
    `should hold ${width} numbers like ${field}[0], but holds ${rows.value[odd]?.length ?? 0}`,
  );
}

/** The floor's numbers are some fourteen times as long. */
const LONGEST_DENOMINATOR = 10n ** 2000n;

function hasShortDenominator(rows: readonly (readonly Rational[])[], column: number): boolean {
  let common = 1n;
  for (const row of rows) {
    common = lcm(common, (row[column] as Rational).d);
    if (common > LONGEST_DENOMINATOR) return false;
  }
  return true;
}

function tooManyDenominators(column: number): string {
  return `the common denominator of the fractions in column ${column + 1} has more than 2000 digits: write decimals`;
}

function parseRow(json: unknown, field: string): Parsed<Rational[]> {
  const row = parseItems(json, field, 'numbers', parseNumber);
  if (!row.ok) return row;
  const count = checkCount(row.value.length, field, 2, QUESTION_LIMITS.inputs + 1, 'numbers, the inputs and then y');
  return count.ok ? row : count;
}

function parseNumber(json: unknown, field: string): Parsed<Rational> {
  const text = isWrittenNumber(json) ? json.number : json;
  if (typeof text !== 'string') return wrong(field, `should be a number, not ${shown(json)}`);
  const number = parseExactNumber(text);
  if (number.ok) return number;
  if (number.error.kind === 'exponent')
    return wrong(field, `${describe(text)} is too far from 1: e-1000 to e1000 will do`);
  return wrong(field, numberProblem(text, number.error));
}

/** The given network, or one of the given shape from the seed. */
function parseStart(
  json: Fields,
  inside: (name: string) => string,
  inputs: number,
  seed: number,
): Parsed<Network<number>> {
  if (json['network'] !== undefined) return parseGivenNetwork(json, inside, inputs);
  if (json['hidden'] === undefined)
    return wrong(inside('hidden'), 'is missing, and there is no "network" to start from');
  const hidden = parseHidden(json['hidden'], inside('hidden'));
  if (!hidden.ok) return hidden;
  const activation = parseActivation(json, inside);
  if (!activation.ok) return activation;
  const names = Array.from({ length: inputs }, (_, i) => `x${i + 1}`);
  return ok(initialNetwork(names, hidden.value, activation.value, generatorsOf(seed).weights));
}

function parseHidden(json: unknown, field: string): Parsed<number[]> {
  const hidden = parseItems(json, field, 'numbers of nodes', (item, at) =>
    parseCount(item, at, 1, QUESTION_LIMITS.neurons),
  );
  if (!hidden.ok) return hidden;
  const count = checkCount(hidden.value.length, field, 0, QUESTION_LIMITS.hiddenLayers, 'hidden layers');
  return count.ok ? hidden : count;
}

function parseActivation(json: Fields, inside: (name: string) => string): Parsed<Activation<number>> {
  const kind = json['activation'] ?? 'relu';
  if (typeof kind !== 'string' || !isActivationKind(kind)) {
    return wrong(inside('activation'), `${shown(kind)} is none of ${ACTIVATION_KINDS.join(', ')}`);
  }
  const alpha = json['alpha'];
  if (kind !== 'leakyRelu') {
    return alpha === undefined ? ok({ kind }) : wrong(inside('alpha'), `only leakyRelu has an alpha, ${kind} has none`);
  }
  const slope = alpha === undefined ? ok(DEFAULT_ALPHA) : parseNumber(alpha, inside('alpha'));
  return slope.ok ? ok({ kind, slope: toNumber(slope.value) }) : slope;
}

function parseGivenNetwork(json: Fields, inside: (name: string) => string, inputs: number): Parsed<Network<number>> {
  const field = inside('network');
  const network = parseNetwork(withDoubles(json['network']), field);
  if (!network.ok) return network;
  const found = network.value.inputs.length;
  if (found !== inputs) {
    const given = inputs === 1 ? 'one input' : `${inputs} inputs`;
    return wrong(`${field}.inputs`, `holds ${found} names, but the rows of the data have ${given} and y`);
  }
  const start = mapNumbers(network.value, toNumber);
  const numbers = parameterList(start);
  if (!numbers.every(Number.isFinite)) return wrong(field, 'has a number that is too large for a double');
  return agreeing(json, inside, start);
}

/** What is said beside a network of its hidden layers may be there, but not say anything else. */
function agreeing(json: Fields, inside: (name: string) => string, start: Network<number>): Parsed<Network<number>> {
  const layers = start.layers.slice(0, -1);
  if (json['hidden'] !== undefined) {
    const hidden = parseHidden(json['hidden'], inside('hidden'));
    if (!hidden.ok) return hidden;
    const widths = layers.map((layer) => layer.length);
    if (hidden.value.join() !== widths.join()) {
      return wrong(inside('hidden'), `is not what the network has, which is [${widths.join(', ')}]: leave it out`);
    }
  }
  if (json['activation'] === undefined && json['alpha'] === undefined) return ok(start);
  const activation = parseActivation(json, inside);
  if (!activation.ok) return activation;
  const other = layers.flat().find((node) => node.activation.kind !== activation.value.kind);
  if (other)
    return wrong(inside('activation'), `the network has ${other.activation.kind} in a hidden layer: leave it out`);
  return ok(start);
}

function parseOptimizer(json: unknown, field: string): Parsed<Optimizer> {
  const optimizer = OPTIMIZERS.find((name) => name === json);
  return optimizer ? ok(optimizer) : wrong(field, `${shown(json)} is none of ${OPTIMIZERS.join(', ')}`);
}

function parseRate(json: unknown, field: string): Parsed<number> {
  if (json === undefined) return wrong(field, 'is missing');
  const number = parseNumber(json, field);
  if (!number.ok) return number;
  const rate = toNumber(number.value);
  if (sign(number.value) <= 0) return wrong(field, `should be above 0, not ${shown(json)}`);
  return rate > 0 && rate < Infinity ? ok(rate) : wrong(field, `${shown(json)} is beyond the range of doubles`);
}

/** A whole number from `least` to `most`. */
function parseCount(json: unknown, field: string, least: number, most: number): Parsed<number> {
  if (json === undefined) return wrong(field, 'is missing');
  const number = parseNumber(json, field);
  if (!number.ok) return number;
  const { n, d } = number.value;
  if (d === 1n && n >= BigInt(least) && n <= BigInt(most)) return ok(Number(n));
  return wrong(field, `should be a whole number from ${least} to ${most}, not ${shown(json)}`);
}

function shown(json: unknown): string {
  if (!isWrittenNumber(json)) return describe(withDoubles(json));
  return json.number.length > MAX_SHOWN ? `${json.number.slice(0, MAX_SHOWN)}...` : json.number;
}

const MAX_SHOWN = 40;

/** As `parseList`, which knows nothing of written numbers. */
function parseItems<T>(
  json: unknown,
  field: string,
  what: string,
  parseItem: (item: unknown, field: string) => Parsed<T>,
): Parsed<T[]> {
  if (isWrittenNumber(json)) return wrong(field, `should be a list of ${what}, not ${shown(json)}`);
  return parseList(json, field, what, parseItem);
}
