import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultDocument } from '../state/preset-document.ts';
import { createCreaseStore } from '../state/store.ts';
import { Brush } from './brush.ts';

const MOUSE = { pointerType: 'mouse' };

describe('what is pointed at in the diagram', () => {
  afterEach(() => void vi.useRealTimers());

  it('is dimmed a moment after it is left, and what has been lit elsewhere meanwhile is not', () => {
    vi.useFakeTimers();
    const store = createCreaseStore({ document: defaultDocument(), step: 0 });
    const brush = new Brush(store);
    const [edge, term] = [new Set(['edge']), new Set(['term'])];
    brush.enter('an edge', edge);
    brush.leave('an edge', MOUSE);
    expect(store.getState().highlight).toBe(edge);
    vi.runAllTimers();
    expect(store.getState().highlight).toBeNull();

    brush.enter('an edge', edge);
    brush.leave('an edge', MOUSE);
    store.getState().actions.highlight(term);
    vi.runAllTimers();
    expect(store.getState().highlight).toBe(term);
  });
});
