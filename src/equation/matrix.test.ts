/** The derivation with matrices: what stands for the functions of a whole layer. */
import { describe, expect, it } from 'vitest';
import { ONE, ZERO, rational, type Rational } from '../number/rational.ts';
import type { Activation } from '../activation/activation.ts';
import type { Network } from '../model/network.ts';
import { chapterNetwork } from '../../tests/arbitrary-network.ts';
import { matrixRows, matrixText, speakMatrices } from './matrix.ts';

/** One input, and a hidden node for each of these functions. */
function networkOf(...activations: readonly Activation<Rational>[]): Network<Rational> {
  return {
    inputs: ['E'],
    layers: [
      activations.map((activation) => ({ weights: [rational(2)], bias: ONE, activation })),
      [{ weights: activations.map(() => ONE), bias: ZERO, activation: { kind: 'linear' } }],
    ],
  };
}

const leaky = (n: number, d: number): Activation<Rational> => ({ kind: 'leakyRelu', slope: rational(n, d) });
const firstLine = (network: Network<Rational>) => matrixText(matrixRows(network)[0]?.tokens ?? []);

describe('a layer', () => {
  it('whose nodes have one function is written with that function', () => {
    expect(firstLine(networkOf({ kind: 'relu' }, { kind: 'relu' }))).toBe('ŷ = [1, 1] max(0, [2; 2] [x_E] + [1; 1] )');
    expect(firstLine(networkOf(leaky(1, 50), leaky(1, 50)))).toBe('ŷ = [1, 1] leaky_0.02( [2; 2] [x_E] + [1; 1] )');
  });

  it('whose nodes differ is written with f, also where they differ in their slope alone', () => {
    expect(firstLine(networkOf({ kind: 'relu' }, { kind: 'abs' }))).toBe('ŷ = [1, 1] f( [2; 2] [x_E] + [1; 1] )');
    expect(firstLine(networkOf(leaky(1, 100), leaky(1, 50)))).toBe('ŷ = [1, 1] f( [2; 2] [x_E] + [1; 1] )');
  });
});

describe('aloud', () => {
  const spoken = (network: Network<Rational>) => matrixRows(network).map(({ tokens }) => speakMatrices(tokens));

  it('every number is said, row by row', () => {
    expect(spoken(chapterNetwork('linear'))).toEqual([
      'y hat equals the row 2, 5, times the quantity the matrix 0.5, 3, 4; 4, 1, 2, times the column x E, x H, x G, plus the column 0.5, 1, plus 5',
      'y hat equals the row 2, 5, times the matrix 0.5, 3, 4; 4, 1, 2, times the column x E, x H, x G, plus the row 2, 5, times the column 0.5, 1, plus 5',
      'y hat equals the row 21, 11, 18, times the column x E, x H, x G, plus 11',
    ]);
  });

  it('a function is named', () => {
    expect(spoken(networkOf({ kind: 'relu' }, leaky(1, 2)))[0]).toContain('times f of the column 2, 2');
    expect(spoken(chapterNetwork('relu'))[0]).toContain('times the larger of 0 and the matrix');
  });
});
