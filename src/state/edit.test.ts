import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents, edits, largestNetwork, smallDocuments } from '../../tests/arbitrary-document.ts';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { textbookNumber } from '../../tests/textbook.ts';
import { forward } from '../algebra/forward.ts';
import { ONE, ZERO, rational, type Rational } from '../number/rational.ts';
import { MAX_DIGITS } from '../number/typed-number.ts';
import { ACTIVATION_KINDS, isPiecewiseLinear, type ActivationKind } from '../activation/activation.ts';
import {
  LIMITS,
  fanIn,
  hiddenLayerCount,
  layerAt,
  nodeAt,
  parameterKey,
  parameterValue,
  parametersOf,
  type Network,
} from '../model/network.ts';
import { rangesOf, equalDocument, type Document } from './document.ts';
import { isWithinLimits } from './document-limits.ts';
import { applyEdit, canApply, type Edit } from './edit.ts';

const PIECEWISE = ACTIVATION_KINDS.filter(isPiecewiseLinear);
const piecewiseDocuments = documents({ kinds: PIECEWISE, numbers: smallRationals, maxNodes: 3, maxHiddenLayers: 3 });

/** A document, an edit of it that is allowed, and the document after it. */
function applied<E extends Edit>(editOf: (document: Document) => fc.Arbitrary<E>, of = smallDocuments) {
  return of
    .chain((document) => editOf(document).map((edit) => ({ document, edit })))
    .filter(({ document, edit }) => canApply(document.network, edit))
    .map(({ document, edit }) => ({ document, edit, after: applyEdit(document, edit) }));
}

const hiddenLayer = ({ network }: Document) => fc.nat(Math.max(0, hiddenLayerCount(network) - 1));
const hiddenNode = (document: Document) =>
  hiddenLayer(document).chain((layer) =>
    fc.nat(layerAt(document.network, layer).length - 1).map((node) => ({ layer, node })),
  );
const addNode = (document: Document) => hiddenLayer(document).map((layer) => ({ kind: 'addNode' as const, layer }));
const removeNode = (document: Document) => hiddenNode(document).map((at) => ({ kind: 'removeNode' as const, at }));
const removeInput = ({ x }: Document) => fc.nat(x.length - 1).map((input) => ({ kind: 'removeInput' as const, input }));
const addInput = () => fc.constant({ kind: 'addInput' as const });
const addLayer = () => fc.constant({ kind: 'addLayer' as const });

describe('a document', () => {
  it('D1 is plain data, and no edit changes it in place', () => {
    fc.assert(
      fc.property(smallDocuments, fc.array(edits, { maxLength: 5 }), (document, list) => {
        const before = structuredClone(document);
        // A write to a frozen record throws.
        const end = list.reduce((current, edit) => frozen(applyEdit(current, edit)), frozen(document));
        expect(document).toEqual(before);
        expect(structuredClone(end)).toEqual(end);
      }),
    );
  });
});

