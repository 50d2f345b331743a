import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultDocument } from '../state/preset-document.ts';
import { knowledgeOf } from './knowledge.ts';
import { whenAtRest } from './rest.ts';
import { createCreaseStore } from '../state/store.ts';

const LONG = 60_000;

describe('what is only listened to', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = () => {
    const store = createCreaseStore({ document: defaultDocument(), step: 0 });
    const call = vi.fn<() => void>();
    return { actions: store.getState().actions, call, wait: () => whenAtRest(knowledgeOf(store), call) };
  };

  it('follows some time later, once', () => {
    const { call, wait } = start();
    wait();
    expect(call).not.toHaveBeenCalled();
    vi.advanceTimersByTime(LONG);
    expect(call).toHaveBeenCalledOnce();
  });

  it('waits for the end of a gesture, however long the hand pauses', () => {
    const { actions, call, wait } = start();
    actions.begin();
    wait();
    vi.advanceTimersByTime(LONG);
    expect(call).not.toHaveBeenCalled();
    actions.commit();
    vi.advanceTimersByTime(LONG);
    expect(call).toHaveBeenCalledOnce();
  });

  it('can be called off', () => {
    const { call, wait } = start();
    wait()();
    vi.advanceTimersByTime(LONG);
    expect(call).not.toHaveBeenCalled();
  });
});
