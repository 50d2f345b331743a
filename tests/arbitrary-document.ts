/** Random documents up to every limit, and random edits of them, also such as are not allowed. */
import fc from 'fast-check';
import { ACTIVATION_KINDS, type Activation, type ActivationKind } from '../src/activation/activation.ts';
import { LIMITS, NAME_PATTERN, type Network } from '../src/model/network.ts';
import { compare, equal, rational, type Rational } from '../src/number/rational.ts';
import { withRanges, type Document, type Range } from '../src/state/document.ts';
import type { Edit } from '../src/state/edit.ts';
import { networks, smallRationals } from './arbitrary-network.ts';

const LONG = 10n ** 20n - 1n;

/** Any number that can be typed: short ones, and fractions of 20 digits above and below the line. */
export const typableRationals: fc.Arbitrary<Rational> = fc.oneof(
  smallRationals,
  fc.tuple(fc.bigInt({ min: -LONG, max: LONG }), fc.nat(19)).map(([n, places]) => rational(n, 10n ** BigInt(places))),
  fc.tuple(fc.bigInt({ min: -LONG, max: LONG }), fc.bigInt({ min: 1n, max: LONG })).map(([n, d]) => rational(n, d)),
);

/** Names of the usual kind, and of every other. */
export const names: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9]{1,12}$/),
  fc
    .array(fc.constantFrom('E', 'x', '7', '_', ' ', 'ä', 'e\u0301', '人', 'ب', 'क', 'ि', '٣', 'n\u200dd', '𝒜'), {
      minLength: 1,
      maxLength: LIMITS.nameLength,
    })
    .map((characters) => characters.join(''))
    .filter((name) => NAME_PATTERN.test(name)),
);

export interface DocumentShape {
  readonly kinds?: readonly ActivationKind[];
  readonly numbers?: fc.Arbitrary<Rational>;
  readonly maxNodes?: number;
  readonly maxHiddenLayers?: number;
}

/** From the one number to the other, whichever is the smaller. */
export function rangesWithin(numbers: fc.Arbitrary<Rational>): fc.Arbitrary<Range> {
  return fc
    .tuple(numbers, numbers)
    .filter(([p, q]) => !equal(p, q))
    .map(([p, q]) => (compare(p, q) < 0 ? { min: p, max: q } : { min: q, max: p }));
}

/** Every size within `LIMITS`, every activation (for the output too), random names; half of them with chosen ranges. */
export function documents({
  kinds = ACTIVATION_KINDS,
  numbers = typableRationals,
  maxNodes = LIMITS.nodesPerLayer.max,
  maxHiddenLayers = LIMITS.hiddenLayers.max,
}: DocumentShape = {}): fc.Arbitrary<Document> {
  const maxInputs = LIMITS.inputs.max;
  return networks({ kinds, outputKinds: kinds, numbers, maxInputs, maxNodes, maxHiddenLayers }).chain((network) => {
    const length = { minLength: network.inputs.length, maxLength: network.inputs.length };
    return fc
      .record({
        inputs: fc.uniqueArray(names, length),
        x: fc.array(numbers, length),
        ranges: fc.option(fc.array(rangesWithin(numbers), length), { nil: null }),
      })
      .map(({ inputs, x, ranges }) => {
        const document: Document = { network: { ...network, inputs }, x };
        return ranges ? withRanges(document, ranges) : document;
      });
  });
}

/** Small documents, quick to edit and to evaluate. */
export const smallDocuments = documents({ numbers: smallRationals, maxNodes: 3, maxHiddenLayers: 3 });

const index = fc.integer({ min: -1, max: 8 });
const activations: fc.Arbitrary<Activation<Rational>> = fc
  .tuple(fc.constantFrom(...ACTIVATION_KINDS), smallRationals)
  .map(([kind, slope]) => (kind === 'leakyRelu' ? { kind, slope } : { kind }));
const at = fc.record({ layer: fc.integer({ min: -1, max: 4 }), node: index });
const parameters = fc
  .tuple(at, fc.option(index, { nil: null }))
  .map(([{ layer, node }, input]) => ({ layer, node, input }));
/** Also numbers that are too long to be typed. */
const anyRationals = fc.oneof(
  { weight: 5, arbitrary: smallRationals },
  { weight: 1, arbitrary: typableRationals },
  { weight: 1, arbitrary: fc.bigInt({ min: 10n ** 20n, max: 10n ** 25n }).map((n) => rational(n)) },
);

/** Edits that speak of things that may or may not be there. */
export const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('setParameter' as const), parameter: parameters, value: anyRationals }),
  fc.record({ kind: fc.constant('setInputValue' as const), input: index, value: anyRationals }),
  fc.record({ kind: fc.constant('setInputValues' as const), values: fc.array(anyRationals, { maxLength: 7 }) }),
  fc.record({
    kind: fc.constant('setRange' as const),
    input: index,
    range: fc.record({ min: anyRationals, max: anyRationals }),
  }),
  fc.record({ kind: fc.constant('setActivation' as const), at, activation: activations }),
  fc.record({ kind: fc.constant('setAllActivations' as const), activation: activations }),
  fc.record({ kind: fc.constant('renameInput' as const), input: index, name: fc.oneof(names, fc.string()) }),
  fc
    .tuple(fc.integer({ min: -1, max: 4 }), smallDocuments)
    .map(([layer, { network }]): Edit => ({ kind: 'setLayer', layer, nodes: network.layers[0] ?? [] })),
  fc.constantFrom<Edit>({ kind: 'addInput' }, { kind: 'addLayer' }),
  fc.record({ kind: fc.constant('removeInput' as const), input: index }),
  fc.record({ kind: fc.constant('addNode' as const), layer: fc.integer({ min: -1, max: 4 }) }),
  fc.record({ kind: fc.constant('removeNode' as const), at }),
  fc.record({ kind: fc.constant('removeLayer' as const), layer: fc.integer({ min: -1, max: 4 }) }),
  smallDocuments.map((document): Edit => ({ kind: 'load', document, from: { kind: 'link' } })),
);

/** Every size limit reached at once. */
export function largestNetwork(value: Rational, activation: Activation<Rational>): Network<Rational> {
  const { inputs, hiddenLayers, nodesPerLayer } = LIMITS;
  const widths = [...Array.from({ length: hiddenLayers.max }, () => nodesPerLayer.max), 1];
  return {
    inputs: Array.from({ length: inputs.max }, (_, i) => `${i}`.padStart(LIMITS.nameLength + 1, '𝒜')),
    layers: widths.map((width, l) =>
      Array.from({ length: width }, () => ({
        weights: Array.from({ length: l === 0 ? inputs.max : nodesPerLayer.max }, () => value),
        bias: value,
        activation,
      })),
    ),
  };
}
