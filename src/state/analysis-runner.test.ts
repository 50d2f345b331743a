/** The runner that a worker wires up, with a fake clock and messages that wait. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECEWISE, chapterNetwork, networks } from '../../tests/arbitrary-network.ts';
import { enumerateCells, formKey } from '../algebra/cells.ts';
import { ALL, NONNEGATIVE } from '../algebra/domain.ts';
import { rational, type Rational } from '../number/rational.ts';
import type { Network, Node } from '../model/network.ts';
import { analyseNow } from '../facts/analysis.ts';
import type { AnalysisReply, AnalysisRequest } from './analysis-protocol.ts';
import { analysisRunner } from './analysis-runner.ts';
import { decide } from '../facts/decision.ts';

/** Each look at the clock takes a while, so that a slice is a few steps. */
function harness(tick = 5) {
  let time = 0;
  const replies: AnalysisReply[] = [];
  const tasks: (() => void)[] = [];
  const run = analysisRunner({
    post: (reply) => replies.push(reply),
    later: (task) => tasks.push(task),
    now: () => (time += tick),
  });
  const turn = () => tasks.shift()?.();
  const finish = () => {
    while (tasks.length > 0) turn();
  };
  return { run, replies, turn, finish, tasks };
}

const start = (run: number, network: Network<Rational>): AnalysisRequest => ({
  kind: 'start',
  run,
  network,
  chosen: NONNEGATIVE,
});

/** Many cells: n ReLU nodes that see lines through a plane. */
function fan(n: number): Network<Rational> {
  const nodes = Array.from({ length: n }, (_, k): Node<Rational> => ({
    weights: [rational(k + 1), rational(k * k - 3)],
    bias: rational(k % 3, 2),
    activation: { kind: 'relu' },
  }));
  const output: Node<Rational> = {
    weights: nodes.map((_, k) => rational(k + 1)),
    bias: rational(0),
    activation: { kind: 'linear' },
  };
  return { inputs: ['A', 'B'], layers: [nodes, [output]] };
}

describe('the analysis runner', () => {
  it('finds the pieces, then the verdicts, in slices', () => {
    const network = fan(8);
    const { run, replies, finish, tasks } = harness();
    run(start(1, network));
    expect(tasks).toHaveLength(1);
    finish();
    expect(replies.every((reply) => reply.run === 1)).toBe(true);
    const [found, done] = replies.slice(-2);
    expect(found).toEqual({ kind: 'found', run: 1, analysis: analyseNow(network, ALL) });
    expect(done).toEqual({
      kind: 'done',
      run: 1,
      verdicts: { all: decide(network, ALL, () => false), chosen: decide(network, NONNEGATIVE, () => false) },
    });
  });

  it('says how many pieces there are at least, never more than there are, and never fewer than before', () => {
    const network = fan(8);
    const { run, replies, finish } = harness(60);
    run(start(1, network));
    finish();
    const counts = replies.flatMap((reply) => (reply.kind === 'progress' ? [reply.atLeast] : []));
    expect(counts.length).toBeGreaterThan(3);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBeLessThanOrEqual(analyseNow(network, ALL)?.pieceCount ?? 0);
  });

  it('is ended by a cancellation between two slices, and says nothing after it', () => {
    const { run, replies, turn, finish } = harness();
    run(start(1, fan(8)));
    turn();
    run({ kind: 'cancel', run: 1 });
    finish();
    expect(replies.at(-1)).toEqual({ kind: 'cancelled', run: 1 });
    expect(replies.some(({ kind }) => kind === 'found' || kind === 'done')).toBe(false);
  });

  it('is overtaken by a newer run, of which alone there is an answer', () => {
    const { run, replies, turn, finish } = harness();
    run(start(1, fan(8)));
    turn();
    run(start(2, chapterNetwork('relu')));
    run({ kind: 'cancel', run: 1 });
    finish();
    expect(replies.filter(({ kind }) => kind === 'found' || kind === 'done').map((reply) => reply.run)).toEqual([2, 2]);
    expect(replies.some(({ kind }) => kind === 'cancelled')).toBe(false);
  });

  it('hears a newer run once more before cells are joined, and before the verdicts', () => {
    for (const last of ['progress', 'found'] as const) {
      const { run, replies, turn, finish } = harness();
      run(start(1, fan(8)));
      for (;;) {
        const reply = replies.at(-1);
        if (reply?.kind === last && !(reply.kind === 'progress' && reply.stage === 'looking')) break;
        turn();
      }
      run(start(2, chapterNetwork('relu')));
      finish();
      expect(replies.filter(({ kind }) => kind === 'done').map((reply) => reply.run)).toEqual([2]);
    }
  });

  it('has no pieces for smooth nodes', () => {
    const { run, replies, finish } = harness();
    run(start(1, chapterNetwork('tanh')));
    finish();
    expect(replies[0]).toEqual({ kind: 'found', run: 1, analysis: null });
  });
});

describe('an analysis', () => {
  it('C7: that meets its limit counts what it has found, and no more', () => {
    fc.assert(
      fc.property(
        networks({ kinds: PIECEWISE, outputKinds: PIECEWISE, maxHiddenLayers: 2 }),
        fc.integer({ min: 1, max: 12 }),
        (network, most) => {
          const whole = analyseNow(network, ALL);
          const { cells, finished } = enumerateCells(network, ALL, { limit: most });
          const found = analyseNow(network, ALL, most);
          expect(found?.finished).toBe(finished);
          expect(found?.atLeast).toBe(new Set(cells.map(formKey)).size);
          expect(found?.atLeast).toBeLessThanOrEqual(whole?.pieceCount ?? 0);
          if (!finished) expect([found?.pieceCount, found?.pieces]).toEqual([null, []]);
          else expect(found).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });
});
