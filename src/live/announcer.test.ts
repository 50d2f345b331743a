import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE, PAUSE, announcer } from './announcer.ts';
import { defaultDocument } from '../state/preset-document.ts';
import { knowledgeOf } from './knowledge.ts';
import { whenAtRest } from './rest.ts';
import { createCreaseStore } from '../state/store.ts';

const WORKING = 'Deciding';

describe('an announcement', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = () => {
    const store = createCreaseStore({ document: defaultDocument(), step: 0 });
    const heard: string[] = [];
    let text = 'start';
    const { changed } = announcer({
      read: () => text,
      isWorking: () => text === WORKING,
      say: (said) => heard.push(said),
      after: (milliseconds, call) => whenAtRest(knowledgeOf(store), call, milliseconds),
    });
    const become = (next: string) => {
      text = next;
      changed();
    };
    return { heard, become, actions: store.getState().actions };
  };

  it('follows a pause, says what is then the case, and nothing twice in a row', () => {
    const changes = fc.record({
      text: fc.constantFrom('start', 'one', 'two', WORKING),
      wait: fc.constantFrom(10, 300, PAUSE - 1, PAUSE, PATIENCE - 1, PATIENCE),
    });
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 12 }), (all) => {
        const { heard, become } = start();
        const said = ['start'];
        for (const { text, wait } of all) {
          become(text);
          vi.advanceTimersByTime(wait);
          if (wait >= (text === WORKING ? PATIENCE : PAUSE) && said.at(-1) !== text) said.push(text);
        }
        expect(heard).toEqual(said.slice(1));
        vi.advanceTimersByTime(10 * PATIENCE);
        expect(['start', ...heard].at(-1)).toBe(all.at(-1)?.text ?? 'start');
      }),
    );
  });

  it('of a row of key presses is one; a search that is soon over is not spoken of', () => {
    const { heard, become } = start();
    for (const text of ['a', 'b', 'c']) {
      become(WORKING);
      vi.advanceTimersByTime(200);
      become(text);
      vi.advanceTimersByTime(200);
    }
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(PAUSE);
    expect(heard).toEqual(['c']);
  });

  it('waits for the end of a gesture', () => {
    const { heard, become, actions } = start();
    actions.begin();
    become('dragged');
    vi.advanceTimersByTime(60 * PATIENCE);
    expect(heard).toEqual([]);
    actions.commit();
    vi.advanceTimersByTime(PATIENCE);
    expect(heard).toEqual(['dragged']);
  });
});
