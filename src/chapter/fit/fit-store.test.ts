import { describe, expect, it } from 'vitest';
import { generatorsOf, nextBelow } from '../../train/generator.ts';
import { goTogether, pairOf, viewOf, type PairView } from '../../train/pair.ts';
import type { FitReply, FitRequest } from './fit-protocol.ts';
import { createFitStore, type FitStore } from './fit-store.ts';
import { fitTrainer } from './fit-trainer.ts';
import { dataOf } from './fit-data.ts';
import { FIRST_SETUP, pairSetupOf, type FitSetup } from './fit-setup.ts';

/** A worker that answers when it is told to, and a screen that is drawn when it is told to. */
function host() {
  let answer = fitTrainer(() => 0);
  let hear: (reply: FitReply) => void = () => undefined;
  let fail: () => void = () => undefined;
  const asked: FitRequest[] = [];
  const frames: (() => void)[] = [];
  let opened = 0;
  return {
    store: (setup: FitSetup = FIRST_SETUP): FitStore =>
      createFitStore(setup, {
        open: (onReply, onFail) => {
          opened++;
          [hear, fail] = [onReply, onFail];
          answer = fitTrainer(() => 0);
          asked.length = 0;
          return { post: (request) => asked.push(request), close: () => (hear = () => undefined) };
        },
        nextFrame: (call) => frames.push(call),
      }),
    asked,
    frames,
    opened: () => opened,
    fail: () => fail(),
    reply: () => {
      const request = asked.shift();
      if (request) hear(answer(request));
    },
    draw: () => frames.splice(0).forEach((call) => call()),
  };
}

type Host = ReturnType<typeof host>;

/** Until nothing is asked for any more. */
function settle({ asked, frames, reply, draw }: Host): void {
  for (let turn = 0; asked.length + frames.length > 0; turn++) {
    if (turn > 10_000) throw new Error('does not come to rest');
    reply();
    draw();
  }
}

const shown = (store: FitStore) => store.getState();

/** The same, trained here in one go. */
function viewAfter(setup: FitSetup, step: number): PairView {
  const pair = pairOf(pairSetupOf(setup));
  goTogether(pair, step);
  return viewOf(pair);
}

const numbersOf = ({ step, linear, bent }: PairView) => ({ step, linear, bent });

describe('the training as the page sees it', () => {
  it('goes to any step, on or back, and is there what it would be on the straight way', () => {
    const worker = host();
    const store = worker.store();
    const { actions } = shown(store);
    for (const step of [40, 7, 900, 0, 33]) {
      actions.goTo(step);
      settle(worker);
      expect(shown(store).motion).toEqual({ kind: 'rest' });
      expect(numbersOf(shown(store).view)).toEqual(numbersOf(viewAfter(FIRST_SETUP, step)));
    }
  });

  it('plays a few steps a frame, and rests while no frame comes', () => {
    const worker = host();
    const store = worker.store();
    const { actions } = shown(store);
    actions.setSpeed(5);
    actions.play();
    worker.reply();
    expect(shown(store).view.step).toBe(5);
    // The tab is in the background.
    worker.reply();
    expect(worker.asked).toHaveLength(0);
    expect(shown(store).view.step).toBe(5);
    worker.draw();
    worker.reply();
    expect(shown(store).view.step).toBe(10);
    actions.pause();
    settle(worker);
    expect(shown(store).view.step).toBe(10);
    actions.goTo(4);
    settle(worker);
    actions.play();
    worker.reply();
    expect(numbersOf(shown(store).view)).toEqual(numbersOf(viewAfter(FIRST_SETUP, 9)));
  });

  it('begins anew with what is changed, data or shape, and plays on', () => {
    const worker = host();
    const store = worker.store();
    const { actions } = shown(store);
    actions.play();
    for (const change of [{ data: dataOf('xor') }, { hidden: [3, 2] }, { rate: 0.01 }, { seed: 5 }]) {
      actions.setSpeed(3);
      worker.reply();
      worker.draw();
      // A reply is under way, about what was there before.
      actions.change(change);
      expect(shown(store).view.step).toBe(0);
      worker.reply();
      expect(shown(store).view.step).toBe(0);
      worker.reply();
      expect(shown(store).motion).toEqual({ kind: 'play' });
      expect(numbersOf(shown(store).view)).toEqual(numbersOf(viewAfter(shown(store).setup, 3)));
      worker.draw();
    }
  });

  it('says that a worker has failed, keeps what is shown, and goes on from there with a new one', () => {
    const worker = host();
    const store = worker.store();
    const { actions } = shown(store);
    actions.goTo(20);
    settle(worker);
    actions.play();
    worker.fail();
    expect(shown(store)).toMatchObject({ hasFailed: true, motion: { kind: 'rest' } });
    expect(shown(store).view.step).toBe(20);
    actions.goTo(25);
    settle(worker);
    expect(worker.opened()).toBe(2);
    expect(shown(store).hasFailed).toBe(false);
    expect(numbersOf(shown(store).view)).toEqual(numbersOf(viewAfter(FIRST_SETUP, 25)));
  });

  it('comes to rest where it diverges', () => {
    const worker = host();
    const store = worker.store({ ...FIRST_SETUP, rate: 10 });
    const { actions } = shown(store);
    actions.setSpeed(50);
    actions.play();
    settle(worker);
    const { view, motion } = shown(store);
    expect(motion).toEqual({ kind: 'rest' });
    expect(view.diverged?.last).toBe(view.step);
  });

  it('stays one step ahead of any disorder', () => {
    const { order } = generatorsOf(3);
    for (let round = 0; round < 20; round++) {
      const worker = host();
      const store = worker.store();
      const { actions } = shown(store);
      const doSomething = [
        () => actions.play(),
        () => actions.pause(),
        () => actions.goTo(nextBelow(order, 60)),
        () => actions.change({ seed: nextBelow(order, 5), hidden: [1 + nextBelow(order, 3)] }),
        () => worker.reply(),
        () => worker.draw(),
        () => worker.opened() > 0 && nextBelow(order, 4) === 0 && worker.fail(),
      ];
      for (let act = 0; act < 40; act++) doSomething[nextBelow(order, doSomething.length)]?.();
      actions.goTo(21);
      settle(worker);
      expect(numbersOf(shown(store).view)).toEqual(numbersOf(viewAfter(shown(store).setup, 21)));
    }
  });
});
