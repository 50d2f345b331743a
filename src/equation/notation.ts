/** How inputs, nodes and activation functions are written, as TeX and as plain text. */
import { ACTIVATIONS, type Activation } from '../activation/activation.ts';
import type { FunctionNotation, Notation } from '../activation/function.ts';
import { NAME_PATTERN, hiddenLayerCount, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { OUTPUT_SYMBOL } from '#words/names.ts';
import { exactForm } from './number-tex.ts';

export const OUTPUT_NOTATION: Notation = { tex: '\\hat{y}', text: OUTPUT_SYMBOL };

const LETTER = /^[A-Za-z0-9]$/;
const ASCII_WORD = /^[A-Za-z0-9]+$/;

/**
 * x with the name as its subscript. Throws a RangeError for a name that could be anything but a name. The underscore, the
 * one character of a name that TeX takes for a command, is escaped; as plain text braces hold a name of several words.
 */
export function inputNotation(network: Network<unknown>, input: number): Notation {
  const name = network.inputs[input];
  if (name === undefined || !NAME_PATTERN.test(name))
    throw new RangeError(`input ${input} has no name that can be written`);
  const text = name.includes(' ') ? `x_{${name}}` : `x_${name}`;
  if (LETTER.test(name)) return { tex: `x_${name}`, text };
  if (ASCII_WORD.test(name)) return { tex: `x_{\\mathrm{${name}}}`, text };
  return { tex: `x_{\\text{${name.replaceAll('_', '\\_')}}}`, text };
}

/** The output of a hidden node: h with its number, or with the numbers of its layer and its place in it. */
export function nodeNotation(network: Network<unknown>, { layer, node }: NodeAt): Notation {
  return hiddenLayerCount(network) === 1
    ? { tex: `h_${node + 1}`, text: `h_${node + 1}` }
    : { tex: `h_{${layer + 1},${node + 1}}`, text: `h_${layer + 1}.${node + 1}` };
}

/** What stands before and after the terms inside. The linear function is a bracket and no more. */
export function functionNotation(activation: Activation<Rational>): FunctionNotation {
  const { notation } = ACTIVATIONS[activation.kind];
  if (typeof notation !== 'function') return notation;
  return notation(activation.kind === 'leakyRelu' ? exactForm(activation.slope).text : '');
}
