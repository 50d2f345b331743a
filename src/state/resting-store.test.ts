import { describe, expect, it } from 'vitest';
import { rational } from '../number/rational.ts';
import { defaultDocument } from './preset-document.ts';
import { createCreaseStore } from './store.ts';
import { restingStore } from './resting-store.ts';

function made() {
  const source = createCreaseStore({ document: defaultDocument(), step: 0 });
  const resting = restingStore(source);
  let heard = 0;
  const stop = resting.store.subscribe(() => heard++);
  const move = (value: number) =>
    source.getState().actions.edit({ kind: 'setInputValue', input: 0, value: rational(value) });
  return { source, ...resting, heard: () => heard, stop, move };
}

describe('a resting store', () => {
  it('is the store itself while awake', () => {
    const { source, store, heard, move } = made();
    move(7);
    expect(heard()).toBe(1);
    expect(store.getState()).toBe(source.getState());
  });

  it('shows what it saw last while it rests, and catches up in one step', () => {
    const { source, store, setAwake, heard, move } = made();
    const before = store.getState();
    setAwake(false);
    move(7);
    move(8);
    expect(heard()).toBe(0);
    expect(store.getState()).toBe(before);
    setAwake(true);
    expect(heard()).toBe(1);
    expect(store.getState()).toBe(source.getState());
    expect(store.getState().history.present.x[0]).toEqual(rational(8));
  });

  it('wakes without a word when nothing has happened, and is silent once nobody listens', () => {
    const { setAwake, heard, stop, move } = made();
    setAwake(false);
    setAwake(true);
    expect(heard()).toBe(0);
    stop();
    move(7);
    expect(heard()).toBe(0);
  });
});