describe('limits', () => {
  it('D2 E3 any edits keep the document within the limits and its shape consistent', () => {
    fc.assert(
      fc.property(documents(), fc.array(edits, { maxLength: 25 }), (document, list) => {
        assertWellFormed(list.reduce(applyEdit, document));
      }),
      { numRuns: 150 },
    );
  });

  it('E1 E2 an edit that is not allowed gives back the same record', () => {
    fc.assert(
      fc.property(smallDocuments, edits, (document, edit) => {
        const after = applyEdit(document, edit);
        if (!canApply(document.network, edit)) expect(after).toBe(document);
        else if (after !== document) expect(equalDocument(after, document)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('E2 setting what is there already gives back the same record', () => {
    fc.assert(
      fc.property(smallDocuments, (document) => {
        const { network, x } = document;
        const same: readonly Edit[] = [
          ...parametersOf(network).map((parameter): Edit => {
            return { kind: 'setParameter', parameter, value: structuredClone(parameterValue(network, parameter)) };
          }),
          ...network.inputs.map((name, input): Edit => ({ kind: 'renameInput', input, name })),
          ...x.map((value, input): Edit => ({ kind: 'setInputValue', input, value: structuredClone(value) })),
          { kind: 'setInputValues', values: structuredClone(x) },
          ...rangesOf(document).map((range, input): Edit => ({
            kind: 'setRange',
            input,
            range: structuredClone(range),
          })),
          ...network.layers.flatMap((layer, l) =>
            layer.map((node, j): Edit => {
              return { kind: 'setActivation', at: { layer: l, node: j }, activation: structuredClone(node.activation) };
            }),
          ),
          { kind: 'load', document: structuredClone(document), from: { kind: 'reset' } },
        ];
        for (const edit of same) expect(applyEdit(document, edit)).toBe(document);
      }),
    );
  });

  it('a challenge is taken up where its network is there already, and not a second time', () => {
    fc.assert(
      fc.property(documents({}), (document) => {
        const edit: Edit = { kind: 'load', document: { ...document }, from: { kind: 'challenge' } };
        expect(applyEdit(document, edit)).toBe(edit.document);
        expect(applyEdit(edit.document, edit)).toBe(edit.document);
      }),
    );
  });

  it('E1 every limit stops the edit that would pass it', () => {
    const largest = largestNetwork(ONE, { kind: 'relu' });
    for (const edit of [
      { kind: 'addInput' },
      { kind: 'addLayer' },
      { kind: 'addNode', layer: 0 },
      { kind: 'addNode', layer: LIMITS.hiddenLayers.max },
      { kind: 'removeLayer', layer: LIMITS.hiddenLayers.max },
      { kind: 'removeNode', at: { layer: LIMITS.hiddenLayers.max, node: 0 } },
    ] satisfies Edit[]) {
      expect(canApply(largest, edit), edit.kind).toBe(false);
    }
    const smallest: Network<Rational> = {
      inputs: ['E'],
      layers: [1, 1].map(() => [{ weights: [ONE], bias: ZERO, activation: { kind: 'linear' } }]),
    };
    expect(canApply(smallest, { kind: 'removeInput', input: 0 })).toBe(false);
    expect(canApply(smallest, { kind: 'removeNode', at: { layer: 0, node: 0 } })).toBe(false);
    expect(canApply(smallest, { kind: 'removeLayer', layer: 0 })).toBe(true);
  });

  it('E1 a name is 1 to 24 letters, digits, spaces and underscores, and no other input has it', () => {
    const { network } = applyEdit(chapter(), { kind: 'addInput' });
    for (const [name, allowed] of [
      ['E', true], // its own
      ['age2', true],
      ['a'.repeat(24), true],
      ['a'.repeat(25), false],
      ['sepal length', true],
      [' sepal', false],
      ['sepal-length', false],
      ['H', false],
      ['', false],
      ['x_E', true],
      ['é', true],
      ['x$', false],
    ] as const) {
      expect(canApply(network, { kind: 'renameInput', input: 0, name }), name).toBe(allowed);
    }
  });

  it('E1 a number has at most 20 digits above and below the line', () => {
    const longest = 10n ** BigInt(MAX_DIGITS) - 1n;
    const parameter = { layer: 0, node: 0, input: 0 };
    const set = (value: Rational) => canApply(chapter().network, { kind: 'setParameter', parameter, value });
    expect([rational(longest), rational(-longest, 7), rational(1, longest)].map(set)).toEqual([true, true, true]);
    expect([rational(longest + 1n), rational(1, longest + 1n)].map(set)).toEqual([false, false]);
  });
});

describe('what is added never moves the function', () => {
  it('E4 a new input, whatever its value', () => {
    fc.assert(
      fc.property(applied(addInput, piecewiseDocuments), points(7), ({ document, after }, x) => {
        expect(output(after, x)).toEqual(output(document, x));
        expect(after.x).toEqual([...document.x, ONE]);
        expect(after.network.inputs.slice(0, -1)).toEqual(document.network.inputs);
      }),
    );
  });

  it('E4 a new node', () => {
    fc.assert(
      fc.property(applied(addNode, piecewiseDocuments), points(6), ({ document, after }, x) => {
        expect(output(after, x)).toEqual(output(document, x));
      }),
    );
  });

  it('E4 a new layer, after nodes of every piecewise linear kind', () => {
    fc.assert(
      fc.property(applied(addLayer, piecewiseDocuments), points(6), ({ document, after }, x) => {
        expect(output(after, x)).toEqual(output(document, x));
      }),
      { numRuns: 300 },
    );
  });

  it.each(ACTIVATION_KINDS)('E4 the new layer after %s nodes is %s again only where f(f(z)) = f(z)', (kind) => {
    const { network } = applyEdit(
      applyEdit(chapter(), { kind: 'setAllActivations', activation: activation(kind) }),
      addLayerEdit,
    );
    const f = (z: number) => textbookNumber(kind, z, 0.25);
    const isAgain = [-9, -3, -1, -0.5, 0, 0.25, 1, 2.5, 9].every((z) => f(f(z)) === f(z));
    expect(layerAt(network, 1).map((node) => node.activation.kind)).toEqual(
      [0, 1].map(() => (isAgain ? kind : 'linear')),
    );
  });

  it('E4 a new layer after a smooth one hands on exactly what it gets', () => {
    fc.assert(
      fc.property(applied(addLayer), ({ document, after }) => {
        const added = layerAt(after.network, after.network.layers.length - 2);
        added.forEach(({ weights, bias }, j) => {
          expect([...weights, bias]).toEqual([...weights.map((_, i) => (i === j ? ONE : ZERO)), ZERO]);
        });
        expect(without(after.network.layers, after.network.layers.length - 2)).toEqual(document.network.layers);
      }),
    );
  });
});

describe('an edit changes nothing that it does not have to', () => {
  it('E5 one weight or bias: every other number and every other node stay the same records', () => {
    const one = ({ network }: Document) =>
      fc.record({
        kind: fc.constant('setParameter' as const),
        parameter: fc.constantFrom(...parametersOf(network)),
        value: smallRationals,
      });
    fc.assert(
      fc.property(applied(one), ({ document, edit, after }) => {
        for (const parameter of parametersOf(document.network)) {
          const isIt = parameterKey(parameter) === parameterKey(edit.parameter);
          const old = parameterValue(document.network, parameter);
          if (isIt) expect(parameterValue(after.network, parameter)).toEqual(edit.value);
          else expect(parameterValue(after.network, parameter)).toBe(old);
        }
        expectSameNodes(document, after, (at) => at.layer === edit.parameter.layer && at.node === edit.parameter.node);
        expect(after.x).toBe(document.x);
        expect(after.network.inputs).toBe(document.network.inputs);
      }),
    );
  });

  it('E5 an activation: of one node, its numbers untouched', () => {
    const one = (document: Document) =>
      hiddenNode(document).map((at) => ({
        kind: 'setActivation' as const,
        at,
        activation: { kind: 'gelu' as const },
      }));
    fc.assert(
      fc.property(applied(one), ({ document, edit, after }) => {
        expectSameNodes(document, after, (at) => at.layer === edit.at.layer && at.node === edit.at.node);
        const [old, next] = [document, after].map(({ network }) => nodeAt(network, edit.at));
        expect(next).toEqual({ ...old, activation: { kind: 'gelu' } });
        expect(next?.weights).toBe(old?.weights);
      }),
    );
  });

  it('E5 E7 all activations: no number changes, the output keeps its own, nodes that have it already are the same', () => {
    fc.assert(
      fc.property(smallDocuments, fc.constantFrom(...ACTIVATION_KINDS), (document, kind) => {
        const after = applyEdit(document, { kind: 'setAllActivations', activation: activation(kind) });
        expect(parametersOf(after.network).map((p) => parameterValue(after.network, p))).toEqual(
          parametersOf(document.network).map((p) => parameterValue(document.network, p)),
        );
        expect(after.network.layers.at(-1)).toBe(document.network.layers.at(-1));
        after.network.layers.slice(0, -1).forEach((layer, l) =>
          layer.forEach((node, j) => {
            expect(node.activation).toEqual(activation(kind));
            const old = nodeAt(document.network, { layer: l, node: j });
            if (old.activation.kind === kind && kind !== 'leakyRelu') expect(node).toBe(old);
          }),
        );
      }),
    );
  });

  it('E5 a new node: only the layer that it feeds is touched, and only by a weight at its end', () => {
    fc.assert(
      fc.property(applied(addNode), ({ document, edit, after }) => {
        expectSameNodes(document, after, (at) => at.layer === edit.layer + 1);
        layerAt(document.network, edit.layer + 1).forEach((old, j) => {
          const next = nodeAt(after.network, { layer: edit.layer + 1, node: j });
          expect(next).toEqual({ ...old, weights: [...old.weights, ZERO] });
        });
        expect(layerAt(after.network, edit.layer).at(-1)?.activation).toEqual(
          layerAt(document.network, edit.layer).at(-1)?.activation,
        );
      }),
    );
  });

  it('E5 a new input: only the first layer is touched, and only by a weight at its end', () => {
    fc.assert(
      fc.property(applied(addInput), ({ document, after }) => {
        expectSameNodes(document, after, (at) => at.layer === 0);
        layerAt(document.network, 0).forEach((old, j) => {
          const next = nodeAt(after.network, { layer: 0, node: j });
          expect(next).toEqual({ ...old, weights: [...old.weights, ZERO] });
        });
      }),
    );
  });

  it('E5 an input that goes takes its column, its name and its value along, and nothing else', () => {
    fc.assert(
      fc.property(applied(removeInput), ({ document, edit, after }) => {
        expect(after.x).toEqual(without(document.x, edit.input));
        expect(after.network.inputs).toEqual(without(document.network.inputs, edit.input));
        expectSameNodes(document, after, (at) => at.layer === 0);
        expect(layerAt(after.network, 0)).toEqual(
          layerAt(document.network, 0).map((n) => ({ ...n, weights: without(n.weights, edit.input) })),
        );
      }),
    );
  });

  it('E5 a node that goes takes its weights along, and nothing else', () => {
    fc.assert(
      fc.property(applied(removeNode), ({ document, edit: { at }, after }) => {
        expect(layerAt(after.network, at.layer)).toEqual(without(layerAt(document.network, at.layer), at.node));
        expect(layerAt(after.network, at.layer + 1)).toEqual(
          layerAt(document.network, at.layer + 1).map((n) => ({ ...n, weights: without(n.weights, at.node) })),
        );
        document.network.layers.forEach((layer, l) => {
          if (l !== at.layer && l !== at.layer + 1) expect(after.network.layers[l]).toBe(layer);
        });
      }),
    );
  });

  it('E5 a layer that goes: the next one keeps the weights that still have a partner', () => {
    const removeLayer = (document: Document) =>
      hiddenLayer(document).map((layer) => ({ kind: 'removeLayer' as const, layer }));
    fc.assert(
      fc.property(applied(removeLayer), ({ document, edit: { layer }, after }) => {
        const width = fanIn(document.network, layer);
        layerAt(document.network, layer + 1).forEach((old, j) => {
          const next = nodeAt(after.network, { layer, node: j });
          expect(next.weights).toEqual(Array.from({ length: width }, (_, i) => old.weights[i] ?? ZERO));
          expect([next.bias, next.activation]).toEqual([old.bias, old.activation]);
        });
        document.network.layers.forEach((old, l) => {
          if (l < layer) expect(after.network.layers[l]).toBe(old);
          if (l > layer + 1) expect(after.network.layers[l - 1]).toBe(old);
        });
      }),
    );
  });

  it('E6 what was added last can be removed again', () => {
    fc.assert(
      fc.property(applied(addNode), applied(addInput), applied(addLayer), (node, input, layer) => {
        const added = layerAt(node.after.network, node.edit.layer).length - 1;
        const at = { layer: node.edit.layer, node: added };
        expect(applyEdit(node.after, { kind: 'removeNode', at })).toEqual(node.document);
        const last = input.after.x.length - 1;
        expect(applyEdit(input.after, { kind: 'removeInput', input: last })).toEqual(input.document);
        const added2 = hiddenLayerCount(layer.after.network) - 1;
        expect(applyEdit(layer.after, { kind: 'removeLayer', layer: added2 })).toEqual(layer.document);
      }),
    );
  });
});

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const addLayerEdit: Edit = { kind: 'addLayer' };

function activation(kind: ActivationKind) {
  return kind === 'leakyRelu' ? { kind, slope: rational(1, 100) } : { kind };
}

/** D2, written out a second time. */
function assertWellFormed(document: Document): void {
  const { network, x } = document;
  expect(isWithinLimits(document)).toBe(true);
  expect(network.inputs.length).toBeGreaterThanOrEqual(1);
  expect(network.inputs.length).toBeLessThanOrEqual(6);
  expect(new Set(network.inputs).size).toBe(network.inputs.length);
  expect(network.inputs.filter((name) => !/^[\p{L}\p{M}\p{Nd}\u200d_ ]{1,24}$/u.test(name))).toEqual([]);
  expect(network.layers.length).toBeGreaterThanOrEqual(1);
  expect(network.layers.length).toBeLessThanOrEqual(5);
  expect(network.layers.at(-1)).toHaveLength(1);
  let width = network.inputs.length;
  for (const layer of network.layers) {
    expect(layer.length).toBeGreaterThanOrEqual(1);
    expect(layer.length).toBeLessThanOrEqual(8);
    for (const node of layer) expect(node.weights).toHaveLength(width);
    width = layer.length;
  }
  expect(x).toHaveLength(network.inputs.length);
  const slopes = network.layers.flat().flatMap(({ activation: f }) => (f.kind === 'leakyRelu' ? [f.slope] : []));
  const numbers = [...x, ...slopes, ...parametersOf(network).map((p) => parameterValue(network, p))];
  expect(numbers.filter(({ n, d }) => `${n}`.replace('-', '').length > 20 || `${d}`.length > 20)).toEqual([]);
}

function expectSameNodes(
  before: Document,
  after: Document,
  touched: (at: { layer: number; node: number }) => boolean,
): void {
  before.network.layers.forEach((layer, l) =>
    layer.forEach((node, j) => {
      if (!touched({ layer: l, node: j })) expect(after.network.layers[l]?.[j]).toBe(node);
    }),
  );
}

/** Points with coordinates to spare: a document takes as many as it has inputs. */
function points(length: number) {
  return fc.array(smallRationals, { minLength: length, maxLength: length });
}

function output({ network }: Document, x: readonly Rational[]): Rational {
  return forward(network, x.slice(0, network.inputs.length)).y;
}

function without<T>(list: readonly T[], at: number): T[] {
  return list.toSpliced(at, 1);
}

function chapter(): Document {
  const node = (weights: number[], bias: number) => ({
    weights: weights.map((w) => rational(w)),
    bias: rational(bias),
    activation: { kind: 'linear' as const },
  });
  return {
    network: { inputs: ['E', 'H', 'G'], layers: [[node([1, 3, 4], 1), node([4, 1, 2], 1)], [node([2, 5], 5)]] },
    x: [ONE, ONE, ONE],
  };
}
