import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networks, smallRationals, withPoint } from '../../../tests/arbitrary-network.ts';
import { combineAffine, coordinate, scaleAffine, type Affine } from '../../algebra/affine.ts';
import { forward } from '../../algebra/forward.ts';
import {
  absolute,
  add,
  compare,
  equal,
  multiply,
  negate,
  rational,
  sign,
  type Rational,
} from '../../number/rational.ts';
import { parseTypedNumber } from '../../number/typed-number.ts';
import { nodeAt, type Network } from '../../model/network.ts';
import { setParameter } from '../../state/reshape.ts';
import { presetDocument } from '../../state/preset-document.ts';
import { PRESETS, type PresetId } from '../../state/preset.ts';
import { numberText, shortNumberText } from './number.ts';
import { LOOK_AT, captionOf, hereText } from './preset-captions.ts';
import { PRESET_WORDS } from './presets.ts';

const r = (n: number, d = 1) => rational(n, d);
const nonNegative = smallRationals.map(absolute);
const lookAt = (id: PresetId) => LOOK_AT[id];
const networkOf = (id: PresetId) => presetDocument(id).network;
const here = (id: PresetId) => forward(networkOf(id), presetDocument(id).x);

/** The model that the network would be if every node were linear, by substitution. */
function linearModel({ inputs, layers }: Network<Rational>): Affine {
  const x = inputs.map((_, i) => coordinate(i, inputs.length));
  const outputs = layers.reduce<Affine[]>(
    (before, layer) => layer.map(({ weights, bias }) => combineAffine(weights, before, bias, inputs.length)),
    x,
  );
  return outputs[0] as Affine;
}

function modelText({ coef, intercept }: Affine, { inputs }: Network<Rational>): string {
  const terms = [...coef.map((value, i) => ({ value, unit: ` x_${inputs[i]}` })), { value: intercept, unit: '' }];
  return terms
    .map(({ value, unit }, i) => {
      if (i === 0) return `${numberText(value)}${unit}`;
      return `${sign(value) < 0 ? '−' : '+'} ${numberText(absolute(value))}${unit}`;
    })
    .join(' ');
}

/** Every number of the sentence is one of those that were computed, and each of those is in it. */
function expectNumbers(id: PresetId, computed: readonly Rational[]): void {
  const written = (lookAt(id).match(/−?\d+(?:\.\d+)?/g) ?? []).map((text) => {
    const number = parseTypedNumber(text);
    if (!number.ok) throw new Error(text);
    return number.value;
  });
  const texts = (values: readonly Rational[]) =>
    [...new Set(values.map((value) => numberText(absolute(value))))].sort();
  expect(texts(written)).toEqual(texts(computed));
}

/** The sentence says at which inputs it holds: the reader may have moved on. */
function expectPlace(id: PresetId): void {
  const { network, x } = presetDocument(id);
  expect(lookAt(id)).toContain(
    `At ${x.map((value, i) => `x_${network.inputs[i]} = ${numberText(value)}`).join(', ')}, `,
  );
}

function holdsAt(network: Network<Rational>, model: Affine, coordinates: fc.Arbitrary<Rational>): void {
  const length = { minLength: network.inputs.length, maxLength: network.inputs.length };
  fc.assert(
    fc.property(fc.array(coordinates, length), (x) => {
      const value = x.reduce((sum, v, i) => add(sum, multiply(model.coef[i] as Rational, v)), model.intercept);
      expect(forward(network, x).y).toEqual(value);
    }),
  );
}

