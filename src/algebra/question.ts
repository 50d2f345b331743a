/**
 * The analysis command's question, from unknown JSON: `{"network": ..., "domain": ..., "points": ...}` or a bare network,
 * in the form that tests/vectors/README.md defines. Past this line every number is exact and every length is right.
 * Fields that are not known here (a name, a note, old answers) are left alone; a known one must be right.
 */
import { ACTIVATION_KINDS, isActivationKind, type Activation } from '../activation/activation.ts';
import type { Layer, Network, Node } from '../model/network.ts';
import { ok } from '../number/result.ts';
import { ALL, type Domain } from './domain.ts';
import {
  checkCount,
  describe,
  isFields,
  numberProblem,
  parseList,
  wrong,
  type Fields,
  type Parsed,
} from './json-field.ts';
import { parseNumberText } from '../number/number-text.ts';
import { compare, rational, type Rational } from '../number/rational.ts';

export interface Question {
  readonly network: Network<Rational>;
  readonly domain: Domain;
  /** Where to evaluate it: one entry per input each. */
  readonly points: readonly (readonly Rational[])[];
}

/** What the command takes; the page's own limits are narrower (model/network.ts). */
export const QUESTION_LIMITS = { inputs: 6, hiddenLayers: 4, neurons: 256, points: 10_000 } as const;

/** The slope of leakyRelu when `alpha` is left out. */
export const DEFAULT_ALPHA = rational(1, 100);

/** One question; `field` is where it stands in a larger file, for instance `[2]`. */
export function parseQuestion(json: unknown, field = ''): Parsed<Question> {
  if (!isFields(json)) return wrong(field, `a question is an object, not ${describe(json)}`);
  const inside = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const bare = json['network'] === undefined;
  if (bare && json['layers'] === undefined) return wrong(inside('network'), 'is missing');
  const network = bare ? parseNetwork(json, field) : parseNetwork(json['network'], inside('network'));
  if (!network.ok) return network;
  const inputs = network.value.inputs.length;
  const domain = parseDomain(json['domain'], inside('domain'), inputs);
  if (!domain.ok) return domain;
  const points = parsePoints(json['points'], inside('points'), inputs);
  if (!points.ok) return points;
  return ok({ network: network.value, domain: domain.value, points: points.value });
}

/** A network, which stands at `field`. */
export function parseNetwork(json: unknown, field: string): Parsed<Network<Rational>> {
  if (!isFields(json)) return wrong(field, `a network is an object, not ${describe(json)}`);
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const inputs = parseList(json['inputs'], at('inputs'), 'input names', parseName);
  if (!inputs.ok) return inputs;
  const inputCount = checkCount(inputs.value.length, at('inputs'), 1, QUESTION_LIMITS.inputs, 'inputs');
  if (!inputCount.ok) return inputCount;

  const layersField = at('layers');
  const rawLayers = json['layers'];
  if (!Array.isArray(rawLayers)) return wrong(layersField, `should be a list of layers, not ${describe(rawLayers)}`);
  const most = QUESTION_LIMITS.hiddenLayers + 1;
  const layerCount = checkCount(rawLayers.length, layersField, 1, most, 'layers, the output layer included');
  if (!layerCount.ok) return layerCount;

  const layers: Layer<Rational>[] = [];
  for (const [l, rawLayer] of (rawLayers as unknown[]).entries()) {
    const layerField = `${layersField}[${l}]`;
    if (!isFields(rawLayer)) return wrong(layerField, `a layer is an object with "neurons", not ${describe(rawLayer)}`);
    const neuronsField = `${layerField}.neurons`;
    const rawNeurons = rawLayer['neurons'];
    if (!Array.isArray(rawNeurons))
      return wrong(neuronsField, `should be a list of neurons, not ${describe(rawNeurons)}`);
    if (l === rawLayers.length - 1 && rawNeurons.length !== 1) {
      return wrong(neuronsField, `the last layer is the output and has exactly one neuron, not ${rawNeurons.length}`);
    }
    const count = checkCount(rawNeurons.length, neuronsField, 1, QUESTION_LIMITS.neurons, 'neurons');
    if (!count.ok) return count;
    const fanIn = layers.at(-1)?.length ?? inputs.value.length;
    const layer = parseList(rawNeurons, neuronsField, 'neurons', (neuron, f) => parseNeuron(neuron, f, fanIn, l));
    if (!layer.ok) return layer;
    layers.push(layer.value);
  }
  return ok({ inputs: inputs.value, layers });
}

function parseName(json: unknown, field: string): Parsed<string> {
  return typeof json === 'string' ? ok(json) : wrong(field, `an input's name is a string, not ${describe(json)}`);
}

