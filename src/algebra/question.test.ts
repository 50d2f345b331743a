import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS } from '../activation/activation.ts';
import { questionErrorText, type QuestionError } from './json-field.ts';
import { QUESTION_LIMITS, parseQuestion } from './question.ts';
import { compare, rational, toFractionText, type Rational } from '../number/rational.ts';

const number: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 9 }))
  .map(([n, d]) => rational(n, d));
const numberText = number.map(toFractionText);

const neuron = (fanIn: number) =>
  fc
    .record({
      weights: fc.array(numberText, { minLength: fanIn, maxLength: fanIn }),
      bias: numberText,
      activation: fc.constantFrom(...ACTIVATION_KINDS),
      alpha: fc.option(numberText, { nil: undefined }),
    })
    .map(({ alpha, ...rest }) => (rest.activation === 'leakyRelu' && alpha !== undefined ? { ...rest, alpha } : rest));

/** A valid question as JSON. */
const question = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }))
  .chain(([inputs, hidden]) => {
    const sizes = [...hidden, 1];
    const layers = sizes.map((size, l) =>
      fc.record({ neurons: fc.array(neuron(sizes[l - 1] ?? inputs), { minLength: size, maxLength: size }) }),
    );
    const bounds = fc.array(fc.tuple(number, number), { minLength: inputs, maxLength: inputs }).map((pairs) => ({
      min: pairs.map(([p, q]) => toFractionText(compare(p, q) < 0 ? p : q)),
      max: pairs.map(([p, q]) =>
        toFractionText(compare(p, q) < 0 ? q : compare(p, q) > 0 ? p : rational(p.n + p.d, p.d)),
      ),
    }));
    return fc.record({
      name: fc.string(),
      network: fc.record({ inputs: fc.constant([...'abcdef'].slice(0, inputs)), layers: fc.tuple(...layers) }),
      domain: fc.option(bounds),
      points: fc.array(fc.array(numberText, { minLength: inputs, maxLength: inputs }), { maxLength: 3 }),
    });
  });

type Path = readonly (string | number)[];

function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

/** The paths of all parts of a JSON value. */
function pathsOf(json: unknown, path: Path = []): Path[] {
  if (typeof json !== 'object' || json === null) return [path];
  const steps = Array.isArray(json) ? json.map((_, i) => i) : Object.keys(json);
  return [path, ...steps.flatMap((step) => pathsOf((json as Record<string | number, unknown>)[step], [...path, step]))];
}

function replaceAt(json: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const copy = (Array.isArray(json) ? [...(json as unknown[])] : { ...(json as object) }) as Record<
    string | number,
    unknown
  >;
  copy[step] = replaceAt(copy[step], rest, value);
  return copy;
}

function errorOf(json: unknown): QuestionError | null {
  const parsed = parseQuestion(json);
  return parsed.ok ? null : parsed.error;
}