describe('the caption', () => {
  it('is the preset’s at its inputs; elsewhere it says nothing that is true of other inputs only', () => {
    for (const { id } of PRESETS) {
      const { network, x } = presetDocument(id);
      expect(captionOf({ network, x })).toBe(lookAt(id));
      const moved = captionOf({ network, x: x.map((value) => add(value, r(1))) });
      // The others are checked below for all the inputs that they speak of.
      if (lookAt(id).startsWith('At ')) expect(moved).toMatch(/^Here /);
      else expect(moved).toBe(lookAt(id));
    }
    const changed = setParameter(networkOf('xor'), { layer: 0, node: 0, input: 0 }, r(7));
    expect(captionOf({ network: changed, x: presetDocument('xor').x })).toBe('');
  });

  it('says of ReLU here what it does here', () => {
    const relu = networks({ kinds: ['relu'], maxHiddenLayers: 1, maxNodes: 4 }).filter(
      ({ layers }) => layers.length === 2,
    );
    fc.assert(
      fc.property(withPoint(relu), (document) => {
        const { network, x } = document;
        const [hidden = [], output = []] = network.layers;
        // By hand: what ReLU keeps, and what it would have been given.
        const sums = hidden.map(({ weights, bias }) =>
          weights.reduce((s, w, i) => add(s, multiply(w, x[i] as Rational)), bias),
        );
        const out = (values: readonly Rational[]) =>
          values.reduce(
            (s, value, j) => add(s, multiply(output[0]?.weights[j] as Rational, value)),
            output[0]?.bias as Rational,
          );
        const y = out(sums.map((z) => (sign(z) > 0 ? z : r(0))));
        const said = hereText(document);
        const [, nodes = '', found, linear] =
          /^Here ReLU cuts (?:nothing off|off nodes? ([\d and]+)): ŷ is (\S+), (?:as the linear model says|where the linear model says (\S+))\.$/.exec(
            said,
          ) ?? [];
        expect(nodes.match(/\d+/g) ?? []).toEqual(sums.flatMap((z, j) => (sign(z) < 0 ? [`${j + 1}`] : [])));
        expect(found).toBe(shortNumberText(y, 9));
        expect(linear ?? found).toBe(shortNumberText(out(sums), 9));
      }),
    );
  });
});