function parseNeuron(json: unknown, field: string, fanIn: number, layer: number): Parsed<Node<Rational>> {
  if (!isFields(json)) return wrong(field, `a neuron is an object, not ${describe(json)}`);
  const weights = parseNumbers(json['weights'], `${field}.weights`, 'weights', fanIn, fedBy(fanIn, layer));
  if (!weights.ok) return weights;
  const bias = parseNumber(json['bias'], `${field}.bias`);
  if (!bias.ok) return bias;
  const activation = parseActivation(json, field);
  if (!activation.ok) return activation;
  return ok({ weights: weights.value, bias: bias.value, activation: activation.value });
}

function fedBy(fanIn: number, layer: number): string {
  if (layer === 0) return fanIn === 1 ? 'the one input' : `each of the ${fanIn} inputs`;
  return fanIn === 1
    ? `the one neuron of layers[${layer - 1}]`
    : `each of the ${fanIn} neurons of layers[${layer - 1}]`;
}

function parseActivation(neuron: Fields, field: string): Parsed<Activation<Rational>> {
  const kind = neuron['activation'];
  const kindField = `${field}.activation`;
  if (kind === undefined) return wrong(kindField, 'is missing');
  if (typeof kind !== 'string' || !isActivationKind(kind)) {
    return wrong(kindField, `${describe(kind)} is none of ${ACTIVATION_KINDS.join(', ')}`);
  }
  const alpha = neuron['alpha'] ?? undefined;
  if (kind !== 'leakyRelu') {
    if (alpha !== undefined) return wrong(`${field}.alpha`, `only leakyRelu has an alpha, ${kind} has none`);
    return ok({ kind });
  }
  if (alpha === undefined) return ok({ kind, slope: DEFAULT_ALPHA });
  const slope = parseNumber(alpha, `${field}.alpha`);
  return slope.ok ? ok({ kind, slope: slope.value }) : slope;
}

function parseDomain(json: unknown, field: string, inputs: number): Parsed<Domain> {
  if (json === undefined || json === null) return ok(ALL);
  if (!isFields(json)) return wrong(field, `should be null or an object with "min" and "max", not ${describe(json)}`);
  const forEach = inputs === 1 ? 'the one input' : `each of the ${inputs} inputs`;
  const min = parseNumbers(json['min'], `${field}.min`, 'bounds', inputs, forEach);
  if (!min.ok) return min;
  const max = parseNumbers(json['max'], `${field}.max`, 'bounds', inputs, forEach);
  if (!max.ok) return max;
  for (const [i, low] of min.value.entries()) {
    if (compare(low, max.value[i] as Rational) >= 0) {
      const [from, to] = [json['min'], json['max']].map((side) => (side as unknown[])[i]);
      return wrong(
        field,
        `min[${i}] should be less than max[${i}], but ${describe(from)} is not less than ${describe(to)}`,
      );
    }
  }
  return ok({ kind: 'box', min: min.value, max: max.value });
}

function parsePoints(json: unknown, field: string, inputs: number): Parsed<readonly Rational[][]> {
  if (json === undefined || json === null) return ok([]);
  if (!Array.isArray(json)) return wrong(field, `should be a list of points, not ${describe(json)}`);
  const count = checkCount(json.length, field, 0, QUESTION_LIMITS.points, 'points');
  if (!count.ok) return count;
  const forEach = inputs === 1 ? 'the one input' : `each of the ${inputs} inputs`;
  return parseList(json, field, 'points', (point, at) => parseNumbers(point, at, 'coordinates', inputs, forEach));
}

/** A list of exactly `count` number strings. */
function parseNumbers(json: unknown, field: string, what: string, count: number, forEach: string): Parsed<Rational[]> {
  if (json === undefined) return wrong(field, 'is missing');
  if (!Array.isArray(json)) return wrong(field, `should be a list of ${what}, not ${describe(json)}`);
  if (json.length !== count) {
    return wrong(field, `should hold ${count} ${what}, one for ${forEach}, but holds ${json.length}`);
  }
  return parseList(json, field, what, parseNumber);
}

function parseNumber(json: unknown, field: string): Parsed<Rational> {
  if (json === undefined) return wrong(field, 'is missing');
  if (typeof json === 'number') {
    return wrong(field, `${json} should be in quotes, "${json}": numbers are strings here, so that they stay exact`);
  }
  if (typeof json !== 'string') return wrong(field, `should be a number in quotes, not ${describe(json)}`);
  const parsed = parseNumberText(json);
  if (parsed.ok) return parsed;
  return wrong(field, numberProblem(json, parsed.error));
}
