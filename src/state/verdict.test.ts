/** What the verdict makes of an answer that is not whole. */
import { describe, expect, it } from 'vitest';
import { ONE, ZERO, rational, type Rational } from '../number/rational.ts';
import type { Activation } from '../activation/activation.ts';
import type { Network } from '../model/network.ts';
import type { Analysis } from '../facts/analysis.ts';
import { NONNEGATIVE } from '../algebra/domain.ts';
import type { AnalysisState } from './analysis-state.ts';
import { verdictNow } from './verdict.ts';

/** Two hidden layers, of more cells than are counted at once. */
const deep: Network<Rational> = {
  inputs: ['A', 'B'],
  layers: [layer(5, 2, { kind: 'relu' }), layer(5, 5, { kind: 'relu' }), layer(1, 5, { kind: 'linear' })],
};

function layer(nodes: number, inputs: number, activation: Activation<Rational>): Network<Rational>['layers'][number] {
  return Array.from({ length: nodes }, (_, j) => ({
    weights: Array.from({ length: inputs }, (__, i) => rational(((3 * j + 5 * i) % 7) - 3)),
    bias: rational(j - 1),
    activation,
  }));
}

const verdict = (known: AnalysisState) => verdictNow(deep, NONNEGATIVE, known);

const unfinished: Analysis = { finished: false, atLeast: 7, pieceCount: null, pieces: [], model: 'bends' };
const flat: Analysis = {
  finished: true,
  atLeast: 1,
  pieceCount: 1,
  pieces: [],
  model: { coef: [rational(1), rational(2)], intercept: rational(3) },
};
const undecided = { all: { kind: 'undecided' }, chosen: { kind: 'undecided' } } as const;

describe('the verdict on a network that a worker looks at', () => {
  it('is not known, or was stopped, before two different pieces were found', () => {
    for (const atLeast of [0, 1]) {
      expect(verdict({ kind: 'running', atLeast }).all.kind).toBe('unknown');
      expect(verdict({ kind: 'cancelled', atLeast }).all.kind).toBe('stopped');
    }
    expect(verdict({ kind: 'done', analysis: null, verdicts: undecided }).all.kind).toBe('undecided');
  });

  it('is that it bends as soon as there are two, also when the reader has stopped the search', () => {
    expect(verdict({ kind: 'running', atLeast: 2 }).all.kind).toBe('bends');
    expect(verdict({ kind: 'cancelled', atLeast: 2 }).all.kind).toBe('bends');
    expect(verdict({ kind: 'cancelled', atLeast: 2 }).chosen.kind).toBe('stopped');
  });

  it('takes the proof that the pieces give where the decision ran out of time', () => {
    expect(verdict({ kind: 'done', analysis: unfinished, verdicts: null }).all.kind).toBe('bends');
    expect(verdict({ kind: 'done', analysis: unfinished, verdicts: undecided }).all.kind).toBe('bends');
    expect(verdict({ kind: 'done', analysis: unfinished, verdicts: undecided }).chosen.kind).toBe('undecided');
    expect(verdict({ kind: 'done', analysis: flat, verdicts: undecided }).all).toMatchObject({
      kind: 'collapses',
      model: flat.model,
    });
  });

  it('prefers the decision, which has a witness', () => {
    const zero = { kind: 'exact', value: ZERO } as const;
    const one = { kind: 'exact', value: ONE } as const;
    const witness = { p: [], q: [], mid: [], fP: zero, fQ: zero, fMid: one, straight: zero };
    const verdicts = { all: { kind: 'bends', witness }, chosen: { kind: 'undecided' } } as const;
    expect(verdict({ kind: 'done', analysis: unfinished, verdicts }).all).toBe(verdicts.all);
  });
});