describe('a question', () => {
  it('that is right is read, number for number', () => {
    fc.assert(
      fc.property(question, (json) => {
        const parsed = parseQuestion(json);
        if (!parsed.ok) throw new Error(questionErrorText(parsed.error));
        const { network, domain, points } = parsed.value;
        const back = {
          inputs: network.inputs,
          layers: network.layers.map((layer) => ({
            neurons: layer.map(({ weights, bias, activation }) => ({
              weights: weights.map(toFractionText),
              bias: toFractionText(bias),
              activation: activation.kind,
              ...(activation.kind === 'leakyRelu' ? { alpha: toFractionText(activation.slope) } : {}),
            })),
          })),
        };
        // The slope that was left out is 1/100.
        const filled = json.network.layers.map(({ neurons }) => ({
          neurons: neurons.map((node) => (node.activation === 'leakyRelu' ? { alpha: '1/100', ...node } : node)),
        }));
        expect(back).toEqual({ inputs: json.network.inputs, layers: filled });
        expect(points.map((point) => point.map(toFractionText))).toEqual(json.points);
        if (domain.kind === 'box') {
          const { min, max } = domain;
          expect({ min: min.map(toFractionText), max: max.map(toFractionText) }).toEqual(json.domain);
        } else expect(json.domain).toBe(null);
        expect(parseQuestion(json.network)).toEqual({
          ok: true,
          value: { network, domain: { kind: 'all' }, points: [] },
        });
      }),
    );
  });

  it('that is wrong in one place gets a sentence that names the place', () => {
    const spoiled = fc.constantFrom<unknown>(0.5, true, 'one', '1/0', '1e3', '', [[]], { n: '1' });
    fc.assert(
      fc.property(question, fc.nat(), spoiled, (json, k, value) => {
        const paths = pathsOf(json).filter(
          ([first, second, , last]) =>
            first !== undefined && first !== 'name' && !(second === 'inputs' && last === undefined),
        );
        const path = paths[k % paths.length] as Path;
        const error = errorOf(replaceAt(json, path, value));
        const text = pathText(path);
        // A wrong alternative may be wrong further inside: an empty list has no first item.
        expect(error?.field.startsWith(text)).toBe(true);
        expect(questionErrorText(error as QuestionError)).toMatch(/^[^\n]+: [^\n]+$/);
      }),
      { numRuns: 500 },
    );
  });

  it('without one of its fields gets a sentence that names the field', () => {
    fc.assert(
      fc.property(question, fc.nat(), (json, k) => {
        const needed = pathsOf(json).filter((path) => {
          const name = path.at(-1);
          return typeof name === 'string' && !['name', 'domain', 'points', 'alpha', 'network'].includes(name);
        });
        const path = needed[k % needed.length] as Path;
        expect(errorOf(replaceAt(json, path, undefined))?.field).toBe(pathText(path));
      }),
    );
  });

  it('with a list too long or too short is refused', () => {
    fc.assert(
      fc.property(question, fc.nat(), fc.boolean(), (json, k, longer) => {
        const lists = pathsOf(json).filter((path) => ['weights', 'min', 'max'].includes(String(path.at(-1))));
        const path = lists[k % lists.length] as Path;
        const list = path.reduce<unknown>((part, step) => (part as Record<string | number, unknown>)[step], json);
        const changed = longer ? [...(list as unknown[]), '1'] : (list as unknown[]).slice(1);
        expect(errorOf(replaceAt(json, path, changed))?.field).toBe(pathText(path));
      }),
    );
  });

  const one = { weights: ['1'], bias: '0', activation: 'relu' };
  const net = (...layers: unknown[][]) => ({ inputs: ['x'], layers: layers.map((neurons) => ({ neurons })) });

  it.each([
    ['two outputs', net([one, one]), 'layers[0].neurons', 'exactly one neuron'],
    ['no layer', net(), 'layers', '1 to 5'],
    ['an empty hidden layer', net([], [one]), 'layers[0].neurons', '1 to 256'],
    ['too many layers', net([one], [one], [one], [one], [one], [one]), 'layers', '1 to 5'],
    ['an alpha of relu', net([{ ...one, alpha: '1' }]), 'layers[0].neurons[0].alpha', 'only leakyRelu'],
    ['an unknown activation', net([{ ...one, activation: 'ReLU' }]), 'layers[0].neurons[0].activation', '"ReLU"'],
    ['a denominator 0', net([{ ...one, weights: ['1/0'] }]), 'layers[0].neurons[0].weights[0]', '"1/0"'],
    ['a bare number', net([{ ...one, bias: 0.1 }]), 'layers[0].neurons[0].bias', '"0.1"'],
    ['an empty box', { network: net([one]), domain: { min: ['1'], max: ['1.0'] } }, 'domain', 'min[0]'],
    ['neither network nor layers', {}, 'network', 'missing'],
    ['no object', 7, '', 'object'],
    ['no inputs', { inputs: [], layers: [{ neurons: [{ ...one, weights: [] }] }] }, 'inputs', '1 to 6'],
  ])('%s', (_, json, field, words) => {
    const error = errorOf(json);
    expect(error?.field).toBe(field);
    expect(error?.problem).toContain(words);
  });

  it('is checked for its size before its parts are read', () => {
    const row = Array.from({ length: QUESTION_LIMITS.neurons + 1 }, () => null);
    expect(errorOf(net(row, [one]))?.field).toBe('layers[0].neurons');
  });
});
