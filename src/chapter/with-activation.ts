/** The network with one activation function for its nodes, and whatever weights it has. */
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import type { Document } from '../state/document.ts';
import { applyEdit } from '../state/edit.ts';
import { memoize } from '../facts/memoize.ts';

/** All nodes linear, the output node too: such a network always collapses. */
export const linearised = memoize((network: Network<Rational>): Network<Rational> => {
  const isLinear = network.layers.every((layer) => layer.every(({ activation }) => activation.kind === 'linear'));
  if (isLinear) return network;
  return {
    ...network,
    layers: network.layers.map((layer) => layer.map((node) => ({ ...node, activation: { kind: 'linear' } }))),
  };
});

/** The same weights with all nodes linear. */
export const withLinearNodes = memoize((document: Document): Document => {
  const network = linearised(document.network);
  return network === document.network ? document : { ...document, network };
});

/** The same weights with ReLU in all hidden nodes. */
export const withReluNodes = memoize((document: Document): Document =>
  applyEdit(document, { kind: 'setAllActivations', activation: { kind: 'relu' } }),
);
