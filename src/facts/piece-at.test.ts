/** Every input lies in a piece of the list, and the network is that piece's model there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks, withPoint } from '../../tests/arbitrary-network.ts';
import { evaluateAffine } from '../algebra/affine.ts';
import { ALL } from '../algebra/domain.ts';
import { forward } from '../algebra/forward.ts';
import { patternAt } from '../algebra/pattern-at.ts';
import { cellOfPattern } from '../algebra/pattern-cell.ts';
import { ZERO, rational } from '../number/rational.ts';
import { analyseNow, formOfPiece, type Piece } from './analysis.ts';
import { nodesOn, pieceAt } from './piece-at.ts';

const random = networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 });

const piecesOf = (network: Parameters<typeof pieceAt>[0]): readonly Piece[] => analyseNow(network, ALL)?.pieces ?? [];

describe('the piece at an input', () => {
  it('is there for every input, on borders too, and has the network’s value there', () => {
    fc.assert(
      fc.property(withPoint(random), fc.boolean(), ({ network, x }, origin) => {
        const at = origin ? x.map(() => ZERO) : x;
        const pieces = piecesOf(network);
        const piece = pieceAt(network, pieces, at);
        expect(piece).not.toBeNull();
        expect(evaluateAffine(formOfPiece(network, piece as Piece), at)).toEqual(forward(network, at).y);
      }),
      { numRuns: 60 },
    );
  });

  it('is the one whose pattern the input has, where that has an interior', () => {
    fc.assert(
      fc.property(withPoint(random), ({ network, x }) => {
        const pattern = patternAt(network, x);
        const owner = piecesOf(network).find(({ cells }) => cells.includes(pattern));
        if (owner) expect(pieceAt(network, piecesOf(network), x)).toEqual(owner);
      }),
      { numRuns: 60 },
    );
  });

  it('is found again at the point of each of its cells', () => {
    fc.assert(
      fc.property(random, (network) => {
        const pieces = piecesOf(network).slice(0, 12);
        for (const piece of pieces) {
          for (const cell of piece.cells) {
            expect(pieceAt(network, pieces, cellOfPattern(network, cell)?.point ?? [])).toBe(piece);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('where two nodes turn at 0 is one of the two sides: there is no piece where both are off', () => {
    const relu = (weight: number) => ({
      weights: [rational(weight)],
      bias: ZERO,
      activation: { kind: 'relu' } as const,
    });
    const absolute = {
      inputs: ['E'],
      layers: [
        [relu(1), relu(-1)],
        [{ weights: [rational(1), rational(1)], bias: ZERO, activation: { kind: 'linear' } as const }],
      ],
    };
    expect(patternAt(absolute, [ZERO])).toBe('00|0');
    expect(pieceAt(absolute, piecesOf(absolute), [ZERO])?.pattern).toMatch(/^(10|01)\|0$/);
  });
});

describe('nodes that are on', () => {
  it('are the hidden ones above their lowest kink, whatever else bends above it', () => {
    const network = chapterNetwork('relu');
    expect(nodesOn(network, '01|0')).toEqual([{ layer: 0, node: 1 }]);
    expect(nodesOn(network, '*1|0')).toEqual([{ layer: 0, node: 1 }]);
    expect(nodesOn(network, '00|1')).toEqual([]);
    expect(nodesOn(chapterNetwork('hardTanh'), '20|0')).toEqual([{ layer: 0, node: 0 }]);
    expect(nodesOn(chapterNetwork('tanh'), '~~|0')).toEqual([]);
  });
});
