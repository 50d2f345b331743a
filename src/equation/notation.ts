/** How inputs, nodes and activation functions are written, as TeX and as plain text. */
import type { Activation } from '../activation/activation.ts';
import { NAME_PATTERN, hiddenLayerCount, type Network, type NodeAt } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { exactForm } from './number-tex.ts';

export interface Notation {
  readonly tex: string;
  readonly text: string;
}

export const OUTPUT_NOTATION: Notation = { tex: '\\hat{y}', text: 'ŷ' };

/** x with the name as its subscript. Throws a RangeError for a name that could be anything but a name. */
export function inputNotation(network: Network<unknown>, input: number): Notation {
  const name = network.inputs[input];
  if (name === undefined || !NAME_PATTERN.test(name))
    throw new RangeError(`input ${input} has no name that can be written`);
  return { tex: name.length === 1 ? `x_${name}` : `x_{\\mathrm{${name}}}`, text: `x_${name}` };
}

/** The output of a hidden node: h with its number, or with the numbers of its layer and its place in it. */
export function nodeNotation(network: Network<unknown>, { layer, node }: NodeAt): Notation {
  return hiddenLayerCount(network) === 1
    ? { tex: `h_${node + 1}`, text: `h_${node + 1}` }
    : { tex: `h_{${layer + 1},${node + 1}}`, text: `h_${layer + 1}.${node + 1}` };
}

/** What stands before and after the terms inside; `named`: it begins with the name of a function. */
export interface FunctionNotation {
  readonly open: Notation & { readonly named: boolean };
  readonly close: Notation;
}

/** The linear function is a bracket and no more. */
export function functionNotation(activation: Activation<Rational>): FunctionNotation {
  switch (activation.kind) {
    case 'linear':
      return { open: { tex: '(', text: '(', named: false }, close: BRACKET };
    case 'relu':
      // The empty atom at the end: TeX leaves a space between a comma and what follows, also when that is drawn apart.
      return named('\\max(0,\\;{}', 'max(0, ');
    case 'leakyRelu': {
      const slope = exactForm(activation.slope).text;
      return named(`\\operatorname{leaky}_{${slope.replace('−', '-')}}(`, `leaky_${slope}(`);
    }
    case 'abs':
      return { open: { tex: '\\lvert ', text: 'abs(', named: false }, close: { tex: '\\rvert ', text: ')' } };
    case 'hardTanh':
      return named('\\operatorname{hardtanh}(', 'hardtanh(');
    case 'tanh':
      return named('\\tanh(', 'tanh(');
    case 'sigmoid':
      return { open: { tex: '\\sigma(', text: 'sigmoid(', named: false }, close: BRACKET };
    case 'softplus':
      return named('\\operatorname{softplus}(', 'softplus(');
    case 'gelu':
      return named('\\operatorname{GELU}(', 'GELU(');
    case 'silu':
      return named('\\operatorname{SiLU}(', 'SiLU(');
  }
}

const BRACKET: Notation = { tex: ')', text: ')' };

function named(tex: string, text: string): FunctionNotation {
  return { open: { tex, text, named: true }, close: BRACKET };
}
