import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../../../tests/arbitrary-document.ts';
import { rational, type Rational } from '../../number/rational.ts';
import { parametersOf, type Network } from '../../model/network.ts';
import { capital, inputValueName, nodeName, nodeNumber, parameterName } from './names.ts';

/** A network of these widths; its numbers don't matter here. */
function ofWidths(inputs: readonly string[], ...widths: readonly number[]): Network<Rational> {
  return {
    inputs,
    layers: [...widths, 1].map((width, l) =>
      Array.from({ length: width }, () => ({
        weights: Array.from({ length: l === 0 ? inputs.length : (widths[l - 1] ?? 0) }, () => rational(1)),
        bias: rational(0),
        activation: { kind: 'linear' as const },
      })),
    ),
  };
}

describe('names', () => {
  it('of one hidden layer', () => {
    const chapter = ofWidths(['E', 'H', 'G'], 2);
    expect(parametersOf(chapter).map((parameter) => parameterName(chapter, parameter))).toEqual([
      'weight from E to hidden node 1',
      'weight from H to hidden node 1',
      'weight from G to hidden node 1',
      'bias of hidden node 1',
      'weight from E to hidden node 2',
      'weight from H to hidden node 2',
      'weight from G to hidden node 2',
      'bias of hidden node 2',
      'weight from hidden node 1 to output',
      'weight from hidden node 2 to output',
      'bias of output',
    ]);
    expect(inputValueName(chapter, 0)).toBe('value of E');
    expect(nodeNumber(chapter, { layer: 0, node: 1 })).toBe('2');
  });

  it('of several hidden layers', () => {
    const deep = ofWidths(['E'], 1, 2);
    expect(parametersOf(deep).map((parameter) => parameterName(deep, parameter))).toEqual([
      'weight from E to hidden node 1.1',
      'bias of hidden node 1.1',
      'weight from hidden node 1.1 to hidden node 2.1',
      'bias of hidden node 2.1',
      'weight from hidden node 1.1 to hidden node 2.2',
      'bias of hidden node 2.2',
      'weight from hidden node 2.1 to output',
      'weight from hidden node 2.2 to output',
      'bias of output',
    ]);
    expect(nodeNumber(deep, { layer: 1, node: 0 })).toBe('2.1');
  });

  it('of none', () => {
    const flat = ofWidths(['E']);
    expect(parametersOf(flat).map((parameter) => parameterName(flat, parameter))).toEqual([
      'weight from E to output',
      'bias of output',
    ]);
  });

  it('no two things have the same', () => {
    fc.assert(
      fc.property(documents({ maxNodes: 4 }), ({ network }) => {
        const all = [
          ...parametersOf(network).map((parameter) => parameterName(network, parameter)),
          ...network.layers.flatMap((layer, l) => layer.map((_, j) => nodeName(network, { layer: l, node: j }))),
          ...network.inputs.map((_, i) => inputValueName(network, i)),
        ];
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 30 },
    );
  });

  it('begin with a capital where they stand alone', () => {
    expect(capital('bias of output')).toBe('Bias of output');
    expect(capital('')).toBe('');
  });
});
