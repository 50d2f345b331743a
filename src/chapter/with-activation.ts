/** The network with one activation function for all of its hidden nodes, and whatever weights it has. */
import type { Activation } from '../model/activation.ts';
import type { Network } from '../model/network.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Document } from '../state/document.ts';
import { applyEdit } from '../state/edit.ts';
import { memoize } from '../state/memoize.ts';

function through(activation: Activation<Rational>): (document: Document) => Document {
  return memoize((document: Document) => applyEdit(document, { kind: 'setAllActivations', activation }));
}

/** The same weights with linear hidden nodes. The output node keeps its own activation. */
export const withLinearNodes = through({ kind: 'linear' });

/** The same weights with ReLU in all hidden nodes. */
export const withReluNodes = through({ kind: 'relu' });

/** All weights with linear nodes, the output node too: this always collapses. */
export const linearised = memoize((network: Network<Rational>): Network<Rational> => ({
  ...network,
  layers: network.layers.map((layer) => layer.map((node) => ({ ...node, activation: { kind: 'linear' } }))),
}));
