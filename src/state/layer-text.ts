/**
 * A layer in a link: nodes parted by `;`, each `weights:bias` or `weights:bias:activation`. The activation is written only
 * where it is not the usual one of the network.
 */
import { isActivationKind, type Activation } from '../activation/activation.ts';
import type { Layer, Network, Node } from '../model/network.ts';
import { fail } from '../number/result.ts';
import { equal, toShortText, type Rational } from '../number/rational.ts';
import { parseTypedNumber } from '../number/typed-number.ts';
import { DEFAULT_SLOPE } from './default-activation.ts';
import { equalActivation } from './document.ts';
import { broken, checkCount, type LinkReason } from './link-fault.ts';

export const LINEAR: Activation<Rational> = { kind: 'linear' };

export function readLayer(
  text: string,
  part: string,
  fanIn: number,
  max: number,
  fallback: Activation<Rational>,
): Layer<Rational> {
  const nodes = text.split(';');
  checkCount(part, [], 'nodes', nodes.length, 1, max);
  return nodes.map((node, j) => readNode(node, part, [j + 1], fanIn, fallback));
}

/** `weights:bias` or `weights:bias:activation`. */
function readNode(
  text: string,
  part: string,
  item: readonly number[],
  fanIn: number,
  fallback: Activation<Rational>,
): Node<Rational> {
  const [weightText = '', biasText, activationText, ...more] = text.split(':');
  if (biasText === undefined || more.length > 0) broken(part, { kind: 'nodeForm', text }, item);
  const weights = weightText.split(',');
  checkCount(part, item, 'weights', weights.length, fanIn, fanIn);
  return {
    weights: weights.map((w, i) => readNumber(w, 'weight', part, [...item, i + 1])),
    bias: readNumber(biasText, 'bias', part, item),
    activation: readOptionalActivation(activationText, part, item) ?? fallback,
  };
}

type NumberRole = Extract<LinkReason, { kind: 'number' }>['what'];

export function readNumber(text: string, what: NumberRole, part: string, item: readonly number[]): Rational {
  // A comma parts numbers: `3,4` in the place of a bias is a mistake, and no 3.4.
  const number = text.includes(',') ? fail({ kind: 'ambiguousComma' as const, text }) : parseTypedNumber(text);
  return number.ok ? number.value : broken(part, { kind: 'number', what, text, error: number.error }, item);
}

/** `relu`, or `leakyRelu~1/50` for another slope. */
export function readOptionalActivation(
  text: string | undefined,
  part: string,
  item: readonly number[],
): Activation<Rational> | null {
  if (text === undefined) return null;
  const [kind = '', slope, ...more] = text.split('~');
  if (!isActivationKind(kind) || more.length > 0 || (slope !== undefined && kind !== 'leakyRelu')) {
    return broken(part, { kind: 'activation', text }, item);
  }
  if (kind !== 'leakyRelu') return { kind };
  return { kind, slope: slope === undefined ? DEFAULT_SLOPE : readNumber(slope, 'slope', part, item) };
}

/** What most hidden nodes have. */
export function commonActivation(network: Network<Rational>): Activation<Rational> {
  const hidden = network.layers.slice(0, -1).flat();
  const count = (f: Activation<Rational>) => hidden.filter((node) => equalActivation(node.activation, f)).length;
  return hidden
    .map((node) => node.activation)
    .reduce((best, f) => (count(f) > count(best) ? f : best), hidden[0]?.activation ?? LINEAR);
}

export function writeLayer(layer: Layer<Rational>, common: Activation<Rational>): string {
  return layer
    .map(({ weights, bias, activation }) => {
      const own = equalActivation(activation, common) ? '' : `:${writeActivation(activation)}`;
      return `${weights.map(toShortText).join(',')}:${toShortText(bias)}${own}`;
    })
    .join(';');
}

export function writeActivation(activation: Activation<Rational>): string {
  if (activation.kind !== 'leakyRelu' || equal(activation.slope, DEFAULT_SLOPE)) return activation.kind;
  return `leakyRelu~${toShortText(activation.slope)}`;
}