describe('the words of the presets', () => {
  it.each(PRESETS)('$id: a title of its own, and one sentence', ({ id }) => {
    const [{ title }, sentence] = [PRESET_WORDS[id], LOOK_AT[id]];
    expect(PRESETS.filter((other) => PRESET_WORDS[other.id].title === title)).toHaveLength(1);
    expect(sentence).toMatch(/^[A-Z−].*\.$/);
    expect(sentence).not.toMatch(/\. /);
  });

  it('chapter-8: two hidden nodes, and still this linear model', () => {
    const network = networkOf('chapter-8');
    const model = linearModel(network);
    holdsAt(network, model, smallRationals);
    expect(network.layers[0]).toHaveLength(2);
    expect(lookAt('chapter-8')).toContain(modelText(model, network));
    expectNumbers('chapter-8', [...model.coef, model.intercept]);
  });

  it('chapter-8-relu: unchanged here, and node 1 off at G = −3', () => {
    const id = 'chapter-8-relu';
    const network = networkOf(id);
    expect(networkOf('chapter-8').layers.map((layer) => layer.map((node) => node.weights))).toEqual(
      network.layers.map((layer) => layer.map((node) => node.weights)),
    );
    const now = here(id);
    expect(now.z[0]?.map(sign)).toEqual([1, 1]);
    expect(now.y).toEqual(here('chapter-8').y);

    const [e, h, g] = presetDocument(id).x as [Rational, Rational, Rational];
    const lowered = [e, h, r(-3)];
    expect(compare(r(-3), g)).toBe(-1);
    const [bent, straight] = [network, networkOf('chapter-8')].map((n) => forward(n, lowered));
    if (!bent || !straight) throw new Error('two networks');
    expect(bent.z[0]?.map(sign)).toEqual([-1, 1]);
    expect(lookAt(id)).toContain(`ŷ is still ${numberText(now.y)}`);
    expect(lookAt(id)).toContain(`ŷ is ${numberText(bent.y)}, where the linear model says ${numberText(straight.y)}`);
    expectPlace(id);
    expectNumbers(id, [e, h, g, now.y, r(-3), r(1), bent.y, straight.y]);
  });

  it('one-neuron: −55 leaves as 0, and 39 unchanged', () => {
    const id = 'one-neuron';
    const network = networkOf(id);
    const now = here(id);
    const raised = forward(network, [r(23, 2), ...presetDocument(id).x.slice(1)]);
    const [z, a] = [now.z[0]?.[0] as Rational, now.a[0]?.[0] as Rational];
    const [z2, a2] = [raised.z[0]?.[0] as Rational, raised.a[0]?.[0] as Rational];
    expect(network.layers[0]).toHaveLength(1);
    expect(lookAt(id)).toContain(`sum is ${numberText(z)}, and leaves as ${numberText(a)}`);
    expect(lookAt(id)).toContain(`x_E to 11.5: it is ${numberText(z2)}, and leaves as ${numberText(a2)}`);
    expect(a2).toEqual(z2);
    expect([now.y, raised.y]).toEqual([a, a2]);
    expectPlace(id);
    expectNumbers(id, [...presetDocument(id).x, z, a, r(23, 2), z2]);
  });

  it('cancelling-pair: node 2 is node 1 turned round, and the network is this linear model', () => {
    const id = 'cancelling-pair';
    const network = networkOf(id);
    const [one, two] = [0, 1].map((node) => nodeAt(network, { layer: 0, node }));
    const output = nodeAt(network, { layer: 1, node: 0 });
    if (!one || !two) throw new Error('two nodes');
    expect(two).toEqual({ ...one, weights: one.weights.map(negate), bias: negate(one.bias) });
    expect(one.activation.kind).toBe('relu');
    // c relu(z) - c relu(-z) = c z, for every z.
    const [c, minusC] = output.weights as [Rational, Rational];
    expect(minusC).toEqual(negate(c));
    const z: Affine = { coef: one.weights, intercept: one.bias };
    const { coef, intercept } = scaleAffine(c, z);
    const model = { coef, intercept: add(intercept, output.bias) };
    holdsAt(network, model, smallRationals);
    expect(lookAt(id)).toContain(modelText(model, network));
    expectNumbers(id, [...model.coef, model.intercept, r(1), r(2)]);
  });

  it('dead-node: for inputs >= 0 the sum is never above −3, and this model is left', () => {
    const id = 'dead-node';
    const network = networkOf(id);
    const [live, dead] = [0, 1].map((node) => nodeAt(network, { layer: 0, node }));
    const output = nodeAt(network, { layer: 1, node: 0 });
    if (!live || !dead) throw new Error('two nodes');
    // A sum whose weights are all <= 0 is greatest at the origin, and one whose weights are all >= 0 least.
    expect(dead.weights.filter((w) => sign(w) > 0)).toEqual([]);
    expect(sign(dead.bias)).toBe(-1);
    expect(live.weights.filter((w) => sign(w) < 0)).toEqual([]);
    expect(sign(live.bias)).toBe(1);
    const [w] = output.weights as [Rational];
    const { coef, intercept } = scaleAffine(w, { coef: live.weights, intercept: live.bias });
    const model = { coef, intercept: add(intercept, output.bias) };
    holdsAt(network, model, nonNegative);
    const deadWeight = output.weights[1] as Rational;
    expect(lookAt(id)).toContain(`node 2 is never above ${numberText(dead.bias)}`);
    expect(lookAt(id)).toContain(`its weight ${numberText(deadWeight)}`);
    expect(lookAt(id)).toContain(modelText(model, network));
    expectNumbers(id, [r(0), r(2), dead.bias, deadWeight, ...model.coef, model.intercept]);
    // And only there: somewhere below 0 the node is on.
    expect(sign(forward(network, [r(-2), r(-2)]).z[0]?.[1] as Rational)).toBe(1);
  });

  it('absolute-value: |x|, with one crease at 0', () => {
    const id = 'absolute-value';
    const network = networkOf(id);
    fc.assert(
      fc.property(smallRationals, (x) => {
        const { y, z } = forward(network, [x]);
        expect(y).toEqual(absolute(x));
        // One node for each side of 0, neither of them on at 0.
        expect((z[0] ?? []).filter((sum) => sign(sum) > 0)).toHaveLength(sign(x) === 0 ? 0 : 1);
      }),
    );
    const x = presetDocument(id).x[0] as Rational;
    expect(lookAt(id)).toContain(`${numberText(x)} gives ${numberText(here(id).y)}`);
    expect(lookAt(id)).toContain(`2 gives ${numberText(forward(network, [r(2)]).y)}`);
    expectNumbers(id, [r(0), x, r(2)]);
  });

  it('xor: one of them gives 1, both or neither 0, as no linear model does', () => {
    const y = (a: number, b: number) => forward(networkOf('xor'), [r(a), r(b)]).y;
    expect([y(1, 0), y(0, 1)]).toEqual([r(1), r(1)]);
    expect([y(0, 0), y(1, 1)]).toEqual([r(0), r(0)]);
    // For a linear model these two sums are equal.
    expect(equal(add(y(0, 0), y(1, 1)), add(y(1, 0), y(0, 1)))).toBe(false);
    expect(networkOf('xor').inputs).toEqual(['A', 'B']);
    expectNumbers('xor', [y(1, 0), y(0, 0)]);
  });

  it('deep-linear: three layers of two nodes fold into this linear model', () => {
    const id = 'deep-linear';
    const network = networkOf(id);
    expect(network.layers.map((layer) => layer.length)).toEqual([2, 2, 2, 1]);
    const model = linearModel(network);
    holdsAt(network, model, smallRationals);
    expect(lookAt(id)).toContain(modelText(model, network));
    expectNumbers(id, [...model.coef, model.intercept]);
  });
});
