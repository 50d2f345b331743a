/** Each store has its own run: a figure that asks does not end the stage's. */
import { describe, expect, it } from 'vitest';
import { largestNetwork } from '../../tests/arbitrary-document.ts';
import { NONNEGATIVE } from '../algebra/domain.ts';
import { ONE, rational } from '../number/rational.ts';
import { createAnalyses, type EngineSource } from './analyses.ts';
import type { AnalysisQuestion, AnalysisReply, AnalysisRequest } from './analysis-protocol.ts';
import { stateAfter } from './analysis-state.ts';

/** An engine whose workers say what the test makes them say; each run that is opened is one of `runs`. */
function fakeEngine() {
  const runs: { asked: AnalysisRequest[]; dropped: number; tell: (reply: AnalysisReply) => void }[] = [];
  const engine: EngineSource = {
    now: () => ({
      stateAfter,
      analysisRun: (tell) => {
        const run = { asked: [] as AnalysisRequest[], dropped: 0, tell };
        runs.push(run);
        let number = 0;
        const drop = () => void run.dropped++;
        return { start: (make) => void run.asked.push(make(++number)), cancel: drop, drop, close: drop };
      },
    }),
    load: () => Promise.resolve(),
  };
  return { engine, runs };
}

const large = (weight: number): AnalysisQuestion => ({
  network: largestNetwork(rational(weight), { kind: 'relu' }),
  chosen: NONNEGATIVE,
});

describe('the analyses of a store', () => {
  it('S2 are its own: a question of another store ends no run, and its answer is not heard here', () => {
    const { engine, runs } = fakeEngine();
    const [stage, figure] = [createAnalyses(engine), createAnalyses(engine)];
    const [asked, other] = [large(1), large(2)];
    let heard = 0;
    stage.subscribe(() => heard++);
    stage.ask(asked);
    figure.ask(other);
    expect(runs.map((run) => run.asked.length)).toEqual([1, 1]);
    expect(runs[0]?.dropped).toBe(0);
    runs[1]?.tell({ kind: 'progress', run: 1, stage: 'looking', atLeast: 7 });
    expect([heard, figure.stateOf(other)]).toEqual([0, { kind: 'running', atLeast: 7 }]);
    figure.leave(other);
    expect(runs.map((run) => run.dropped)).toEqual([0, 1]);
    runs[0]?.tell({ kind: 'progress', run: 1, stage: 'looking', atLeast: 3 });
    expect([heard, stage.stateOf(asked)]).toEqual([1, { kind: 'running', atLeast: 3 }]);
  });

  it('share one run of a question, which ends when the last view has left it', () => {
    const { engine, runs } = fakeEngine();
    const stage = createAnalyses(engine);
    const question = large(1);
    stage.ask(question);
    stage.ask(question);
    expect(runs[0]?.asked).toHaveLength(1);
    stage.leave(question);
    expect(runs[0]?.dropped).toBe(0);
    stage.leave(question);
    expect(runs[0]?.dropped).toBe(1);
  });

  it('begin again what was ended', () => {
    const { engine, runs } = fakeEngine();
    const stage = createAnalyses(engine);
    const question = large(1);
    stage.ask(question);
    runs[0]?.tell({ kind: 'cancelled', run: 1 });
    expect(stage.stateOf(question).kind).toBe('cancelled');
    stage.restart(question);
    expect([runs.length, runs[0]?.asked.length]).toEqual([1, 2]);
    expect(stage.stateOf(question)).toEqual({ kind: 'running', atLeast: 0 });
  });

  it('ask for the engine again where it has failed to come', async () => {
    let calls = 0;
    const stage = createAnalyses({
      now: () => null,
      load: () => {
        calls++;
        return Promise.reject(new Error('offline'));
      },
    });
    const question = large(1);
    const told = new Promise<void>((resolve) => stage.subscribe(resolve));
    stage.ask(question);
    await told;
    expect([calls, stage.stateOf(question).kind]).toEqual([1, 'failed']);
    stage.ask({ ...question, network: largestNetwork(ONE, { kind: 'abs' }) });
    expect(calls).toBe(2);
  });
});
